import type { Db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { SourceLine } from "@/lib/issues/schema";
import { sourceLine } from "@/lib/sources/lines";
import { lockIssuesAround } from "@/lib/workflow/approval";

/** The source as each story that cites it shows it, by the story's id: what readers would see. */
export async function readLines(tx: Db, sourceId: string): Promise<Map<string, Omit<SourceLine, "version">>> {
  const links = await tx.storySource.findMany({ where: { sourceId }, include: { source: true } });
  return new Map(
    links.map((link) => {
      const { version: _, ...shown } = sourceLine(link);
      return [link.storyId, shown];
    }),
  );
}

/** Locks every story that cites one of the sources or has a claim that does, each after the issue around it, and then the sources: the order of all locks. */
export async function lockCited(tx: Db, ...sourceIds: string[]): Promise<void> {
  const read = async () => {
    const links = await tx.storySource.findMany({
      where: { sourceId: { in: sourceIds } },
      orderBy: { storyId: "asc" },
    });
    const claims = await tx.claim.findMany({
      where: { evidence: { some: { snapshot: { sourceId: { in: sourceIds } } } } },
      select: { storyId: true },
    });
    return [...new Set([...links, ...claims].map(({ storyId }) => storyId))];
  };
  const storyIds = await read();
  await lockIssuesAround(tx, storyIds);
  await tx.$queryRaw`
    SELECT 1 FROM "Story" WHERE "id" = ANY(${storyIds}::uuid[]) ORDER BY "id" FOR NO KEY UPDATE`;
  await tx.$queryRaw`
    SELECT 1 FROM "Source" WHERE "id" = ANY(${sourceIds}::uuid[]) ORDER BY "id" FOR NO KEY UPDATE`;
  if ((await read()).some((storyId) => !storyIds.includes(storyId))) {
    throw new AppError("conflict", "Another story took this source up at this very moment; try again.");
  }
}
