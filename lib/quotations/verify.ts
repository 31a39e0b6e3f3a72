import { type Context, isBorneOut, score, UNMISTAKABLE } from "@/lib/quotations/context";
import { type ChangedWords, changedWords, type DiffPart, differences } from "@/lib/quotations/differences";
import { normalise, type PreparedText, prepared } from "@/lib/quotations/normalise";
import { findPassages, type Passage } from "@/lib/quotations/passages";
import { closestPlacement } from "@/lib/quotations/placements";
import { type Cut, cut, type Segment } from "@/lib/quotations/segments";

// Whether a source says the quoted words: provenance.md, "Verifying a quotation (deterministic)". A pure function.

export interface QuotationInput {
  quote: string;
  /** The source's text, or what prepareText made of it where many quotations are held against one text. */
  text: string | PreparedText;
  /** What stood before and after the words when they were quoted, usually 32 characters. */
  prefix?: string | undefined;
  suffix?: string | undefined;
  /** Where the words last stood, a UTF-16 offset into the text. */
  position?: number | undefined;
}

/**
 * Why words were not found: there are none; nothing resembles them; they stand there, but are too short to be known without
 * their context; all parts stand there, but not in this sequence within one passage or not with what an editor's brackets put
 * between them; or these words differ.
 */
export type NotFoundReason =
  | { kind: "empty" }
  | { kind: "absent" }
  | { kind: "too-short-without-context" }
  | { kind: "not-one-passage" }
  | { kind: "changed-words"; words: ChangedWords[] };

export interface Verification {
  status: "verified" | "near" | "not-found";
  /** From 0 to 1, how many of the quotation's characters are in the passage, or in the closest one where it was not found. */
  similarity: number;
  /** The passage in the original text, [start, end) in UTF-16 units; null where it was not found. */
  start: number | null;
  end: number | null;
  /** The words, normalised, from quotation to passage: of a near match, and of the closest passage to words not found. */
  diff: DiffPart[] | null;
  reason?: NotFoundReason;
  /** The closest passage to words that were not found, as `start` and `end`. */
  closest?: { start: number; end: number };
}

const lengthOf = ({ segments }: Cut) => segments.reduce((sum, { text }) => sum + text.length, 0);

/** Marks around the whole are not the source's. */
const withoutMarks = (quote: string) => /^"([^"]+)"$/.exec(quote)?.[1]?.trim() ?? quote;

/** A quotation that is looked for as it stands, ellipses and brackets too. */
const uncut = (text: string): Cut => {
  const nothing = { omits: false, edits: false, words: "", isWithinWord: false };
  return { segments: [{ text, before: nothing, isFlipped: false }], after: nothing };
};

/** The offset in the normalised text of the unit that holds an offset of the original. */
function normalisedOffset(text: PreparedText, original: number): number {
  let [low, high] = [0, text.text.length];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (text.toOriginal(middle) <= original) low = middle;
    else high = middle - 1;
  }
  return low;
}

const contextOf = ({ prefix, suffix, position }: QuotationInput, text: PreparedText): Context => ({
  prefix: normalise(prefix ?? "").text,
  suffix: normalise(suffix ?? "").text,
  position: position === undefined ? undefined : normalisedOffset(text, position),
});

const similarityOf = (errors: number, length: number) => (length === 0 ? 0 : 1 - errors / length);

/** The passage that fits best; one that needs no signature comes before one that does. */
function best(text: string, passages: Passage[], length: number, context: Context): Passage | undefined {
  const clean = passages.filter((passage) => !passage.needsSignature);
  const from = clean.length > 0 ? clean : passages;
  if (from.length < 2) return from[0];
  const scored = from.map((passage) => ({
    passage,
    score: score(text, passage, similarityOf(passage.errors, length), context),
    length: passage.end - passage.start,
  }));
  scored.sort((a, b) => b.score - a.score || a.length - b.length || a.passage.start - b.passage.start);
  return scored[0]?.passage;
}

