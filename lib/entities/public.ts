import { cached } from "@/lib/cache";
import { db } from "@/lib/db";
import { type EditionStory, editionStory } from "@/lib/editions/schema";
import {
  type Appearance,
  isAbout,
  MADE_FROM,
  readAllEntities,
  readAppearances,
} from "@/lib/entities/appearances";
import { entityKey } from "@/lib/entities/key";
import { knownOf } from "@/lib/entities/names";
import { type EntityRef, type KnownNames, resolve } from "@/lib/entities/resolve";
import { type Topic, type TopicListing, topicOf } from "@/lib/entities/topic";
import { readLedger } from "@/lib/ledger/public";
import { plainText } from "@/lib/rich-text/plain-text";

/** Which entity each name is of, as of now. Who keeps a page made with it depends on TAGS.entities. */
export async function readKnownNames(): Promise<KnownNames> {
  return knownOf(await readAllEntities());
}

/**
 * Who has a page: whoever speaks in what is published; and whatever is only named there, once an editor has said what kind of
 * thing it is. A speaker that only a draft knows becomes an entity too, and of that readers hear nothing.
 */
const isPublic = (kind: EntityRef["kind"], { stories, claims }: { stories: number; claims: number }) =>
  claims > 0 || (kind !== null && stories > 0);

/** How many stories are about each entity, and how many claims it speaks, by its id. */
function countUse(all: readonly Appearance[]): Map<string, { stories: number; claims: number }> {
  const use = new Map<string, { stories: number; claims: number }>();
  for (const { speaking, named } of all) {
    for (const id of new Set([...speaking, ...named])) {
      const { stories, claims } = use.get(id) ?? { stories: 0, claims: 0 };
      const own = speaking.filter((each) => each === id).length;
      use.set(id, { stories: stories + 1, claims: claims + own });
    }
  }
  return use;
}

async function readTopics(): Promise<TopicListing[]> {
  const use = countUse(await readAppearances());
  const topics = (await readAllEntities()).flatMap(({ id, slug, name, kind }) => {
    const own = use.get(id);
    return own && isPublic(kind, own) ? [{ slug, name, kind, ...own }] : [];
  });
  return topics.sort((a, b) => a.name.localeCompare(b.name, "en") || a.slug.localeCompare(b.slug));
}

/** Everything that has a page, by name. */
export async function listTopics(): Promise<TopicListing[]> {
  return (await cached("topics", MADE_FROM, readTopics)) ?? [];
}

const hasPage = async (slug: string) => (await listTopics()).some((topic) => topic.slug === slug);

async function readTold(where: readonly Appearance[]) {
  const rows = await db().$queryRaw<{ editionId: string; story: unknown }[]>`
    SELECT edition."id" AS "editionId", story
    FROM "Edition" edition CROSS JOIN LATERAL jsonb_path_query("document", '$.sections[*].stories[*]') story
    WHERE edition."id" = ANY(${[...new Set(where.map(({ editionId }) => editionId))]}::uuid[])
      AND story->>'anchor' = ANY(${where.map(({ anchor }) => anchor)}::text[])`;
  const stories = new Map(
    rows.map(({ editionId, story }) => {
      const parsed = editionStory.parse(story);
      return [`${editionId} ${parsed.anchor}`, parsed] as const;
    }),
  );
  return where.flatMap(({ editionId, anchor, issueSlug, issueNumber, publishedAt, weekTo }) => {
    const story = stories.get(`${editionId} ${anchor}`);
    return story ? [{ issueSlug, issueNumber, publishedAt, weekTo, story }] : [];
  });
}

/**
 * Where a slug's entity went when it was merged; null while it stands, or was never there, and where readers never met its name:
 * what a draft calls somebody is not told by a way on.
 */
async function forwarded(slug: string): Promise<string | null> {
  const row = await db().entity.findUnique({
    where: { slug },
    select: { name: true, mergedInto: { select: { slug: true } } },
  });
  const topic = row?.mergedInto ? await readTopic(row.mergedInto.slug) : null;
  if (!row || !topic || "movedTo" in topic) return null;
  const isMet = [topic.name, ...topic.otherNames].some((name) => entityKey(name) === entityKey(row.name));
  return isMet ? topic.slug : null;
}

/** Those of these names, none of which readers have met, that somebody speaks under in a claim: an editor gave the others by hand. */
async function namesInDrafts(names: string[]): Promise<ReadonlySet<string>> {
  const rows = await db().claim.findMany({
    where: { speaker: { in: names, mode: "insensitive" } },
    distinct: ["speaker"],
    select: { speaker: true },
  });
  const keys = new Set(rows.map(({ speaker }) => entityKey(speaker ?? "")));
  return new Set(names.filter((name) => keys.has(entityKey(name))));
}

/** Whether readers met a name in these stories: as who speaks, or in their words. */
function isMetIn(
  told: readonly { story: EditionStory }[],
  { key, name }: { key: string; name: string },
): boolean {
  return told.some(
    ({ story }) =>
      story.claims.some(({ speaker }) => speaker !== null && entityKey(speaker) === key) ||
      [story.headline, plainText(story.body), plainText(story.whyItMatters)].some((words) =>
        words.includes(name),
      ),
  );
}

/** The page about one entity; or the slug of the one that it was merged into; null for what has no page. */
export async function readTopic(slug: string): Promise<Topic | { movedTo: string } | null> {
  // No slug has such a character, and the database would refuse the question.
  if (slug.includes("\0")) return null;
  const [all, known, stories] = [await readAllEntities(), await readKnownNames(), await readAppearances()];
  const entity = all.find((each) => each.slug === slug);
  if (!entity) {
    const movedTo = await forwarded(slug);
    return movedTo === null ? null : { movedTo };
  }
  if (!(await hasPage(slug))) return null;
  const { id } = entity;
  const about = stories.filter((each) => isAbout(each, id));
  const citing = stories.filter((each) => each.published.includes(id) && !isAbout(each, id));
  const told = [
    ...(await readTold(about)).map((each) => ({ ...each, about: true })),
    ...(await readTold(citing)).map((each) => ({ ...each, about: false })),
  ];
  const called = entityKey(entity.name);
  const others = entity.names.filter(({ key }) => key !== called);
  const unmet = others.filter((each) => !isMetIn(told, each)).map(({ name }) => name);
  const drafted = await namesInDrafts(unmet);
  const otherNames = others.map(({ name }) => name).filter((name) => !drafted.has(name));
  return topicOf({ ...entity, otherNames }, told, known, await readLedger());
}

/** The slug of the topic that a name stands for; null where there is none that readers may see. */
export async function topicOfName(name: string): Promise<string | null> {
  const entity = resolve(await readKnownNames(), name);
  return entity && (await hasPage(entity.slug)) ? entity.slug : null;
}

/** How many stories readers find about any of these entities, by their ids: those in which one speaks or is named. */
export async function countStoriesAbout(ids: readonly string[]): Promise<number> {
  return (await readAppearances()).filter((each) => ids.some((id) => isAbout(each, id))).length;
}
