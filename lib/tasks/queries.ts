import type { z } from "zod";
import { dayOf } from "@/lib/dates";
import { db } from "@/lib/db";
import { countDueForecasts } from "@/lib/forecasts/queries";
import type { Prisma } from "@/lib/generated/prisma/client";
import { type Actor, authorize } from "@/lib/policy";
import { listTasksInput, type TaskLine } from "@/lib/tasks/schema";

const parts = {
  doneBy: { select: { name: true } },
  evidence: {
    select: {
      exact: true,
      snapshotId: true,
      claim: { select: { id: true, text: true, story: { select: story() } } },
    },
  },
  source: {
    include: { stories: { where: { story: { trashedAt: null } }, select: { story: { select: story() } } } },
  },
} satisfies Prisma.TaskInclude;

function story() {
  return {
    id: true,
    headline: true,
    section: { select: { issue: { select: { id: true, title: true, number: true } } } },
  } as const satisfies Prisma.StorySelect;
}

type Row = Prisma.TaskGetPayload<{ include: typeof parts }>;
type StoryRow = Row["source"]["stories"][number]["story"];

function place({ id, headline, section }: StoryRow): TaskLine["places"][number] {
  return { storyId: id, headline, issue: section?.issue ?? null };
}

function line(row: Row): TaskLine {
  const { id, kind, sentence, ended, evidence, source } = row;
  const stories = evidence ? [evidence.claim.story] : source.stories.map((link) => link.story);
  return {
    id,
    kind,
    sentence,
    createdAt: row.createdAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    ended,
    doneBy: row.doneBy?.name ?? null,
    source: {
      id: source.id,
      title: source.title,
      publisher: source.publisher,
      url: source.url,
      movedTo: source.movedTo,
      version: source.version,
    },
    claim: evidence && {
      id: evidence.claim.id,
      text: evidence.claim.text,
      exact: evidence.exact,
      snapshotId: evidence.snapshotId,
    },
    places: stories.map(place),
  };
}

/** Tasks, open ones oldest first, ended ones newest first; at most 500. */
export async function listTasks(
  actor: Actor,
  input: z.input<typeof listTasksInput> = {},
): Promise<TaskLine[]> {
  authorize(actor, "source.read");
  const { show } = listTasksInput.parse(input);
  const rows = await db().task.findMany({
    where: show === "open" ? { endedAt: null } : { endedAt: { not: null } },
    include: parts,
    orderBy: show === "open" ? [{ createdAt: "asc" }, { id: "asc" }] : [{ endedAt: "desc" }, { id: "desc" }],
    take: 500,
  });
  return rows.map(line);
}

/** How many tasks are open: what checks found, and the forecasts that are due on `today` (an ISO date, UTC). */
export async function countOpenTasks(actor: Actor, today = dayOf(new Date())): Promise<number> {
  authorize(actor, "source.read");
  const [found, due] = await Promise.all([
    db().task.count({ where: { endedAt: null } }),
    countDueForecasts(actor, today),
  ]);
  return found + due;
}

/** When a source was last looked at, as an ISO moment; null before the first look. */
export async function lastLookAt(actor: Actor): Promise<string | null> {
  authorize(actor, "source.read");
  const { _max } = await db().source.aggregate({ _max: { checkedAt: true } });
  return _max.checkedAt?.toISOString() ?? null;
}
