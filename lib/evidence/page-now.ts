import { normalise, prepareText } from "@/lib/quotations/normalise";
import { findPassage, type PassageSelector } from "@/lib/quotations/selector";

type Selector = Pick<PassageSelector, "exact" | "prefix" | "suffix" | "start">;

/**
 * What a page says now, held against what it said before. An answer is kept: so whoever is about to lock rows asks everything
 * first, and under the lock only what changed meanwhile is searched for (a search may take as long as a text is long).
 */
export class PageNow {
  readonly #prepared;
  readonly #same = new Map<string, boolean>();
  readonly #passages = new Map<string, boolean>();

  constructor(text: string) {
    this.#prepared = prepareText(text);
  }

  /** Whether another text says the same, typography and white space apart. */
  isSame(other: string): boolean {
    const known = this.#same.get(other);
    if (known !== undefined) return known;
    const answer = normalise(other).text === this.#prepared.text;
    this.#same.set(other, answer);
    return answer;
  }

  /** Whether a passage stands here word for word. In other words it is gone: nobody has looked at the difference. */
  has({ exact, prefix, suffix, start }: Selector): boolean {
    const key = JSON.stringify([exact, prefix, suffix, start]);
    const known = this.#passages.get(key);
    if (known !== undefined) return known;
    const answer = findPassage(this.#prepared, { exact, prefix, suffix, start })?.certainty === "exact";
    this.#passages.set(key, answer);
    return answer;
  }
}
