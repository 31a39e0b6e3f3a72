import type { PrismaClient } from "@/lib/generated/prisma/client";

/** The titles of a story's sources in the order that is saved. */
export async function savedSources(database: PrismaClient, storyId: string): Promise<string[]> {
  const rows = await database.storySource.findMany({
    where: { storyId },
    orderBy: { position: "asc" },
    include: { source: true },
  });
  return rows.map(({ source }) => source.title);
}
