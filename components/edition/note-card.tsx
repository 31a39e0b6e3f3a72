import type { ReactNode } from "react";
import { passageAddress, webAddress } from "@/components/edition/addresses";
import { PassageNow, SourceNow } from "@/components/edition/condition";
import { longDate } from "@/components/edition/dates";
import { kindAndSpeaker, outcomeWords, shapeOf } from "@/components/edition/kind-words";
import type { AnalysisNote, ClaimNote, Note } from "@/components/edition/notes";
import { KIND_MARKS } from "@/lib/claims/kind";
import type { EditionClaim } from "@/lib/editions/schema";
import { type Conditions, passageKey } from "@/lib/sources/conditions";

type Evidence = EditionClaim["evidence"][number];

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

interface PassageProps {
  item: Evidence;
  claimId: string;
  language: string;
  conditions: Conditions | undefined;
}

function Passage({ item, claimId, language, conditions }: PassageProps) {
  const { source } = item;
  const goneSince = conditions?.gonePassages.get(passageKey(claimId, source.id, item.exact));
  const address = webAddress(source.url);
  const about = [source.byline, source.publisher].filter(Boolean).join(", ");
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
      {goneSince ? (
        <PassageNow since={goneSince} language={language} />
      ) : (
        <SourceNow now={conditions?.sources.get(source.id)} language={language} />
      )}
      {address && !goneSince && item.matchStatus !== "notFound" && item.origin === "fetched" ? (
        <p className="onward">
          <a href={passageAddress(address, item.exact)}>The live page, at the passage</a>
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

interface CardProps<N> {
  note: N;
  language: string;
  conditions: Conditions | undefined;
}

function ClaimCard({ note: { claim }, language, conditions }: CardProps<ClaimNote>) {
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
          claimId={claim.id}
          {...{ item, language, conditions }}
        />
      ))}
      {claim.evidence.length === 0 ? <p>No passage has been attached to this yet.</p> : null}
    </>
  );
}

function AnalysisCard({ note: { analysis, premises } }: { note: AnalysisNote }) {
  return (
    <>
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
export function NoteCard({ note, language, conditions }: CardProps<Note>) {
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
      {isAnalysis ? <AnalysisCard note={note} /> : <ClaimCard {...{ note, language, conditions }} />}
      <button type="button" className="shut" popoverTarget={note.popover} popoverTargetAction="hide">
        Close
      </button>
    </div>
  );
}
