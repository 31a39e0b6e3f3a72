import { chipWords, doubtWords, shapeOf } from "@/components/edition/kind-words";
import type { Note } from "@/components/edition/notes";
import { KIND_MARKS } from "@/lib/claims/kind";

/** Enough of the sentence to tell one dot from the next in a list of buttons. */
const NAME_LENGTH = 60;

function shortened(text: string): string {
  if (text.length <= NAME_LENGTH) return text;
  return `${text.slice(0, text.lastIndexOf(" ", NAME_LENGTH) + 1 || NAME_LENGTH).trimEnd()}…`;
}

/** Classes of a piece of marked text: its underline tells the kind, and the chip after it says it in words. */
export function pieceClass(note: Note): string {
  if ("analysis" in note) return "mark-piece analysis";
  const { kind, status } = note.claim;
  return `mark-piece ${kind}${status === "retracted" ? " retracted" : ""}`;
}

/**
 * The small button after a marked sentence that opens what it stands on. It works without JavaScript; in print it is
 * the number of the endnote. A dot that `hangs` takes no room of its own, so it stays on the line of the word before it
 * and may stand in the margin, as hanging punctuation does; the gap after it is a space and vanishes at a line's end.
 * The bead is the same shape again, on the plumb line beside the line of text.
 */
export function Opener({ note, hangs, language }: { note: Note; hangs: boolean; language: string }) {
  const isAnalysis = "analysis" in note;
  const doubt = isAnalysis ? null : note.doubt;
  const lack = isAnalysis ? null : note.lack;
  const words = isAnalysis ? "Our analysis" : chipWords(note.claim, language, doubt !== null);
  const shape = isAnalysis ? KIND_MARKS.analysis.shape : shapeOf(note.claim, doubt);
  const text = isAnalysis ? note.analysis.text : note.claim.text;
  return (
    <>
      {words ? " " : null}
      <button
        type="button"
        className={words ? `opener chip${lack ? " lacking" : ""}` : `opener dot${hangs ? " hanging" : ""}`}
        popoverTarget={note.popover}
      >
        <span className="shape" aria-hidden="true">
          {shape}
        </span>
        {words ? <span className="words">{words}</span> : null}
        {doubt ? (
          <span className="words">
            {" · "}
            <span className="shape" aria-hidden="true">
              {doubt.shape}
            </span>
            {doubtWords(doubt, language)}
          </span>
        ) : null}
        <span className="unseen">
          {words
            ? `${lack ? `, ${lack}` : ""}: what this stands on`
            : `What this stands on: ${shortened(text)}`}
        </span>
        <span className="endnote" aria-hidden="true">
          {note.number}
        </span>
      </button>
      <span className="bead" aria-hidden="true" data-shape={doubt?.shape ?? shape} />
      {!words && hangs ? <span className="gap"> </span> : null}
    </>
  );
}
