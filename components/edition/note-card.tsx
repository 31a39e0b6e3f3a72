import type { ReactNode } from "react";
import { passageAddress, webAddress } from "@/components/edition/addresses";
import { longDate } from "@/components/edition/dates";
import { kindAndSpeaker, outcomeWords, shapeOf } from "@/components/edition/kind-words";
import type { AnalysisNote, ClaimNote, Note } from "@/components/edition/notes";
import { KIND_MARKS } from "@/lib/claims/kind";
import { archivedAddress } from "@/lib/editions/passages";
import type { EditionClaim } from "@/lib/editions/schema";

type Evidence = EditionClaim["evidence"][number];

export interface NoteSetting {
  language: string;
  /** The issue under which archived passages have their pages; null where nothing is published yet. */
  slug: string | null;
  /** True where the text leaves analysis out: then the note has its words. */
  folded: boolean;
}

const MATCH: Record<Evidence["matchStatus"], string> = {
  verified: "Passage verified",
  near: "Nearly word for word",
  notFound: "Passage not found",
};
const SIGNED = "Nearly word for word, accepted by an editor,";
const RELATION: Record<Evidence["relation"], string | null> = {
  supports: null,
  contradicts: "Against it",
  context: "For context",
  resolves: "What settled it",
};

function Day({ iso, language }: { iso: string; language: string }) {
  return <time dateTime={iso}>{longDate(iso, language)}</time>;
}

function ReadAt({ item, language }: { item: Evidence; language: string }) {
  const day = <Day iso={item.readAt} language={language} />;
  if (item.origin === "fetched") return <>, as read on {day}.</>;
  if (item.origin === "typed") return <>, as typed in by an editor on {day}.</>;
  return <>. This is a demo excerpt of {day}: it holds only words quoted elsewhere.</>;
}

/** The words around a passage break off somewhere; a bare full stop or quotation mark does not. */
const goesOn = (words: string) => (/[\p{L}\p{N}]/u.test(words) ? "…" : null);

/** One passage that a claim stands on. `archived` is the address of the passage's own page, null where it has none or this is it. */
export function Passage({
  item,
  language,
  archived,
}: {
  item: Evidence;
  language: string;
  archived: string | null;
}) {
  const { source } = item;
  const address = webAddress(source.url);
  const about = [source.byline, source.publisher].filter(Boolean).join(", ");
  const live = address && item.matchStatus !== "notFound" && item.origin === "fetched";
  return (
    <div className="passage">
      {RELATION[item.relation] ? <p className="relation">{RELATION[item.relation]}</p> : null}
      <blockquote>
        {item.prefix ? (
          <span className="around">
            {goesOn(item.prefix)}
            {item.prefix}
          </span>
        ) : null}
        <mark>{item.exact}</mark>
        {item.suffix ? (
          <span className="around">
            {item.suffix}
            {goesOn(item.suffix)}
          </span>
        ) : null}
      </blockquote>
      <p>
        <b>{item.signed ? SIGNED : MATCH[item.matchStatus]}</b> in{" "}
        {address ? <a href={address}>{source.title}</a> : <cite>{source.title}</cite>}
        {about ? `, ${about}` : null}
        {source.publishedAt ? (
          <>
            , <Day iso={source.publishedAt} language={language} />
          </>
        ) : null}
        <ReadAt item={item} language={language} />
      </p>
      {live || archived ? (
        <p className="onward">
          {live ? <a href={passageAddress(address, item.exact)}>The live page, at the passage</a> : null}
          {archived ? <a href={archived}>The archived passage</a> : null}
        </p>
      ) : null}
    </div>
  );
}

function Due({ claim, language }: { claim: EditionClaim; language: string }): ReactNode {
  const { due } = claim;
  if (!due) return null;
  return (
    <p>
      {due.at ? (
        <>
          Due <Day iso={due.at} language={language} />,{" "}
        </>
      ) : null}
      {outcomeWords(claim)}
      {due.resolvedAt ? (
        <>
          {" "}
          on <Day iso={due.resolvedAt} language={language} />
        </>
      ) : null}
      .{due.criteria ? ` It counts as settled so: ${due.criteria}` : null}
      {due.probability === null ? null : ` Stated probability: ${Math.round(due.probability * 100)}%.`}
    </p>
  );
}

function ClaimCard({ note: { claim }, language, slug }: { note: ClaimNote } & NoteSetting) {
  const doubt = claim.status === "disputed" || claim.status === "retracted" ? claim.status : null;
  return (
    <>
      {doubt ? (
        <p>
          <b>This claim is {doubt}.</b>
        </p>
      ) : null}
      {claim.speakerRole || claim.utteredAt ? (
        <p>
          {claim.speakerRole}
          {claim.speakerRole && claim.utteredAt ? ", " : null}
          {claim.utteredAt ? <Day iso={claim.utteredAt} language={language} /> : null}
        </p>
      ) : null}
      <Due claim={claim} language={language} />
      {claim.evidence.map((item) => (
        <Passage
          key={`${item.source.id} ${item.prefix}${item.exact}`}
          item={item}
          language={language}
          archived={slug === null ? null : archivedAddress(slug, claim.id, item)}
        />
      ))}
      {claim.evidence.length === 0 ? <p>No passage has been attached to this yet.</p> : null}
    </>
  );
}

function AnalysisCard({ note: { analysis, premises }, folded }: { note: AnalysisNote } & NoteSetting) {
  return (
    <>
      {folded && analysis.scope === "span" ? <p className="unfolded">{analysis.text}</p> : null}
      <p>
        {analysis.author ? `The reasoning is ${analysis.author}’s.` : "The reasoning is the editors’ own."}{" "}
        {premises.length === 0 ? "It names no claim that it rests on." : "It rests on:"}
      </p>
      {premises.length > 0 ? (
        <ul>
          {premises.map((claim) => (
            <li key={claim.id}>
              <span aria-hidden="true">{shapeOf(claim)}</span> {claim.text}
              {claim.status === "disputed" || claim.status === "retracted" ? <b> ({claim.status})</b> : null}
            </li>
          ))}
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
export function NoteCard({ note, ...setting }: { note: Note } & NoteSetting) {
  const isAnalysis = "analysis" in note;
  const shape = isAnalysis ? KIND_MARKS.analysis.shape : shapeOf(note.claim);
  const title = `${note.popover}-title`;
  return (
    <div popover="auto" id={note.popover} className="note" role="note" aria-labelledby={title}>
      <p className="note-title" id={title}>
        <span className="endnote" aria-hidden="true">
          {note.number}
        </span>
        <span className="shape" aria-hidden="true">
          {shape}
        </span>{" "}
        {isAnalysis ? "Our analysis" : kindAndSpeaker(note.claim)}
      </p>
      {isAnalysis ? <AnalysisCard note={note} {...setting} /> : <ClaimCard note={note} {...setting} />}
      <button type="button" className="shut" popoverTarget={note.popover} popoverTargetAction="hide">
        Close
      </button>
    </div>
  );
}
