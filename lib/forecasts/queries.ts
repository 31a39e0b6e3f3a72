import { addDays } from "date-fns";
import { dateColumn, dayOf } from "@/lib/dates";
import { db } from "@/lib/db";
import {
  type DraftChoice,
  type ForecastLine,
  type OpenForecasts,
  OUTCOMES,
  type SettledForecast,
} from "@/lib/forecasts/schema";
import type { Prisma } from "@/lib/generated/prisma/client";
import { byWeek } from "@/lib/issues/next-issue";
import type { LedgerEntry } from "@/lib/ledger/entry";
import { publishedEntries } from "@/lib/ledger/read";
import { type Actor, authorize } from "@/lib/policy";

// What is due is what readers have: which forecasts there are, and by which day, the latest editions say; how each stands
// now, its row says. So nothing is stored for it, and a task is there as soon as its day has come.

const OPEN = { OR: [{ outcome: null }, { outcome: "open" }] } satisfies Prisma.ClaimWhereInput;

/** How far ahead what falls due is shown, in days. */
const SOON = 28;

const parts = {
  resolvedBy: { select: { name: true } },
  takenUpBy: {
    where: { trashedAt: null },
    orderBy: { createdAt: "asc" },
    take: 1,
    select: { id: true, headline: true, section: { select: { issue: { select: { title: true } } } } },
  },
  evidence: {
    where: { relation: "resolves" },
    orderBy: { position: "asc" },
    select: { exact: true, snapshot: { select: { source: { select: { title: true } } } } },
  },
} as const satisfies Prisma.ClaimInclude;

type Row = Prisma.ClaimGetPayload<{ include: typeof parts }>;

function line({ claim, ...entry }: LedgerEntry, row: Row): ForecastLine {
  const [takenUpBy] = row.takenUpBy;
  return {
    id: claim.id,
    version: row.version,
    kind: claim.kind,
    text: claim.text,
    speaker: claim.speaker,
    due: claim.due.at,
    criteria: claim.due.criteria,
    probability: claim.due.probability,
    storyId: row.storyId,
    headline: entry.headline,
    issueNumber: entry.issueNumber,
    address: `/issues/${entry.issueSlug}#${entry.anchor}`,
    takenUpBy: takenUpBy
      ? { id: takenUpBy.id, headline: takenUpBy.headline, issue: takenUpBy.section?.issue.title ?? null }
      : null,
    settling: row.evidence.map(({ exact, snapshot }) => ({ exact, title: snapshot.source.title })),
  };
}

/** Published forecasts and commitments with their rows, by the day they fall due. */
async function withRows(where: Prisma.ClaimWhereInput): Promise<{ entry: LedgerEntry; row: Row }[]> {
  const entries = await publishedEntries();
  const ids = entries.map(({ claim }) => claim.id);
  const rows = await db().claim.findMany({ where: { id: { in: ids }, ...where }, include: parts });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return entries.flatMap((entry) => {
    const row = byId.get(entry.claim.id);
    return row ? [{ entry, row }] : [];
  });
}

/** Published forecasts and commitments that nobody has settled, by the day they fall due as seen from `today` (an ISO date, UTC). */
export async function listOpenForecasts(actor: Actor, today: string): Promise<OpenForecasts> {
  authorize(actor, "story.read");
  const lines = (await withRows(OPEN)).map(({ entry, row }) => line(entry, row));
  const last = dayOf(addDays(dateColumn(today) ?? 0, SOON));
  const isDue = ({ due }: ForecastLine) => due !== null && due <= today;
  const isSoon = ({ due }: ForecastLine) => due !== null && due > today && due <= last;
  return {
    due: lines.filter(isDue),
    soon: lines.filter(isSoon),
    later: lines.filter((each) => !isDue(each) && !isSoon(each)),
  };
}

/** How many of them are due on `today` (an ISO date, UTC). */
export async function countDueForecasts(actor: Actor, today: string): Promise<number> {
  authorize(actor, "story.read");
  const entries = await publishedEntries();
  const due = entries.filter(({ claim }) => claim.due.at !== null && claim.due.at <= today);
  if (due.length === 0) return 0;
  return db().claim.count({ where: { id: { in: due.map(({ claim }) => claim.id) }, ...OPEN } });
}

/** Those that were settled, the last first; at most 100. */
export async function listSettledForecasts(actor: Actor): Promise<SettledForecast[]> {
  authorize(actor, "story.read");
  const found = await withRows({ outcome: { in: [...OUTCOMES] } });
  return found
    .flatMap(({ entry, row }): SettledForecast[] => {
      const outcome = OUTCOMES.find((each) => each === row.outcome);
      if (!outcome) return [];
      const resolvedOn = dayOf(row.resolvedAt ?? row.updatedAt);
      const told = { resolution: row.resolution ?? "", resolvedBy: row.resolvedBy?.name ?? null };
      return [{ ...line(entry, row), outcome, resolvedOn, ...told }];
    })
    .sort((a, b) => b.resolvedOn.localeCompare(a.resolvedOn) || a.id.localeCompare(b.id))
    .slice(0, 100);
}

/** The unpublished issues that a story can be begun in, the next one first. */
export async function listDraftChoices(actor: Actor): Promise<DraftChoice[]> {
  authorize(actor, "issue.read");
  const rows = await db().issue.findMany({
    where: { publicationState: "unpublished", trashedAt: null },
    select: { id: true, title: true, number: true, weekFrom: true, createdAt: true },
  });
  return rows.sort(byWeek).map(({ id, title }) => ({ id, title }));
}
