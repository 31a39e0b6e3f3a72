import type { z } from "zod";
import type { Attribution } from "@/lib/claims/kind";
import { db } from "@/lib/db";
import { closestSentence } from "@/lib/evidence/closest";
import { quotedWords, type Span } from "@/lib/evidence/match";
import { readableSnapshots } from "@/lib/evidence/readable";
import { type Candidate, findEvidenceInput } from "@/lib/evidence/schema";
import { type Actor, authorize } from "@/lib/policy";
import { prepareText } from "@/lib/quotations/normalise";
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
 * Looks for a quotation in the newest texts of a story's sources. Answers where it stands, word for word first, then nearly;
 * nothing else is ever offered as found. Nothing is attached.
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
  return findInSources(
    links.map(({ sourceId }) => sourceId),
    quotes,
  );
}

/** Where the newest texts of these sources have one of the quotations: word for word first, then nearly. */
export async function findInSources(sourceIds: string[], quotes: string[]): Promise<Candidate[]> {
  const snapshots = await readableSnapshots(sourceIds);
  const found: Candidate[] = [];
  // One after the other: each may be megabytes.
  for (const { id, sourceId } of snapshots) {
    const row = await db().sourceSnapshot.findUnique({ where: { id }, select: { extractedText: true } });
    const place = candidate(row?.extractedText ?? "", quotes);
    if (place) found.push({ sourceId, snapshotId: id, ...place });
  }
  return found.sort(byMatch);
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
