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

/** Locks every story that cites the source, each after the issue around it, and then the source: the order of all locks. */
export async function lockCited(tx: Db, sourceId: string): Promise<void> {
  const read = async () => {
    const links = await tx.storySource.findMany({ where: { sourceId }, orderBy: { storyId: "asc" } });
    return links.map((link) => link.storyId);
  };
  const storyIds = await read();
  await lockIssuesAround(tx, storyIds);
  await tx.$queryRaw`
    SELECT 1 FROM "Story" WHERE "id" = ANY(${storyIds}::uuid[]) ORDER BY "id" FOR NO KEY UPDATE`;
  await tx.$queryRaw`SELECT 1 FROM "Source" WHERE "id" = ${sourceId}::uuid FOR NO KEY UPDATE`;
  if ((await read()).some((storyId) => !storyIds.includes(storyId))) {
    throw new AppError("conflict", "Another story took this source up at this very moment; try again.");
  }
}