/** Of a quotation in parts, what was left out or replaced is shown in full: whoever signs has to judge it. */
function diffOf(text: string, { segments, after }: Cut, passage: Passage): DiffPart[] {
  const parts: DiffPart[] = [];
  for (const [index, segment] of segments.entries()) {
    const [last, here] = [passage.placements[index - 1], passage.placements[index]];
    if (!here) continue;
    const { words, isWithinWord } = segment.before;
    const bracket = isWithinWord ? `[${words}]` : `${last ? " " : ""}[${words}] `;
    if (words !== "") parts.push({ kind: "removed", text: bracket });
    if (last && here.start > last.end) parts.push({ kind: "added", text: text.slice(last.end, here.start) });
    parts.push(...differences(segment.text, text.slice(here.start, here.end)));
  }
  if (after.words !== "") parts.push({ kind: "removed", text: ` [${after.words}]` });
  return parts;
}

function found(text: PreparedText, quote: Cut, passage: Passage): Verification {
  return {
    status: passage.needsSignature ? "near" : "verified",
    similarity: similarityOf(passage.errors, lengthOf(quote)),
    ...text.range(passage.start, passage.end),
    diff: passage.needsSignature ? diffOf(text.text, quote, passage) : null,
  };
}

const notFound = (reason: NotFoundReason): Verification => ({
  status: "not-found",
  similarity: 0,
  start: null,
  end: null,
  diff: null,
  reason,
});

/** What comes closest to the first segment that the text does not have. */
function missing(text: PreparedText, { segments }: Cut): Verification {
  const isAbsent = ({ text: words }: Segment) => findPassages(text.text, uncut(words)).length === 0;
  const absent = segments.length === 1 ? segments[0] : segments.find(isAbsent);
  if (!absent) return notFound({ kind: "not-one-passage" });
  const closest = closestPlacement(text.text, absent.text);
  if (!closest) return notFound({ kind: "absent" });
  const diff = differences(absent.text, text.text.slice(closest.start, closest.end));
  return {
    ...notFound({ kind: "changed-words", words: changedWords(diff) }),
    similarity: similarityOf(closest.errors, absent.text.length),
    diff,
    closest: text.range(closest.start, closest.end),
  };
}

/** Null where no passage has all segments. */
function verifyCut(text: PreparedText, quote: Cut, context: Context): Verification | null {
  const passages = findPassages(text.text, quote);
  const length = lengthOf(quote);
  const known =
    length >= UNMISTAKABLE
      ? passages
      : passages.filter((passage) => isBorneOut(text.text, passage, length, context));
  const passage = best(text.text, known, length, context);
  if (passage) return found(text, quote, passage);
  return passages.length > 0 ? notFound({ kind: "too-short-without-context" }) : null;
}

/** Words as they stand, ellipses and brackets too, held against a text; null where they are not in it. */
export function verifyLiterally(input: QuotationInput): Verification | null {
  const text = prepared(input.text);
  const words = normalise(input.quote).text.trim();
  return words === "" ? null : verifyCut(text, uncut(words), contextOf(input, text));
}

/**
 * Holds a quotation against a text. "verified": every character of it stands there, typography apart. "near": at least 95%
 * do and its words say the same; a person sees the diff and signs. Never throws.
 */
export function verifyQuotation(input: QuotationInput): Verification {
  const text = prepared(input.text);
  const quote = withoutMarks(normalise(input.quote).text.trim());
  const context = contextOf(input, text);
  const parts = cut(quote);
  if (parts.segments.length === 0) return notFound({ kind: "empty" });
  const isPlain = parts.segments.length === 1 && parts.segments[0]?.text === quote;
  // A source may have the ellipsis or the bracket itself.
  const asItStands = isPlain ? null : verifyCut(text, uncut(quote), context);
  if (asItStands?.status === "verified") return asItStands;
  return verifyCut(text, parts, context) ?? missing(text, parts);
}
