import { passageAddress, webAddress } from "@/components/edition/addresses";
import { PassageNow, SourceNow } from "@/components/edition/condition";
import { Day } from "@/components/edition/day";
import type { EditionEvidence } from "@/lib/editions/schema";
import { type Conditions, passageKey } from "@/lib/sources/conditions";

const MATCH: Record<EditionEvidence["matchStatus"], string> = {
  verified: "Passage verified",
  near: "Nearly word for word",
  notFound: "Passage not found",
};
const SIGNED = "Nearly word for word, accepted by an editor,";
const RELATION: Record<EditionEvidence["relation"], string | null> = {
  supports: null,
  contradicts: "Against it",
  context: "For context",
  resolves: "What settled it",
};

function ReadAt({ item, language }: { item: EditionEvidence; language: string }) {
  const day = <Day iso={item.readAt} language={language} />;
  if (item.origin === "fetched") return <>, as read on {day}.</>;
  if (item.origin === "typed") return <>, as typed in by an editor on {day}.</>;
  return <>. This is a demo excerpt of {day}: it holds only words quoted elsewhere.</>;
}

/** The words around a passage break off somewhere; a bare full stop or quotation mark does not. */
const goesOn = (words: string) => (/[\p{L}\p{N}]/u.test(words) ? "…" : null);

/** After a whole sentence the sign stands by itself. */
const goesOnAfter = (words: string) => (/\p{L}.*[.!?]["'”’)]*$/su.test(words) ? "\u00a0…" : goesOn(words));

interface PassageProps {
  item: EditionEvidence;
  claimId: string;
  language: string;
  conditions: Conditions | undefined;
  /** The address of the passage's own page; null where it has none, or where this is it. */
  archived: string | null;
}

/** One passage that a claim stands on. */
export function Passage({ item, claimId, language, conditions, archived }: PassageProps) {
  const { source } = item;
  const goneSince = conditions?.gonePassages.get(passageKey(claimId, source.id, item.exact));
  const address = webAddress(source.url);
  const about = [source.byline, source.publisher].filter(Boolean).join(", ");
  const now = conditions?.sources.get(source.id);
  // Nobody is led to where there is nothing any more.
  const isThere = !goneSince && now?.condition !== "gone";
  const live = address && isThere && item.matchStatus !== "notFound" && item.origin === "fetched";
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
            {goesOnAfter(item.suffix)}
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
        <SourceNow now={now} language={language} />
      )}
      {live || archived ? (
        <p className="onward">
          {live ? <a href={passageAddress(address, item.exact)}>The live page, at the passage</a> : null}
          {archived ? <a href={archived}>The archived passage</a> : null}
        </p>
      ) : null}
    </div>
  );
}
