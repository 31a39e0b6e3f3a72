import type { z } from "zod";
import { db, transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { lockIssue, raiseOrderVersion } from "@/lib/issues/lock";
import { type Actor, authorize } from "@/lib/policy";
import { placeStoriesInput, type WaitingStory } from "@/lib/stories/backlog-schema";

/** Stories that wait without an issue, last changed first. */
export async function listWaiting(actor: Actor): Promise<WaitingStory[]> {
  authorize(actor, "story.read");
  const rows = await db().story.findMany({
    where: { sectionId: null, trashedAt: null },
    orderBy: { updatedAt: "desc" },
    select: {
      id: true,
      headline: true,
      authorId: true,
      author: { select: { name: true } },
      workflowState: true,
      createdAt: true,
      updatedAt: true,
      _count: { select: { sources: true } },
    },
  });
  return rows.map(({ author, _count, createdAt, updatedAt, ...row }) => ({
    ...row,
    authorName: author?.name ?? null,
    sources: _count.sources,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  }));
}

/**
 * Moves stories from the backlog to the end of a section, in the order given: all of them or, where one is not in the backlog
 * any more, none. Throws AppError "conflict" then, "not-found" when the section is gone.
 */
export async function placeStories(
  actor: Actor,
  input: z.input<typeof placeStoriesInput>,
): Promise<{ orderVersion: number }> {
  authorize(actor, "issue.arrange");
  const { ids, sectionId } = placeStoriesInput.parse(input);
  return transaction(async (tx) => {
    const section = await tx.section.findUnique({ where: { id: sectionId } });
    if (section) await lockIssue(tx, section.issueId);
    if (!section || (await tx.section.count({ where: { id: sectionId } })) === 0) {
      throw new AppError("not-found", "This section was removed meanwhile.");
    }
    const waiting = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM "Story" WHERE "id" = ANY(${ids}::uuid[]) AND "sectionId" IS NULL AND "trashedAt" IS NULL
      ORDER BY "id" FOR NO KEY UPDATE`;
    if (waiting.length !== new Set(ids).size) {
      throw new AppError(
        "conflict",
        "One of these stories left the backlog meanwhile; nothing was moved. Look again.",
      );
    }
    const count = await tx.story.count({ where: { sectionId } });
    await tx.$executeRaw`
      UPDATE "Story" SET "sectionId" = ${sectionId}::uuid, "position" = ${count}::int + place."position"::int
      FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS place("id", "position") WHERE "Story"."id" = place."id"`;
    return { orderVersion: await raiseOrderVersion(tx, actor, section.issueId) };
  });
}
