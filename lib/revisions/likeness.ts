import { wordsOf } from "@/lib/revisions/words";

/** How many numbers two sorted lists share. */
function shared(left: Int32Array, right: Int32Array): number {
  let [i, j, count] = [0, 0, 0];
  while (i < left.length && j < right.length) {
    const difference = (left[i] ?? 0) - (right[j] ?? 0);
    if (difference === 0) count += 1;
    if (difference <= 0) i += 1;
    if (difference >= 0) j += 1;
  }
  return count;
}

/**
 * A measure of how alike two things with words are, from 0 to 1: the share of words in common (Dice's coefficient over
 * bags of words). Each text is cut into words once, and each word is a number, because every old block meets every new one.
 */
export function likenessBy<T extends object>(textOf: (item: T) => string): (before: T, after: T) => number {
  const numbers = new Map<string, number>();
  const bags = new Map<T, Int32Array>();
  const numberOf = (word: string) => {
    const known = numbers.get(word) ?? numbers.size;
    numbers.set(word, known);
    return known;
  };
  const bagOf = (item: T) => {
    const bag = bags.get(item) ?? Int32Array.from(wordsOf(textOf(item)), numberOf).sort();
    bags.set(item, bag);
    return bag;
  };
  return (before, after) => {
    const [left, right] = [bagOf(before), bagOf(after)];
    const all = left.length + right.length;
    return all === 0 ? 1 : (2 * shared(left, right)) / all;
  };
}
