import type { Db } from "@/lib/db";
import type { PassageChange } from "@/lib/evidence/reverify";
import type { Source } from "@/lib/generated/prisma/client";
import { announceCollecting } from "@/lib/live/announce";
import type { SourceState } from "@/lib/sources/state";
import type { TaskKind } from "@/lib/tasks/schema";

const KIND_OF_STATE: Partial<Record<SourceState, TaskKind>> = {
  moved: "sourceMoved",
  drifted: "sourceDrifted",
  blocked: "sourceBlocked",
  dead: "sourceDead",
};

interface Settling {
  /** As it was before. */
  source: Pick<Source, "id" | "state" | "stateSince">;
  state: SourceState;
  /** Its text is again what it was. */
  isBack: boolean;
  passages: PassageChange[];
  at: Date;
  /** What was found. */
  sentence: string;
}

/** Something in use cites the source: a story that is not in the trash lists it, or a claim of one rests on it. */
async function isCited(tx: Db, sourceId: string): Promise<boolean> {
  const story = { trashedAt: null };
  if ((await tx.storySource.count({ where: { sourceId, story } })) > 0) return true;
  return (await tx.evidence.count({ where: { snapshot: { sourceId }, claim: { story } } })) > 0;
}

async function open(
  tx: Db,
  kind: TaskKind,
  sourceId: string,
  sentence: string,
  at: Date,
  evidenceId?: string,
) {
  // One open task for each matter (index): what is open already stays as it is.
  await tx.task.createMany({
    data: [{ kind, sourceId, sentence, createdAt: at, ...(evidenceId ? { evidenceId } : {}) }],
    skipDuplicates: true,
  });
}

/**
 * Whether what was found asks for a person. A change does; so does a page that cannot be read although something cites it,
 * once, be it at the first look or because it was cited later. That a page has been elsewhere from the first look on, or
 * that there is a text, asks for nobody.
 */
async function isNews(tx: Db, { source, state }: Settling, kind: TaskKind): Promise<boolean> {
  if (kind === "sourceDead" || kind === "sourceBlocked") {
    if (state !== source.state || source.stateSince === null) return true;
    const told = { kind, sourceId: source.id, createdAt: { gte: source.stateSince } };
    return (await tx.task.count({ where: told })) === 0;
  }
  return state !== source.state && source.state !== "unchecked";
}

/**
 * The tasks that follow from a look at a source. A change of something cited opens one; what is well again by itself ends
 * its own. That a text changed stays open until a person has looked, or the text is again what it was.
 */
export async function settleTasks(tx: Db, settling: Settling): Promise<void> {
  const { source, state, isBack, passages, at, sentence } = settling;
  const { id: sourceId } = source;
  const kind = KIND_OF_STATE[state];
  if (kind && (await isCited(tx, sourceId)) && (await isNews(tx, settling, kind)))
    await open(tx, kind, sourceId, sentence, at);
  for (const { evidenceId } of passages.filter((passage) => passage.gone))
    await open(tx, "quotationGone", sourceId, "The passage is no longer on the page.", at, evidenceId);
  const standing: TaskKind[] = [...(isBack ? [] : ["sourceDrifted" as const]), ...(kind ? [kind] : [])];
  const back = passages.filter((passage) => !passage.gone).map((passage) => passage.evidenceId);
  await tx.task.updateMany({
    where: {
      sourceId,
      endedAt: null,
      OR: [
        { kind: { notIn: [...standing, "quotationGone"] } },
        { kind: "quotationGone", evidenceId: { in: back } },
      ],
    },
    data: { endedAt: at, ended: "cleared" },
  });
  await announceCollecting(tx, "tasks");
}
