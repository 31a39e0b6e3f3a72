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
  source: Pick<Source, "id" | "state">;
  state: SourceState;
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
 * The tasks that follow from a look at a source. A change of something cited opens one; what is well again by itself ends
 * its own. That a text changed stays open until a person has looked. The first look of all opens none: whoever added the
 * source sees what became of it.
 */
export async function settleTasks(
  tx: Db,
  { source, state, passages, at, sentence }: Settling,
): Promise<void> {
  const { id: sourceId } = source;
  const isFirst = source.state === "unchecked";
  const kind = KIND_OF_STATE[state];
  const cited = await isCited(tx, sourceId);
  if (cited && kind && state !== source.state && !isFirst) await open(tx, kind, sourceId, sentence, at);
  for (const { evidenceId } of passages.filter((passage) => passage.gone))
    await open(tx, "quotationGone", sourceId, "The passage is no longer on the page.", at, evidenceId);
  const standing: TaskKind[] = ["sourceDrifted", ...(kind ? [kind] : [])];
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
