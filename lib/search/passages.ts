import type { Db } from "@/lib/db";
import { storedRichText } from "@/lib/rich-text/document";
import { plainText } from "@/lib/rich-text/plain-text";
import { excerptOf, markHits } from "@/lib/search/excerpt";
import type { Found } from "@/lib/search/find";
import type { SearchHit } from "@/lib/search/schema";

const words = (document: unknown) => plainText(storedRichText(document));
const ids = (found: readonly Found[], kind: Found["kind"]) =>
  found.filter((row) => row.kind === kind).map((row) => row.id);

async function storyTexts(db: Db, found: readonly Found[]): Promise<[string, string][]> {
  const rows = await db.story.findMany({
    where: { id: { in: ids(found, "story") } },
    select: { id: true, body: true, whyItMatters: true },
  });
  return rows.map((row) => [row.id, `${words(row.body)}\n${words(row.whyItMatters)}`]);
}

async function issueTexts(db: Db, found: readonly Found[]): Promise<[string, string][]> {
  const rows = await db.issue.findMany({
    where: { id: { in: ids(found, "issue") } },
    select: {
      id: true,
      standfirst: true,
      introduction: true,
      closing: true,
      highlights: { orderBy: { position: "asc" }, select: { text: true } },
    },
  });
  return rows.map((row) => {
    const highlights = row.highlights.map((highlight) => highlight.text);
    const texts = [row.standfirst, words(row.introduction), ...highlights, words(row.closing)];
    return [row.id, texts.join("\n")];
  });
}

/** The texts in which a passage is looked for, of the rows that are shown and of no others. */
async function textsOf(db: Db, found: readonly Found[]): Promise<Map<string, string>> {
  const [stories, issues] = await Promise.all([storyTexts(db, found), issueTexts(db, found)]);
  const others = found.flatMap((row): [string, string][] => {
    if (row.kind === "comment") return [[row.id, row.title]];
    if (row.kind === "source") return [[row.id, [row.by, row.url].filter(Boolean).join(" · ")]];
    return row.kind === "person" || row.kind === "entity" ? [[row.id, row.by ?? ""]] : [];
  });
  return new Map([...stories, ...issues, ...others]);
}

/** A story's number in its issue, by id; stories outside of issues have none. */
async function numbersOf(db: Db, found: readonly Found[]): Promise<Map<string, number>> {
  const issueIds = [...new Set(found.flatMap((row) => (row.storyId && row.issueId ? [row.issueId] : [])))];
  const rows = await db.$queryRaw<{ id: string; number: number }[]>`
    SELECT s."id", row_number() OVER (PARTITION BY x."issueId" ORDER BY x."position", s."position")::int AS "number"
    FROM "Story" s JOIN "Section" x ON x."id" = s."sectionId" WHERE x."issueId" = ANY(${issueIds}::uuid[])`;
  return new Map(rows.map((row) => [row.id, row.number]));
}

/** For sources: the story that uses it and was changed last. */
async function usersOf(db: Db, found: readonly Found[]) {
  const rows = await db.$queryRaw<{ sourceId: string; id: string; headline: string }[]>`
    SELECT DISTINCT ON (l."sourceId") l."sourceId", s."id", s."headline"
    FROM "StorySource" l JOIN "Story" s ON s."id" = l."storyId"
    WHERE l."sourceId" = ANY(${ids(found, "source")}::uuid[]) AND s."trashedAt" IS NULL
    ORDER BY l."sourceId", s."updatedAt" DESC`;
  return new Map(rows.map((row) => [row.sourceId, { id: row.id, number: null, headline: row.headline }]));
}

/** What was found as a screen shows it: the words that were asked for marked, and the passage that holds them. */
export async function withPassages(db: Db, found: readonly Found[], asked: string[]): Promise<SearchHit[]> {
  const [texts, numbers, users] = await Promise.all([
    asked.length > 0 ? textsOf(db, found) : new Map<string, string>(),
    numbersOf(db, found),
    usersOf(db, found),
  ]);
  return found.map((row): SearchHit => {
    const excerpt = excerptOf(texts.get(row.id) ?? "", asked);
    const story =
      row.storyId === null
        ? (users.get(row.id) ?? null)
        : { id: row.storyId, number: numbers.get(row.storyId) ?? null, headline: row.storyHeadline ?? "" };
    return {
      kind: row.kind,
      id: row.id,
      title: markHits(row.kind === "comment" ? (row.storyHeadline ?? "") : row.title, asked),
      excerpt,
      state: row.state,
      issue:
        row.issueId === null
          ? null
          : { id: row.issueId, number: row.issueNumber, title: row.issueTitle ?? "" },
      story,
      by: row.by,
      url: row.url,
      changedAt: row.changedAt.toISOString(),
    };
  });
}
