import { cached, TAGS } from "@/lib/cache";
import { db } from "@/lib/db";
import type { Edition } from "@/lib/editions/schema";
import type { LedgerEntry } from "@/lib/ledger/entry";
import { claimNow, editionNow } from "@/lib/ledger/outcome";
import { outcomesOf, publishedEntries } from "@/lib/ledger/read";

async function entriesNow(): Promise<LedgerEntry[]> {
  const entries = await publishedEntries();
  const ids = entries.map(({ claim }) => claim.id);
  const outcomes = await outcomesOf(db(), ids);
  return entries.map((entry) => ({ ...entry, claim: claimNow(entry.claim, outcomes.get(entry.claim.id)) }));
}

/**
 * Every forecast and commitment that readers have, by the day it falls due: as the latest editions of published issues have
 * it, and how it came out, told beside them.
 */
export async function readLedger(): Promise<LedgerEntry[]> {
  return (await cached("ledger", [TAGS.editions, TAGS.outcomes], entriesNow)) ?? [];
}

/**
 * A published edition with how its forecasts and commitments came out since. The edition itself never changes: this is told
 * beside it, and who keeps a page of it depends on TAGS.outcomes.
 */
export async function withOutcomes(edition: Edition): Promise<Edition> {
  const claims = edition.sections.flatMap(({ stories }) => stories.flatMap((story) => story.claims));
  const ids = claims.filter(({ due }) => due !== null).map(({ id }) => id);
  return ids.length === 0 ? edition : editionNow(edition, await outcomesOf(db(), ids));
}
