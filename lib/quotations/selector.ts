import type { DiffPart } from "@/lib/quotations/differences";
import type { PreparedText } from "@/lib/quotations/normalise";
import { verifyLiterally } from "@/lib/quotations/verify";

/**
 * A passage held twice over, as the W3C Web Annotation model has it: by its words with some of the text on either side
 * (TextQuoteSelector) and by its place (TextPositionSelector, UTF-16 units).
 */
export interface PassageSelector {
  exact: string;
  prefix: string;
  suffix: string;
  start: number;
  end: number;
}

/** Characters of context on each side. */
const CONTEXT = 32;

const isLow = (text: string, at: number) => /[\uDC00-\uDFFF]/.test(text[at] ?? "");
const isHigh = (text: string, at: number) => /[\uD800-\uDBFF]/.test(text[at] ?? "");
const isInsidePair = (text: string, at: number) => isHigh(text, at - 1) && isLow(text, at);

/** The selector of [start, end) of a text. A pair of surrogates is never cut: the passage takes it in, the context leaves it. */
export function selectorFor(text: string, start: number, end: number): PassageSelector {
  const from = isInsidePair(text, start) ? start - 1 : start;
  const to = isInsidePair(text, end) ? end + 1 : end;
  const before = Math.max(0, from - CONTEXT);
  const after = Math.min(text.length, to + CONTEXT);
  return {
    exact: text.slice(from, to),
    prefix: text.slice(isInsidePair(text, before) ? before + 1 : before, from),
    suffix: text.slice(to, isInsidePair(text, after) ? after - 1 : after),
    start: from,
    end: to,
  };
}

/** Where a selector's words stand in a text. "exact": word for word, typography apart; "near": `diff` has what changed. */
export interface FoundPassage {
  certainty: "exact" | "near";
  start: number;
  end: number;
  similarity: number;
  diff: DiffPart[] | null;
}

/**
 * Finds the words of stored evidence in another text, such as a later snapshot of the same page, by the standard of a
 * quotation: of several places the one that its context and its old place speak for. Null where the text no longer says it.
 */
export function findPassage(
  text: string | PreparedText,
  selector: Pick<PassageSelector, "exact" | "prefix" | "suffix"> & { start?: number | undefined },
): FoundPassage | null {
  const { exact: quote, prefix, suffix, start: position } = selector;
  const found = verifyLiterally({ quote, text, prefix, suffix, position });
  if (!found || found.start === null || found.end === null) return null;
  const { start, end, similarity, diff } = found;
  return { certainty: found.status === "verified" ? "exact" : "near", start, end, similarity, diff };
}
