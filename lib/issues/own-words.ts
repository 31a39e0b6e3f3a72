import type { Db } from "@/lib/db";
import type { Prisma } from "@/lib/generated/prisma/client";
import { issueParts, issueWords, readPublication } from "@/lib/issues/read-draft";
import type { IssueWords } from "@/lib/issues/schema";

/** The issue's own words as they stand, without its stories. Throws when there is no such issue. */
export async function readOwnWords(db: Db, id: string): Promise<IssueWords> {
  const include = { highlights: issueParts.highlights };
  const row = await db.issue.findUniqueOrThrow({ where: { id }, include });
  return issueWords(row, (await readPublication(db)).labels);
}

/** What a revision of an issue holds: its own words, highlights and labels included. */
export function wordsDocument({ version: _, ...words }: IssueWords): Prisma.InputJsonObject {
  return words as Prisma.InputJsonObject & typeof words;
}

/** `readOwnWords` as a revision holds them. */
export async function ownWordsDocument(db: Db, id: string): Promise<Prisma.InputJsonObject> {
  return wordsDocument(await readOwnWords(db, id));
}
