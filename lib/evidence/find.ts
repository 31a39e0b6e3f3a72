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
function candidate(text: string, quotes: string[]): Omit<Found, "sourceId" | "snapshotId"> | null {
  const prepared = prepareText(text);
  for (const quote of quotes) {
    const { status, start, end, similarity, diff } = verifyQuotation({ quote, text: prepared });
    if (status !== "not-found" && start !== null && end !== null) {
      return { matchStatus: status, start, end, similarity, diff };
    }
  }
  return null;
}

type Found = Candidate & { matchStatus: "verified" | "near" };

const byMatch = (a: Found, b: Found) =>
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
  const sourceIds = links.map(({ sourceId }) => sourceId);
  const found = await findInSources(sourceIds, quotes);
  return found.length > 0 || !asked.quote ? found : findClosest(sourceIds, asked.quote);
}

/** The passage of these sources that resembles the words most, alone; none where nothing does. */
async function findClosest(sourceIds: string[], quote: string): Promise<Candidate[]> {
  const places = await placesIn(sourceIds, (text) => resemblance(text, quote));
  return places.toSorted((a, b) => b.similarity - a.similarity).slice(0, 1);
}

/** Where the newest texts of these sources have one of the quotations: word for word first, then nearly. */
export async function findInSources(sourceIds: string[], quotes: string[]): Promise<Found[]> {
  return (await placesIn(sourceIds, (text) => candidate(text, quotes))).sort(byMatch);
}

/** What `look` finds in the newest texts of these sources. */
async function placesIn<T>(sourceIds: string[], look: (text: string) => T | null) {
  const snapshots = await readableSnapshots(sourceIds);
  const found: (T & { sourceId: string; snapshotId: string })[] = [];
  // One after the other: each may be megabytes.
  for (const { id, sourceId } of snapshots) {
    const row = await db().sourceSnapshot.findUnique({ where: { id }, select: { extractedText: true } });
    const place = look(row?.extractedText ?? "");
    if (place) found.push({ sourceId, snapshotId: id, ...place });
  }
  return found;
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
