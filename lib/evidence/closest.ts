import type { Span } from "@/lib/evidence/match";
import { sentencesOf } from "@/lib/evidence/sentences";
import { queryWords } from "@/lib/search/words";

/** Of a claim's telling words, the part that a sentence must share to be shown as the closest one. */
const ENOUGH = 0.34;

/** Words that tell sentences apart: those with a digit, and those longer than articles and prepositions. */
function tellingWords(text: string): Set<string> {
  return new Set(queryWords(text).filter((word) => word.length > 3 || /\p{N}/u.test(word)));
}

/**
 * The sentence of a text that has most of a claim's telling words in it, each worth the more the fewer sentences have it;
 * null when none has a third. Only a place to begin reading: it verifies nothing.
 */
export function closestSentence(text: string, claim: string): Span | null {
  const wanted = tellingWords(claim);
  if (wanted.size === 0) return null;
  const sentences = sentencesOf(text).map((span) => {
    const words = tellingWords(text.slice(span.start, span.end));
    return { span, shared: [...wanted].filter((word) => words.has(word)) };
  });
  const inHowMany = new Map<string, number>();
  for (const word of sentences.flatMap(({ shared }) => shared)) {
    inHowMany.set(word, (inHowMany.get(word) ?? 0) + 1);
  }
  const worth = (words: Iterable<string>) =>
    [...words].reduce((sum, word) => sum + 1 / Math.sqrt(inHowMany.get(word) ?? 1), 0);
  const [best] = sentences.toSorted((a, b) => worth(b.shared) - worth(a.shared));
  if (!best || best.shared.length < 2) return null;
  return worth(best.shared) / worth(wanted) >= ENOUGH ? best.span : null;
}
