import { passageAddress, webAddress } from "@/components/edition/addresses";
import { PassageNow, SourceNow } from "@/components/edition/condition";
import { Day } from "@/components/edition/day";
import { NamedSource } from "@/components/edition/named-source";
import type { EditionEvidence } from "@/lib/editions/schema";
import { type Conditions, passageKey } from "@/lib/sources/conditions";

const MATCH: Record<EditionEvidence["matchStatus"], string> = {
  verified: "Passage verified",
  near: "Nearly word for word",
  notFound: "Passage not found",
};
const SIGNED = "Nearly word for word, accepted by an editor,";
/** Of words that nobody has seen on the page: only "verified" would say more than is known. */
const UNREAD: Record<Exclude<EditionEvidence["origin"], "fetched">, string> = {
  typed: "Passage typed in by an editor, not checked against the page,",
  demoExcerpt: "Passage not checked against the page,",
};

function matchWords({ origin, matchStatus, signed }: EditionEvidence): string {
  if (signed) return origin === "fetched" ? SIGNED : `${UNREAD[origin]} nearly word for word,`;
  return origin !== "fetched" && matchStatus === "verified" ? UNREAD[origin] : MATCH[matchStatus];
}

const RELATION: Record<EditionEvidence["relation"], string | null> = {
  supports: null,
  contradicts: "Against it",
  context: "For context",
  resolves: "What settled it",
};

function ReadAt({ item, language }: { item: EditionEvidence; language: string }) {
  const day = <Day iso={item.readAt} language={language} />;
  if (item.origin === "fetched") return <>, as read on {day}.</>;
  if (item.origin === "typed") return <>, typed in on {day}.</>;
  return <>. This is a demo excerpt of {day}: it holds only words quoted elsewhere.</>;
}

/** The words around a passage break off somewhere; a bare full stop or quotation mark does not. */
const goesOn = (words: string) => (/[\p{L}\p{N}]/u.test(words) ? "…" : "");

/** After a whole sentence the sign stands by itself. */
const goesOnAfter = (words: string) => (/\p{L}.*[.!?]["'”’)]*$/su.test(words) ? "\u00a0…" : goesOn(words));

interface PassageProps {
  item: EditionEvidence;
  claimId: string;
  language: string;
  conditions: Conditions | undefined;
  /** The address of the passage's own page; null where it has none, or where this is it. */
  archived: string | null;
  /** With the sentence around it, where the edition keeps one; else with a few words. */
  isWhole?: boolean;
}

/** Characters of a side that evidence keeps (W3C TextQuoteSelector, lib/evidence): a shorter one ends with its text. */
const SIDE = 32;

/** The whole words of the beginning of a side that was cut where it ends; one that has no blank is left as it is. */
const wholeBefore = (words: string) => (words.length < SIDE ? words : words.replace(/^\S+(?=\s)/u, ""));
const wholeAfter = (words: string) => (words.length < SIDE ? words : words.replace(/(?<=\s)\S+$/u, ""));

function sidesOf({ prefix, suffix, around }: EditionEvidence, isWhole: boolean) {
  if (isWhole && around) return around;
  const [before, after] = [wholeBefore(prefix), wholeAfter(suffix)];
  return { before: `${goesOn(before)}${before}`, after: `${after}${goesOnAfter(after)}` };
}

/** One passage that a claim stands on. */
export function Passage({ item, claimId, language, conditions, archived, isWhole = false }: PassageProps) {
  const { source } = item;
  const goneSince = conditions?.gonePassages.get(passageKey(claimId, source.id, item.exact));
  const address = webAddress(source.url);
  const { before, after } = sidesOf(item, isWhole);
  const now = conditions?.sources.get(source.id);
  // Nobody is led to where there is nothing any more.
  const isThere = !goneSince && now?.condition !== "gone";
  const live = address && isThere && item.matchStatus !== "notFound" && item.origin === "fetched";
  return (
    <div className="passage">
      {RELATION[item.relation] ? <p className="relation">{RELATION[item.relation]}</p> : null}
      <blockquote>
        {before ? <span className="around">{before}</span> : null}
        <mark>{item.exact}</mark>
        {after ? <span className="around">{after}</span> : null}
      </blockquote>
      <p>
        <b>{matchWords(item)}</b> in <NamedSource source={source} language={language} />
        {item.page === undefined ? null : `, page ${item.page}`}
        <ReadAt item={item} language={language} />
      </p>
      {goneSince ? (
        <PassageNow since={goneSince} language={language} />
      ) : (
        <SourceNow now={now} language={language} />
      )}
      {live || archived ? (
        <p className="onward">
          {live ? <a href={passageAddress(address, item)}>The live page, at the passage</a> : null}
          {archived ? <a href={archived}>The archived passage</a> : null}
        </p>
      ) : null}
    </div>
  );
}
