import type { Span } from "@/lib/evidence/match";
import { linesOf, sentencesIn, wordsIn } from "@/lib/evidence/sentences";

/** A passage while it is chosen: from where the choice began to where it has come. */
export interface Chosen {
  anchor: number;
  head: number;
}

export type Step = 1 | -1;
export type Unit = "sentence" | "word";

/** The passage between both ends. */
export function spanOf({ anchor, head }: Chosen): Span {
  return { start: Math.min(anchor, head), end: Math.max(anchor, head) };
}

/** Goes through a text by sentences and words. Cut line by line as it is needed: a text may have megabytes. */
export class PassageMoves {
  readonly #text: string;
  readonly lines: readonly Span[];

  constructor(text: string) {
    this.#text = text;
    this.lines = linesOf(text);
  }

  /** The sentence that an offset lies in or before; null in a text without words. */
  sentenceAt(offset: number): Span | null {
    return this.#next("sentence", offset) ?? this.#before("sentence", this.#text.length);
  }

  /** The whole sentence or word after the passage, or before it; the first of all where nothing is chosen. Null at the ends. */
  move(chosen: Chosen | null, unit: Unit, step: Step): Chosen | null {
    const { start, end } = chosen ? spanOf(chosen) : { start: 0, end: 0 };
    const span = step === 1 || !chosen ? this.#after(unit, end) : this.#before(unit, start);
    return span && { anchor: span.start, head: span.end };
  }

  /** Takes the next sentence or word in, or lets the last one go; what it began with always stays. */
  extend(chosen: Chosen | null, unit: Unit, step: Step): Chosen | null {
    if (!chosen) return this.move(null, unit, step);
    const { anchor, head } = chosen;
    if (step === 1) {
      const span = head >= anchor ? this.#endAfter(unit, head) : this.#startAfter(unit, head, anchor);
      return span === null ? null : { anchor, head: span };
    }
    if (head > anchor) {
      const shorter = this.#endBefore(unit, head, anchor);
      if (shorter !== null) return { anchor, head: shorter };
      // Nothing of it is left on this side: the choice turns round its beginning.
      const before = this.#before(unit, anchor);
      return before && { anchor: head, head: before.start };
    }
    const before = this.#before(unit, head);
    return before && { anchor, head: before.start };
  }

  #endAfter(unit: Unit, offset: number): number | null {
    return this.#next(unit, offset)?.end ?? null;
  }

  #endBefore(unit: Unit, offset: number, anchor: number): number | null {
    const span = this.#before(unit, offset - 1);
    return span && span.end > anchor ? span.end : null;
  }

  #startAfter(unit: Unit, offset: number, anchor: number): number | null {
    const span = this.#after(unit, offset + 1);
    return span && span.start < anchor ? span.start : null;
  }

  /** The first that ends after an offset. */
  #next(unit: Unit, offset: number): Span | null {
    return this.#search(unit, offset, (span) => span.end > offset);
  }

  /** The first that begins at an offset or after it. */
  #after(unit: Unit, offset: number): Span | null {
    return this.#search(unit, offset, (span) => span.start >= offset);
  }

  #search(unit: Unit, offset: number, fits: (span: Span) => boolean): Span | null {
    for (let index = this.#lineAt(offset); index < this.lines.length; index += 1) {
      const found = this.#unitsIn(unit, index).find(fits);
      if (found) return found;
    }
    return null;
  }

  /** The last that ends at an offset or before it. */
  #before(unit: Unit, offset: number): Span | null {
    for (let index = Math.min(this.#lineAt(offset), this.lines.length - 1); index >= 0; index -= 1) {
      const found = this.#unitsIn(unit, index).findLast((span) => span.end <= offset);
      if (found) return found;
    }
    return null;
  }

  #unitsIn(unit: Unit, index: number): Span[] {
    const line = this.lines[index];
    if (!line) return [];
    return unit === "sentence" ? sentencesIn(this.#text, line) : wordsIn(this.#text, line);
  }

  /** The first line that ends after an offset; behind the last line, the number of lines. */
  #lineAt(offset: number): number {
    let [low, high] = [0, this.lines.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.lines[middle]?.end ?? 0) > offset) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

/** Signs that are looked for as one, however a page sets them. */
const ALIKE = ["'‘’", '"“”„', "-‐‑–—"];

const anyOf = (character: string) => {
  const signs = ALIKE.find((each) => each.includes(character)) ?? character;
  return `(?:${[...signs].map(RegExp.escape).join("|")})`;
};

/**
 * Every place of a text where words stand, at most `most`: whatever their case, the form of their quotes and dashes, and the
 * white space between them.
 */
export function findInText(text: string, words: string, most = 2_000): Span[] {
  const parts = words
    .trim()
    .split(/\s+/)
    .filter(Boolean)
    .map((part) => [...part].map(anyOf).join(""));
  if (parts.length === 0) return [];
  const found: Span[] = [];
  for (const match of text.matchAll(new RegExp(parts.join("\\s+"), "giu"))) {
    found.push({ start: match.index, end: match.index + match[0].length });
    if (found.length === most) break;
  }
  return found;
}
