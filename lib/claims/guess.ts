import { sentencesOf, wordsIn } from "@/lib/evidence/sentences";
import { quotedPassages } from "@/lib/quotations/quoted-passages";

/** Words between quotation marks from which on they are a quotation and not a term in quotes (provenance.md). */
const SHORTEST_QUOTATION = 4;

/** What words that are marked as a claim most likely are: a quotation where they quote four words or more, else a fact. */
export function guessedKind(text: string): "quotation" | "fact" {
  const counts = quotedPassages(text).map((passage) =>
    sentencesOf(passage.text).reduce((sum, span) => sum + wordsIn(passage.text, span).length, 0),
  );
  return counts.some((count) => count >= SHORTEST_QUOTATION) ? "quotation" : "fact";
}
