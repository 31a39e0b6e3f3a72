import type { Attribution } from "@/lib/claims/kind";
import type { MatchStatus, Relation } from "@/lib/evidence/schema";
import type { DiffPart } from "@/lib/quotations/differences";
import { normalise, type PreparedText } from "@/lib/quotations/normalise";
import { quotedPassages } from "@/lib/quotations/quoted-passages";
import { selectorFor } from "@/lib/quotations/selector";
import { type Verification, verifyQuotation } from "@/lib/quotations/verify";

/** A stretch of a snapshot's text, [start, end) in UTF-16 units. */
export interface Span {
  start: number;
  end: number;
}

/** What a passage is worth to a claim. */
export interface Match {
  matchStatus: MatchStatus;
  similarity: number;
  diff: DiffPart[] | null;
  /** The passage, grown where a quotation that it holds in part reaches beyond it. */
  start: number;
  end: number;
}

interface Quoting {
  attribution: Attribution;
  text: string;
}

/** The words of a claim that must stand in its source: what is between its quotation marks; all of them where it has none. */
export function quotedWords(text: string): string[] {
  const quoted = quotedPassages(text).map((passage) => passage.text);
  return quoted.length > 0 ? quoted : [text];
}

const overlaps = (a: Span, b: Span) => a.start < b.end && b.start < a.end;

interface Held extends Verification {
  /** Where the words were found. */
  at: Span | null;
}

const at = ({ start, end }: Verification): Span | null =>
  start === null || end === null ? null : { start, end };

/** The words held against the passage: against the whole text with the passage as their context, then against it alone. */
function held(quote: string, source: PreparedText, passage: Span): Held {
  const { prefix, suffix } = selectorFor(source.original, passage.start, passage.end);
  const inText = verifyQuotation({ quote, text: source, prefix, suffix, position: passage.start });
  const there = at(inText);
  if (there && overlaps(there, passage)) return { ...inText, at: there };
  const alone = source.original.slice(passage.start, passage.end);
  const inPassage = verifyQuotation({ quote, text: alone, ...sidesIn(alone, quote) });
  const here = at(inPassage);
  if (!here) return { ...inText, at: there };
  return { ...inPassage, at: { start: here.start + passage.start, end: here.end + passage.start } };
}

/** What stands beside short words in a passage that somebody chose: the choice is the context that they need. */
function sidesIn(passage: string, quote: string): { prefix?: string; suffix?: string } {
  const text = normalise(passage).text;
  const words = normalise(quote).text.trim();
  const start = text.indexOf(words);
  if (words === "" || start < 0) return {};
  return { prefix: text.slice(0, start), suffix: text.slice(start + words.length) };
}

const WORST = { "not-found": 0, near: 1, verified: 2 };

/**
 * What a passage says of a claim. Of a quotation, its quoted words are verified: one of them must stand in the passage and
 * all of them in the text it is taken from; the worst of them counts. For any other kind the passage itself is enough: that
 * it bears the claim out is for an editor to judge.
 */
export function matchClaim(claim: Quoting, source: PreparedText, passage: Span): Match {
  if (claim.attribution !== "quoted")
    return { matchStatus: "verified", similarity: 1, diff: null, ...passage };
  const all = quotedWords(claim.text).map((quote) => held(quote, source, passage));
  const here = all.filter((each) => each.at && overlaps(each.at, passage));
  const [worst] = all.toSorted((a, b) => WORST[a.status] - WORST[b.status] || a.similarity - b.similarity);
  if (!worst || here.length === 0 || worst.status === "not-found") {
    return {
      matchStatus: "notFound",
      similarity: worst?.similarity ?? 0,
      diff: worst?.diff ?? null,
      ...passage,
    };
  }
  return {
    matchStatus: worst.status,
    similarity: worst.similarity,
    diff: worst.diff,
    start: Math.min(passage.start, ...here.map((each) => each.at?.start ?? passage.start)),
    end: Math.max(passage.end, ...here.map((each) => each.at?.end ?? passage.end)),
  };
}

/**
 * `matchClaim` by what the passage is to the claim. What settles a forecast was written later, in words of its own: whatever
 * the claim quotes, the passage is enough.
 */
export function matchAs(relation: Relation, claim: Quoting, source: PreparedText, passage: Span): Match {
  return matchClaim(relation === "resolves" ? { ...claim, attribution: "none" } : claim, source, passage);
}
