import { kindOf } from "@/lib/claims/kind";
import { claimDraft, claimParts } from "@/lib/claims/read";
import { stateOfClaim } from "@/lib/claims/state";
import { citedOnce } from "@/lib/claims/table/published";
import { type ClaimRow, inReadingOrder, OF_NO_CLAIM, type Standing } from "@/lib/claims/table/row";
import { db } from "@/lib/db";
import type { Prisma } from "@/lib/generated/prisma/client";
import { storedRichText } from "@/lib/rich-text/document";
import { markedTexts } from "@/lib/rich-text/marks";

const parts = {
  claims: { orderBy: { createdAt: "asc" }, include: claimParts },
  analyses: { orderBy: { createdAt: "asc" }, include: { _count: { select: { premises: true } } } },
  section: { select: { issue: { select: { id: true, number: true, title: true, slug: true } } } },
} as const satisfies Prisma.StoryInclude;

type StoryRow = Prisma.StoryGetPayload<{ include: typeof parts }>;
type Where = Pick<ClaimRow, "issue" | "story">;

/** The number of each story of these issues, as readers would have it. */
async function storyNumbers(issueIds: string[]): Promise<Map<string, number>> {
  const sections = await db().section.findMany({
    where: { issueId: { in: issueIds } },
    orderBy: [{ issueId: "asc" }, { position: "asc" }],
    select: { issueId: true, stories: { orderBy: { position: "asc" }, select: { id: true } } },
  });
  const numbers = new Map<string, number>();
  for (const own of Map.groupBy(sections, ({ issueId }) => issueId).values())
    for (const [index, { id }] of own.flatMap(({ stories }) => stories).entries()) numbers.set(id, index + 1);
  return numbers;
}

const standing = (anchored: boolean): Standing => (anchored ? "draft" : "unmarked");

function rowOfClaim(row: StoryRow["claims"][number], where: Where): ClaimRow {
  const claim = claimDraft(row);
  const { id, text, attribution, speaker, speakerRole, utteredAt, horizonAt, evidence } = claim;
  return {
    ...{ id, kind: kindOf(claim), attribution, speaker, speakerRole, words: text, uttered: utteredAt },
    state: stateOfClaim(claim),
    status: row.status,
    evidence: evidence.length,
    premises: null,
    sources: citedOnce(evidence.map(({ source }) => source)),
    due: horizonAt,
    outcome: claim.mode === "assertion" ? null : (row.outcome ?? "open"),
    standing: standing(claim.anchored),
    ...where,
  };
}

function rowOfAnalysis({ id, text, anchored, _count }: StoryRow["analyses"][number], where: Where): ClaimRow {
  const own = { id, kind: "analysis", words: text, premises: _count.premises } as const;
  return { ...OF_NO_CLAIM, ...own, sources: [], standing: standing(anchored), ...where };
}

/** A story's rows in the order of their marks; those that have none come last. */
function rowsOfStory(story: StoryRow, number: number | null): ClaimRow[] {
  const { anchor, headline } = story;
  const where = { issue: story.section?.issue ?? null, story: { anchor, number, headline } };
  const texts = [storedRichText(story.body), storedRichText(story.whyItMatters)];
  const marks = [...markedTexts("claim", ...texts).keys()];
  const placeOf = (id: string) => (marks.includes(id) ? marks.indexOf(id) : marks.length);
  const claims = story.claims.toSorted((a, b) => placeOf(a.id) - placeOf(b.id));
  return [
    ...claims.map((claim) => rowOfClaim(claim, where)),
    ...story.analyses.map((analysis) => rowOfAnalysis(analysis, where)),
  ];
}

async function rowsOfStories(where: Prisma.StoryWhereInput): Promise<ClaimRow[]> {
  const stories = await db().story.findMany({ where, include: parts });
  const issueIds = new Set(stories.flatMap(({ section }) => section?.issue.id ?? []));
  const numbers = await storyNumbers([...issueIds]);
  return stories.flatMap((story) => rowsOfStory(story, numbers.get(story.id) ?? null)).sort(inReadingOrder);
}

/** The claims and analyses of an issue's draft, as it is read. */
export function issueRows(issueId: string): Promise<ClaimRow[]> {
  return rowsOfStories({ section: { issueId } });
}

/** What is in a draft or in the backlog, and not among these ids; without what is in the trash. */
export async function draftRows(known: ReadonlySet<string>): Promise<ClaimRow[]> {
  const [claims, analyses] = await Promise.all([
    db().claim.findMany({ select: { id: true, storyId: true } }),
    db().analysis.findMany({ select: { id: true, storyId: true } }),
  ]);
  const others = [...claims, ...analyses].filter(({ id }) => !known.has(id));
  const rows = await rowsOfStories({
    id: { in: [...new Set(others.map(({ storyId }) => storyId))] },
    trashedAt: null,
    OR: [{ sectionId: null }, { section: { issue: { trashedAt: null } } }],
  });
  return rows.filter(({ id }) => !known.has(id));
}
