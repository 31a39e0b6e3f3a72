import { dismissedWords } from "@/lib/dismissals/words";

const hex = (bytes: ArrayBuffer) =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/**
 * What was dismissed in one story, as this screen knows it. The server keeps hashes, and hashing takes the browser a moment: a
 * sentence is not suggested for before it is known not to be among them. A page that came without encryption cannot hash; it
 * knows what was dismissed on itself.
 */
export class DismissedSentences {
  #hashes: ReadonlySet<string> = new Set();
  /** What was dismissed here, by its words, whether the server knows already or not. */
  readonly #here = new Set<string>();
  readonly #hashOf = new Map<string, string>();

  /** What the server has. */
  receive(hashes: readonly string[]): void {
    this.#hashes = new Set(hashes);
  }

  add(sentences: readonly string[]): void {
    for (const sentence of sentences) this.#here.add(dismissedWords(sentence));
  }

  remove(sentences: readonly string[]): void {
    for (const sentence of sentences) this.#here.delete(dismissedWords(sentence));
  }

  /** The server kept, or forgot, these. */
  change(hashes: readonly string[], isDismissed: boolean): void {
    const rest = [...this.#hashes].filter((hash) => !hashes.includes(hash));
    this.#hashes = new Set(isDismissed ? [...rest, ...hashes] : rest);
  }

  /** Undefined while nobody knows: `learn` finds out. */
  has(sentence: string): boolean | undefined {
    const words = dismissedWords(sentence);
    if (this.#here.has(words)) return true;
    if (this.#hashes.size === 0 || globalThis.crypto?.subtle === undefined) return false;
    const hash = this.#hashOf.get(words);
    return hash === undefined ? undefined : this.#hashes.has(hash);
  }

  /**
   * Hashes those of these sentences that were not hashed yet, also while nothing is dismissed: the first dismissal is not to hide
   * all others for a moment. Answers whether `has` knows more now.
   */
  async learn(sentences: readonly string[]): Promise<boolean> {
    if (globalThis.crypto?.subtle === undefined) return false;
    const isMore = sentences.some((sentence) => this.has(sentence) === undefined);
    const unknown = [...new Set(sentences.map(dismissedWords))].filter((words) => !this.#hashOf.has(words));
    const hash = async (words: string) =>
      hex(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(words)));
    const hashes = await Promise.all(unknown.map(hash));
    for (const [at, words] of unknown.entries()) this.#hashOf.set(words, hashes[at] ?? "");
    return isMore;
  }
}
