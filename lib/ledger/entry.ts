import { z } from "zod";
import { editionClaim } from "@/lib/editions/schema";

export const LEDGER_KINDS = ["forecast", "commitment"] as const;
/** "due": its day has come and nobody has settled it. */
export const LEDGER_STATES = ["open", "due", "yes", "no", "ambiguous"] as const;
export type LedgerState = (typeof LEDGER_STATES)[number];

/** A forecast or a commitment as readers have it, and where. */
export const ledgerEntry = z.object({
  claim: editionClaim.extend({ kind: z.enum(LEDGER_KINDS), due: editionClaim.shape.due.unwrap() }),
  issueSlug: z.string(),
  issueNumber: z.number(),
  /** When the edition that holds it was published. */
  publishedAt: z.iso.datetime(),
  anchor: z.string(),
  headline: z.string(),
  /** The day it fell due in each edition that told it, in their order: a day that was moved stays in sight. */
  publishedDays: z.array(z.iso.date().nullable()).default([]),
});
export type LedgerEntry = z.infer<typeof ledgerEntry>;

/** How it stands on `today` (an ISO date, UTC). On its last day it is due. */
export function stateOf({ claim: { due } }: LedgerEntry, today: string): LedgerState {
  if (due.outcome !== "open") return due.outcome;
  return due.at !== null && due.at <= today ? "due" : "open";
}

/** The days on which it was to fall due by earlier editions, where they said another one. */
export function earlierDays({ claim, publishedDays }: LedgerEntry): string[] {
  return [...new Set(publishedDays)].filter((day) => day !== null).filter((day) => day !== claim.due.at);
}

/** By the day they fall due, those without one last; then as they were published. */
export function byDueDate(a: LedgerEntry, b: LedgerEntry): number {
  const [left, right] = [a.claim.due.at ?? "9999-12-31", b.claim.due.at ?? "9999-12-31"];
  return left.localeCompare(right) || a.issueNumber - b.issueNumber || a.claim.id.localeCompare(b.claim.id);
}

/** Which entries are asked for; null for all. */
export interface LedgerFilter {
  speaker: string | null;
  kind: (typeof LEDGER_KINDS)[number] | null;
  state: LedgerState | null;
  /** Four digits: the year in which it falls due. */
  year: string | null;
}

const filterInput = z.object({
  // As long as a claim's speaker may be (lib/claims/schema.ts).
  speaker: z.string().min(1).max(300).nullable().catch(null),
  kind: z.enum(LEDGER_KINDS).nullable().catch(null),
  state: z.enum(LEDGER_STATES).nullable().catch(null),
  year: z
    .string()
    .regex(/^\d{4}$/u)
    .nullable()
    .catch(null),
});

/** The years in which something falls due, the first one first. */
export function dueYears(entries: readonly LedgerEntry[]): string[] {
  return [...new Set(entries.flatMap(({ claim }) => claim.due.at?.slice(0, 4) ?? []))].sort();
}

/** The filter in the query of an address. What is empty, unknown or misspelt asks for everything. */
export function readFilter(query: URLSearchParams): LedgerFilter {
  return filterInput.parse({
    speaker: query.get("speaker"),
    kind: query.get("kind"),
    state: query.get("state"),
    year: query.get("year"),
  });
}

/** What a speaker is called among others, so that two spellings count as one; by default as written. */
export type Called = (speaker: string) => string;

/** The entries that the filter asks for on `today` (an ISO date, UTC), in the order given; speakers are compared as `called`. */
export function selectEntries(
  entries: readonly LedgerEntry[],
  filter: LedgerFilter,
  today: string,
  called: Called = String,
): LedgerEntry[] {
  const asked = filter.speaker === null ? null : called(filter.speaker);
  return entries.filter(
    (entry) =>
      (asked === null || (entry.claim.speaker !== null && called(entry.claim.speaker) === asked)) &&
      (filter.kind === null || entry.claim.kind === filter.kind) &&
      (filter.state === null || stateOf(entry, today) === filter.state) &&
      (filter.year === null || entry.claim.due.at?.startsWith(filter.year) === true),
  );
}
