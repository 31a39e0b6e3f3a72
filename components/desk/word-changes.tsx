import { diffWordsWithSpace } from "diff";
import { Fragment } from "react";

/** A stretch of words on the way from one text to another. */
interface ChangedPart {
  text: string;
  kind: "same" | "added" | "removed";
}

/** What was done to the words of one text until it became another. */
function wordChanges(before: string, after: string): ChangedPart[] {
  return diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({
    text: value,
    kind: added ? "added" : removed ? "removed" : "same",
  }));
}

interface ChangedWordsProps {
  parts: readonly ChangedPart[];
  /** What is said before words that only one side has, to who sees neither line. */
  added?: string;
  removed?: string;
}

/** A text with what was added underlined and what was removed struck through; said aloud too, for who sees neither. */
export function ChangedWords({ parts, added = "added", removed = "removed" }: ChangedWordsProps) {
  let at = 0;
  return parts.map(({ kind, text }) => {
    at += text.length;
    return <Fragment key={`${kind} ${at}`}>{marked(text, kind, { added, removed })}</Fragment>;
  });
}

/** The words of one text changed to those of another. */
export function WordChanges({ before, after }: { before: string; after: string }) {
  return (
    <span className="whitespace-pre-line">
      <ChangedWords parts={wordChanges(before, after)} />
    </span>
  );
}

const LOOKS = {
  added: "bg-good/15 decoration-good underline decoration-2 underline-offset-3",
  removed: "text-quiet decoration-line line-through",
} as const;

function marked(text: string, kind: ChangedPart["kind"], said: { added: string; removed: string }) {
  if (kind === "same") return text;
  const Element = kind === "added" ? "ins" : "del";
  return (
    <Element className={LOOKS[kind]}>
      <span className="sr-only">{said[kind]}: </span>
      {text}
      <span className="sr-only">, end of change </span>
    </Element>
  );
}
