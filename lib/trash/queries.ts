import { db } from "@/lib/db";
import type { Prisma } from "@/lib/generated/prisma/client";
import { type Actor, authorize, can } from "@/lib/policy";
import { storedRichText } from "@/lib/rich-text/document";
import { plainText } from "@/lib/rich-text/plain-text";
import type { Place, Trashed } from "@/lib/trash/schema";

/** No screen lists more of a kind. */
const MOST_LISTED = 500;
/** Characters of a story's text that tell which one it is. */
const BEGINNING = 180;

/** Readers have had the story: an edition was published with it, or a correction names it. */
export const WAS_PUBLISHED = {
  OR: [{ revisions: { some: { reason: "publish" } } }, { corrections: { some: {} } }],
} as const satisfies Prisma.StoryWhereInput;

const storyParts = {
  author: { select: { name: true } },
  trashedBy: { select: { name: true } },
  trashedFrom: {
    include: { issue: { select: { id: true, title: true, number: true, trashedAt: true } } },
  },
  _count: { select: { corrections: true, revisions: { where: { reason: "publish" } } } },
} as const satisfies Prisma.StoryInclude;

type StoryRow = Prisma.StoryGetPayload<{ include: typeof storyParts }>;

function placeOf({ trashedFrom }: StoryRow): Place | null {
  if (trashedFrom === null) return null;
  const { issue, title } = trashedFrom;
  return { issueId: issue.id, issueTitle: issue.title, issueNumber: issue.number, sectionTitle: title };
}

function erasable(actor: Actor, wasPublished: boolean): Trashed["erasable"] {
  if (!can(actor, "trash.erase")) return "no";
  return wasPublished ? "published" : "yes";
}

function trashedStory(actor: Actor, row: StoryRow): Trashed {
  const text = plainText(storedRichText(row.body)).replace(/\s+/g, " ");
  const isPlaceThere = row.trashedFrom !== null && row.trashedFrom.issue.trashedAt === null;
  return {
    kind: "story",
    id: row.id,
    title: row.headline,
    by: row.trashedBy?.name ?? null,
    at: (row.trashedAt ?? row.updatedAt).toISOString(),
    author: row.author?.name ?? null,
    beginning: text.length > BEGINNING ? `${text.slice(0, BEGINNING).trimEnd()}…` : text,
    stories: 0,
    from: placeOf(row),
    returnsTo: isPlaceThere && can(actor, "issue.arrange") ? "section" : "backlog",
    canRestore: can(actor, "story.remove", { ownerId: row.authorId }),
    erasable: erasable(actor, row._count.corrections + row._count.revisions > 0),
  };
}

/** What is in the trash, last removed first; 500 stories and 500 issues at most. */
export async function listTrash(actor: Actor): Promise<Trashed[]> {
  authorize(actor, "story.read");
  authorize(actor, "issue.read");
  const trashed = { trashedAt: { not: null } } as const;
  const [stories, issues] = await Promise.all([
    db().story.findMany({
      where: trashed,
      orderBy: { trashedAt: "desc" },
      take: MOST_LISTED,
      include: storyParts,
    }),
    db().issue.findMany({
      where: trashed,
      orderBy: { trashedAt: "desc" },
      take: MOST_LISTED,
      include: {
        trashedBy: { select: { name: true } },
        sections: { select: { _count: { select: { stories: true } } } },
        _count: { select: { editions: true } },
      },
    }),
  ]);
  const published = await publishedWithin(issues.map((issue) => issue.id));
  const listed = issues.map(
    (row): Trashed => ({
      kind: "issue",
      id: row.id,
      title: row.title,
      by: row.trashedBy?.name ?? null,
      at: (row.trashedAt ?? row.updatedAt).toISOString(),
      author: null,
      beginning: row.standfirst,
      stories: row.sections.reduce((sum, section) => sum + section._count.stories, 0),
      from: null,
      returnsTo: "issues",
      canRestore: can(actor, "issue.trash"),
      erasable: erasable(actor, row._count.editions > 0 || published.has(row.id)),
    }),
  );
  const all = [...stories.map((row) => trashedStory(actor, row)), ...listed];
  return all.sort((a, b) => b.at.localeCompare(a.at));
}

/** Those of the issues in which stands a story that readers have had, in an earlier issue. */
async function publishedWithin(issueIds: string[]): Promise<Set<string>> {
  const stories = await db().story.findMany({
    where: { section: { issueId: { in: issueIds } }, ...WAS_PUBLISHED },
    select: { section: { select: { issueId: true } } },
  });
  return new Set(stories.flatMap(({ section }) => section?.issueId ?? []));
}
