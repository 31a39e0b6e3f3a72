import type { Db } from "@/lib/db";
import { appearancesOf } from "@/lib/editions/appearances";
import { AppError } from "@/lib/errors";
import type { Around } from "@/lib/evidence/around";
import { publishedAround } from "@/lib/evidence/published-around";
import type { Prisma } from "@/lib/generated/prisma/client";
import { issueParts, storyParts } from "@/lib/issues/read-draft";
import type { PublishedStory } from "@/lib/stories/follows-schema";

/** A passage with what readers see of its source; without the page's bytes and text, of which `publishedAround` reads a sentence. */
export const publishedEvidence = {
  orderBy: { position: "asc" },
  include: { snapshot: { select: { fetchedAt: true, origin: true, pages: true, source: true } } },
} as const satisfies Prisma.Claim$evidenceArgs;

/** Everything an edition is made of, beyond what the desk's list of stories needs. */
const publishedStoryParts = {
  ...storyParts,
  claims: {
    where: { anchored: true },
    orderBy: { createdAt: "asc" },
    include: { evidence: publishedEvidence },
  },
  analyses: {
    where: { anchored: true },
    orderBy: { createdAt: "asc" },
    include: { author: { select: { name: true } }, premises: { orderBy: { claimId: "asc" } } },
  },
} as const satisfies Prisma.StoryInclude;

const publishedParts = {
  ...issueParts,
  sections: {
    orderBy: { position: "asc" },
    include: { stories: { orderBy: { position: "asc" }, include: publishedStoryParts } },
  },
  editions: { orderBy: { number: "desc" }, take: 1 },
  corrections: {
    orderBy: { publishedAt: "asc" },
    include: { story: { select: { anchor: true } } },
  },
} as const satisfies Prisma.IssueInclude;

export type PublishableIssue = Prisma.IssueGetPayload<{ include: typeof publishedParts }> & {
  /** Where readers have the stories that stories of this issue follow up, by id. */
  followed: ReadonlyMap<string, PublishedStory>;
  /** The sentence around each passage, by its id. */
  around: ReadonlyMap<string, Around>;
};
export type PublishableStory = PublishableIssue["sections"][number]["stories"][number];
export type PublishableClaim = PublishableStory["claims"][number];

/** The issue with all that readers may see of it. Throws AppError "not-found", also for one in the trash. */
export async function readPublishable(db: Db, id: string): Promise<PublishableIssue> {
  const row = await db.issue.findFirst({ where: { id, trashedAt: null }, include: publishedParts });
  if (row === null) throw new AppError("not-found", "This issue does not exist, or it was removed.");
  const stories = row.sections.flatMap((section) => section.stories);
  const followed = await appearancesOf(
    db,
    stories.flatMap((story) => story.followsId ?? []),
  );
  const claims = stories.flatMap((story) => story.claims);
  const around = await publishedAround(
    db,
    claims.flatMap(({ evidence }) => evidence),
  );
  return { ...row, followed, around };
}
