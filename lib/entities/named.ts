import { bareName, isName } from "@/lib/entities/key";

/**
 * A word: letters, marks and digits in a row. Of the scripts that are written without spaces each character is one, so that a
 * name in them is found wherever it stands.
 */
const WORDS =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]|[[\p{L}\p{M}\p{N}]--[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]]+/gv;

const wordsOf = (text: string): string[] => text.match(WORDS) ?? [];

interface Sequence<T> {
  words: string[];
  of: T;
}

/** From how many letters on a word in capitals is no initials: "NVIDIA" may be "Nvidia", but "WHO" is not "Who". */
const NO_INITIALS = 5;

const capitalised = (word: string) => word.charAt(0) + word.slice(1).toLowerCase();

/** Whether a text's word is that of a name: in its own letter case, or in capitals throughout as headlines may have it. */
function isWord(own: string, read: string): boolean {
  if (own === read || own.toUpperCase() === read) return true;
  return own.length >= NO_INITIALS && own === own.toUpperCase() && capitalised(own) === read;
}

/**
 * Finds what a text names. A name, which a common noun is not (lib/entities/key.ts), counts where all its words stand in a row as whole words and in its own letter case, so that
 * "Meta" is not found in "metal" and "Apple" not in "an apple"; the article, the possessive and the company's form that may stand
 * about it are left aside (lib/entities/key.ts). What is found is answered once each, in no order.
 */
export function namesFinder<T>(
  names: readonly { name: string; of: T }[],
): (...texts: readonly string[]) => Set<T> {
  const byFirst = new Map<string, Sequence<T>[]>();
  for (const { name, of } of names) {
    if (!isName(name)) continue;
    const words = wordsOf(bareName(name));
    const first = words[0]?.toLowerCase();
    if (first !== undefined) byFirst.set(first, [...(byFirst.get(first) ?? []), { words, of }]);
  }
  return (...texts) => {
    const found = new Set<T>();
    for (const text of texts) {
      const read = wordsOf(text.normalize("NFKC"));
      for (const [at, word] of read.entries()) {
        for (const { words, of } of byFirst.get(word.toLowerCase()) ?? []) {
          if (words.every((own, place) => isWord(own, read[at + place] ?? ""))) found.add(of);
        }
      }
    }
    return found;
  };
}
