import type { z } from "zod";
import type { Attribution } from "@/lib/claims/kind";
import { db } from "@/lib/db";
import { closestSentence } from "@/lib/evidence/closest";
import { quotedWords, type Span } from "@/lib/evidence/match";
import { readableSnapshots } from "@/lib/evidence/readable";
import { type Candidate, findEvidenceInput } from "@/lib/evidence/schema";
import { type Actor, authorize } from "@/lib/policy";
import { differences } from "@/lib/quotations/differences";
import { normalise, prepareText } from "@/lib/quotations/normalise";
import { verifyQuotation } from "@/lib/quotations/verify";

/** The words to look for: those given, else what the claim quotes; none for a claim that quotes nothing. */
async function wanted({ quote, claimId, storyId }: z.output<typeof findEvidenceInput>): Promise<string[]> {
  if (quote) return [quote];
  const claim = claimId ? await db().claim.findFirst({ where: { id: claimId, storyId } }) : null;
  return claim?.attribution === "quoted" ? quotedWords(claim.text) : [];
}

/** Where a text has the words; null when it does not. */
function candidate(text: string, quotes: string[]): Omit<Candidate, "sourceId" | "snapshotId"> | null {
  const prepared = prepareText(text);
  for (const quote of quotes) {
    const { status, start, end, similarity, diff } = verifyQuotation({ quote, text: prepared });
    if (status !== "not-found" && start !== null && end !== null) {
      return { matchStatus: status, start, end, similarity, diff };
    }
  }
  return null;
}

const byMatch = (a: Candidate, b: Candidate) =>
  Number(b.matchStatus === "verified") - Number(a.matchStatus === "verified") || b.similarity - a.similarity;

/**
 * Looks for a quotation in the newest texts of a story's sources. Answers where it stands, word for word first, then nearly.
 * Where words that somebody pasted stand nowhere, the one passage that comes closest is answered, and called that; nothing
 * else is ever offered as found. Nothing is attached.
 */
export async function findEvidence(
  actor: Actor,
  input: z.input<typeof findEvidenceInput>,
): Promise<Candidate[]> {
  authorize(actor, "source.read");
  const asked = findEvidenceInput.parse(input);
  const quotes = await wanted(asked);
  if (quotes.length === 0) return [];
  const links = await db().storySource.findMany({ where: { storyId: asked.storyId } });
  const snapshots = await readableSnapshots(links.map(({ sourceId }) => sourceId));
  const found: Candidate[] = [];
  const resembling: Candidate[] = [];
  // One after the other: each may be megabytes.
  for (const { id, sourceId } of snapshots) {
    const row = await db().sourceSnapshot.findUnique({ where: { id }, select: { extractedText: true } });
    const text = row?.extractedText ?? "";
    const place = candidate(text, quotes);
    if (place) found.push({ sourceId, snapshotId: id, ...place });
    const like = asked.quote && found.length === 0 ? resemblance(text, asked.quote) : null;
    if (like) resembling.push({ sourceId, snapshotId: id, ...like });
  }
  if (found.length === 0) return resembling.sort(byMatch).slice(0, 1);
  return found.sort(byMatch);
}

/** The passage at which a reader would begin for these words, and how it differs from them; null where nothing resembles them. */
function resemblance(text: string, quote: string): Omit<Candidate, "sourceId" | "snapshotId"> | null {
  const span = suggestPassage(text, { quote });
  if (span === null) return null;
  const said = normalise(quote).text;
  const diff = differences(said, normalise(text.slice(span.start, span.end)).text);
  const same = diff.reduce((sum, part) => sum + (part.kind === "same" ? part.text.length : 0), 0);
  return { matchStatus: "closest", ...span, similarity: same / Math.max(1, said.length), diff };
}

/** The passage of a text to begin with: where a quotation stands or comes closest, else the sentence likest to a claim. */
export function suggestPassage(
  text: string,
  looked: { quote: string } | { attribution: Attribution; text: string } | null,
): Span | null {
  if (looked === null) return null;
  const isQuote = "quote" in looked;
  const quotes = isQuote ? [looked.quote] : looked.attribution === "quoted" ? quotedWords(looked.text) : [];
  const prepared = prepareText(text);
  for (const quote of quotes) {
    const { start, end, closest } = verifyQuotation({ quote, text: prepared });
    if (start !== null && end !== null) return { start, end };
    if (closest) return closest;
  }
  return closestSentence(text, isQuote ? looked.quote : looked.text);
}
