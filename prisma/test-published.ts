import { raise, TAGS } from "@/lib/cache";
import { db } from "@/lib/db";
import type { Edition } from "@/lib/editions/schema";
import type { Prisma } from "@/lib/generated/prisma/client";
import { EMPTY } from "@/lib/rich-text/document";

const json = (value: unknown) => value as Prisma.InputJsonValue;

/** For tests of reader pages: puts an Edition in as publishing would, and answers the issue's id. */
export async function insertPublished(edition: Edition, issueId?: string): Promise<string> {
  const issue = issueId
    ? { id: issueId }
    : await db().issue.create({
        data: {
          number: edition.number,
          slug: edition.slug,
          title: `Draft of ${edition.title}`,
          introduction: json(EMPTY),
          closing: json(EMPTY),
          publicationState: "published",
        },
      });
  const { hash, publishedAt } = edition;
  await db().edition.create({
    data: { issueId: issue.id, number: edition.edition, document: json(edition), hash, publishedAt },
  });
  await raise(db(), [TAGS.editions]);
  return issue.id;
}
