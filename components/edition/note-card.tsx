import type { ReactNode } from "react";
import { Day } from "@/components/edition/day";
import { KindAndSpeaker } from "@/components/edition/kind-and-speaker";
import { doubtWords, outcomeWords, shapeOf } from "@/components/edition/kind-words";
import type { AnalysisNote, ClaimNote, Note } from "@/components/edition/notes";
import { Passage } from "@/components/edition/passage";
import { KIND_MARKS } from "@/lib/claims/kind";
import { archivedAddress } from "@/lib/editions/passages";
import type { EditionClaim } from "@/lib/editions/schema";
import { doubtOf, type Lack } from "@/lib/editions/standing";
import type { KnownNames } from "@/lib/entities/resolve";
import type { Conditions } from "@/lib/sources/conditions";

export interface NoteSetting {
  language: string;
  /** The issue under which archived passages have their pages; null where nothing is published yet. */
  slug: string | null;
  /** True where the text leaves analysis out: then the note has its words. */
  folded: boolean;
  conditions: Conditions | undefined;
  /** Whose topics there are; nothing where nothing is published yet. */
  known: KnownNames | undefined;
}

function Due({ claim, language }: { claim: EditionClaim; language: string }): ReactNode {
  const { due } = claim;
  const isSilent = due?.outcome !== "open" && !due?.at && !due?.criteria && due?.probability === null;
  if (!due || isSilent) return null;
  return (
    <p>
      {due.at ? (
        <>
          Due <Day iso={due.at} language={language} />
          {due.outcome === "open" ? ", open" : null}.
        </>
      ) : due.outcome === "open" ? (
        "Open, no day named."
      ) : null}
      {due.criteria ? ` It counts as settled so: ${due.criteria}` : null}
      {due.probability === null ? null : ` Stated probability: ${Math.round(due.probability * 100)}%.`}
    </p>
  );
}

/** How it came out, said first: it is what a reader comes back for. */
function CameOut({ claim, language }: { claim: EditionClaim; language: string }): ReactNode {
  const { due } = claim;
  const words = outcomeWords(claim);
  if (!due || due.outcome === "open" || !words) return null;
  return (
    <p>
      <b>
        {words.charAt(0).toUpperCase() + words.slice(1)}
        {due.resolvedAt ? (
          <>
            {" "}
            on <Day iso={due.resolvedAt} language={language} />
          </>
        ) : null}
        .
      </b>
      {due.resolution ? ` ${due.resolution}` : null}
    </p>
  );
}

const LACK_WORDS: Record<Lack, string> = { "no evidence": "No evidence.", "not verified": "Not verified." };

interface CardProps<N> extends NoteSetting {
  note: N;
}

function ClaimCard({
  note: { claim, doubt: found, lack },
  language,
  slug,
  conditions,
}: CardProps<ClaimNote>) {
  const doubt = claim.status === "disputed" || claim.status === "retracted" ? claim.status : null;
  return (
    <>
      {doubt ? (
        <p>
          <b>This claim is {doubt}.</b>
        </p>
      ) : null}
      {/* What is gone says so itself, below. */}
      {found?.state === "contradicted" ? (
        <p>
          <span className="shape" aria-hidden="true">
            {found.shape}
          </span>{" "}
          <b>{doubtWords(found, language)}.</b>
        </p>
      ) : null}
      {lack && claim.evidence.length > 0 ? (
        <p>
          <b>{LACK_WORDS[lack]}</b>
        </p>
      ) : null}
      {claim.speakerRole || claim.utteredAt ? (
        <p>
          {claim.speakerRole}
          {claim.speakerRole && claim.utteredAt ? ", " : null}
          {claim.utteredAt ? <Day iso={claim.utteredAt} language={language} /> : null}
        </p>
      ) : null}
      <CameOut claim={claim} language={language} />
      <Due claim={claim} language={language} />
      {claim.evidence.map((item) => (
        <Passage
          key={`${item.source.id} ${item.prefix}${item.exact}`}
          claimId={claim.id}
          archived={slug === null ? null : archivedAddress(slug, claim.id, item)}
          {...{ item, language, conditions }}
        />
      ))}
      {claim.evidence.length === 0 ? <p>No passage has been attached to this yet.</p> : null}
    </>
  );
}

/** What is wrong with a claim that an analysis rests on. */
function premiseDoubt(claim: EditionClaim, { language, conditions }: NoteSetting): string | null {
  const status = claim.status === "disputed" || claim.status === "retracted" ? claim.status : null;
  const found = doubtOf(claim, conditions);
  const words = [status, found && doubtWords(found, language)].filter((word) => word !== null);
  return words.length > 0 ? words.join(", ") : null;
}

function AnalysisCard({ note: { analysis, premises }, ...setting }: CardProps<AnalysisNote>) {
  const { folded } = setting;
  return (
    <>
      {folded && analysis.scope === "span" ? <p className="unfolded">{analysis.text}</p> : null}
      <p>
        {analysis.author ? `The reasoning is ${analysis.author}’s.` : "The reasoning is the editors’ own."}{" "}
        {premises.length === 0 ? "It names no claim that it rests on." : "It rests on:"}
      </p>
      {premises.length > 0 ? (
        <ul>
          {premises.map((claim) => {
            const doubt = premiseDoubt(claim, setting);
            return (
              <li key={claim.id}>
                <span aria-hidden="true">{shapeOf(claim)}</span> {claim.text}
                {doubt ? <b> ({doubt})</b> : null}
              </li>
            );
          })}
        </ul>
      ) : null}
      {analysis.counterargument ? (
        <p>
          <b>What speaks against it:</b> {analysis.counterargument}
        </p>
      ) : null}
    </>
  );
}

/** What a sentence stands on: a popover on screen, an endnote in print, plain text where popovers are unknown. */
export function NoteCard({ note, ...setting }: CardProps<Note>) {
  const isAnalysis = "analysis" in note;
  const title = `${note.popover}-title`;
  return (
    <div popover="auto" id={note.popover} className="note" role="note" aria-labelledby={title}>
      <p className="note-title" id={title}>
        <span className="endnote" aria-hidden="true">
          {note.number}
        </span>
        {isAnalysis ? (
          <>
            <span className="shape" aria-hidden="true">
              {KIND_MARKS.analysis.shape}
            </span>{" "}
            Our analysis
          </>
        ) : (
          <KindAndSpeaker claim={note.claim} doubt={note.doubt} known={setting.known} />
        )}
      </p>
      {isAnalysis ? <AnalysisCard note={note} {...setting} /> : <ClaimCard note={note} {...setting} />}
      <button type="button" className="shut" popoverTarget={note.popover} popoverTargetAction="hide">
        Close
      </button>
    </div>
  );
}
