import { db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import { type Actor, authorize } from "@/lib/policy";
import { isEmpty, storedRichText } from "@/lib/rich-text/document";
import { sourceLine } from "@/lib/sources/lines";
import { work, workParts } from "@/lib/workflow/read-work";
import type { Board, BoardCard, Colleague, WorkLine } from "@/lib/workflow/schema";
import { seenStory } from "@/lib/workflow/seen";

/** Everyone whom work can be given to, by name: who is suspended is not among them. */
export async function listColleagues(actor: Actor): Promise<Colleague[]> {
  authorize(actor, "desk.enter");
  return db().contributor.findMany({
    where: { suspendedAt: null },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true, role: true },
  });
}

const cardParts = {
  ...workParts,
  author: { select: { name: true } },
  sources: { orderBy: { position: "asc" }, include: { source: true } },
  section: { select: { title: true } },
  _count: { select: { threads: { where: { state: "open" } } } },
} as const satisfies Prisma.StoryInclude;

type CardRow = Prisma.StoryGetPayload<{ include: typeof cardParts }>;

const issueParts = {
  ...workParts,
  sections: {
    orderBy: { position: "asc" },
    include: { stories: { orderBy: { position: "asc" }, include: cardParts } },
  },
} as const satisfies Prisma.IssueInclude;

type IssueRow = Prisma.IssueGetPayload<{ include: typeof issueParts }>;

/** "Issue 13", or the title of one without a number. */
function nameOf(issue: { number: number | null; title: string }): string {
  return issue.number === null ? issue.title : `Issue ${issue.number}`;
}

function card(row: CardRow, place: { number: number; issue: IssueRow } | null): BoardCard {
  const sources = row.sources.map(sourceLine);
  return {
    ...work(row),
    id: row.id,
    version: row.version,
    number: place?.number ?? null,
    headline: row.headline,
    authorId: row.authorId,
    authorName: row.author?.name ?? null,
    issueId: place?.issue.id ?? null,
    issueName: place ? nameOf(place.issue) : null,
    sectionId: row.sectionId,
    sectionTitle: row.section?.title ?? null,
    seen: seenStory({ ...row, sources }),
    open: {
      hasText: !isEmpty(storedRichText(row.body)),
      sources: row.sources.length,
      sourcesWithoutAddress: sources.filter(({ url }) => url === null).length,
      threads: row._count.threads,
    },
  };
}

function cardsOf(issue: IssueRow): BoardCard[] {
  const stories = issue.sections.flatMap((section) => section.stories);
  return stories.map((story, index) => card(story, { number: index + 1, issue }));
}

async function issueBoard(id: string): Promise<Board> {
  const issue = await db().issue.findFirst({ where: { id, trashedAt: null }, include: issueParts });
  if (issue === null) throw new AppError("not-found", "This issue does not exist, or it was removed.");
  const { number, title, version } = issue;
  return { issue: { ...work(issue), id, number, title, version }, cards: cardsOf(issue) };
}

/** The board of an issue; without one, of every issue that readers do not have yet, and of the backlog after them. */
export async function readBoard(actor: Actor, { issueId }: { issueId: string | null }): Promise<Board> {
  authorize(actor, "issue.read");
  authorize(actor, "story.read");
  if (issueId !== null) return issueBoard(issueId);
  const [issues, waiting] = await Promise.all([
    db().issue.findMany({
      where: { trashedAt: null, publicationState: { in: ["unpublished", "scheduled"] } },
      orderBy: [{ number: { sort: "asc", nulls: "last" } }, { createdAt: "asc" }],
      include: issueParts,
    }),
    db().story.findMany({
      where: { sectionId: null, trashedAt: null },
      orderBy: { createdAt: "asc" },
      include: cardParts,
    }),
  ]);
  return { issue: null, cards: [...issues.flatMap(cardsOf), ...waiting.map((story) => card(story, null))] };
}

/** What the actor is to see through and is not approved yet: by due date, what has none last. */
export async function listMyWork(actor: Actor): Promise<WorkLine[]> {
  authorize(actor, "story.read");
  if (actor.id === null) return [];
  const mine = { assigneeId: actor.id, trashedAt: null, workflowState: { not: "approved" } } as const;
  const issue = { select: { number: true, title: true, trashedAt: true } } as const;
  const [issues, stories] = await Promise.all([
    db().issue.findMany({ where: mine }),
    db().story.findMany({ where: mine, include: { section: { select: { issue } } } }),
  ]);
  const lines: WorkLine[] = [
    ...issues.map((row) => ({
      ...lineOf(row),
      what: "issue" as const,
      title: row.title,
      issueName: nameOf(row),
    })),
    ...stories
      .filter((row) => !row.section?.issue.trashedAt)
      .map((row) => ({
        ...lineOf(row),
        what: "story" as const,
        title: row.headline,
        issueName: row.section ? nameOf(row.section.issue) : null,
      })),
  ];
  const key = ({ dueOn, title }: WorkLine) => `${dueOn ?? "9999"} ${title}`;
  return lines.toSorted((a, b) => key(a).localeCompare(key(b), "en"));
}

function lineOf(row: { id: string; workflowState: WorkLine["workflowState"]; dueOn: Date | null }) {
  return {
    id: row.id,
    workflowState: row.workflowState,
    dueOn: row.dueOn?.toISOString().slice(0, 10) ?? null,
  };
}
