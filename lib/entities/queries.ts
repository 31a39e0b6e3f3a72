import type { z } from "zod";
import { kindOf } from "@/lib/claims/kind";
import { type Db, db, transaction } from "@/lib/db";
import { ensureSpeakers } from "@/lib/entities/ensure";
import { entityKey } from "@/lib/entities/key";
import { mayBeTheSame } from "@/lib/entities/likely";
import { countStoriesAbout } from "@/lib/entities/public";
import {
  ENTITY_PAGE,
  type EntityClaim,
  type EntityDetail,
  type EntityLine,
  entityIdInput,
  findEntitiesInput,
  listEntitiesInput,
  mergedStoriesInput,
} from "@/lib/entities/schema";
import { AppError } from "@/lib/errors";
import { type Actor, authorize } from "@/lib/policy";

/** How many claims a page of one entity names. */
const LATEST = 200;

/** How often a name speaks, by its key: its claims, and the ids of their stories. */
type Use = Map<string, { speakers: Set<string>; claims: number; stories: Set<string> }>;

async function readUse(tx: Db): Promise<Use> {
  const rows = await tx.claim.groupBy({
    by: ["speaker", "storyId"],
    where: { speaker: { not: null }, story: { trashedAt: null } },
    _count: { _all: true },
  });
  const use: Use = new Map();
  const keys = new Map<string, string>();
  for (const { speaker, storyId, _count } of rows) {
    if (speaker === null) continue;
    const key = keys.get(speaker) ?? entityKey(speaker);
    keys.set(speaker, key);
    const own = use.get(key) ?? { speakers: new Set(), claims: 0, stories: new Set() };
    own.speakers.add(speaker);
    own.claims += _count._all;
    own.stories.add(storyId);
    use.set(key, own);
  }
  return use;
}

const standing = { where: { mergedIntoId: null }, include: { names: { orderBy: { name: "asc" } } } } as const;

async function readLines(tx: Db, use: Use) {
  const rows = await tx.entity.findMany(standing);
  return rows.map((row) => {
    const own = row.names.flatMap(({ key }) => use.get(key) ?? []);
    const called = entityKey(row.name);
    return {
      ...{ id: row.id, slug: row.slug, name: row.name, kind: row.kind, version: row.version },
      otherNames: row.names.filter(({ key }) => key !== called).map(({ name }) => name),
      claims: own.reduce((sum, { claims }) => sum + claims, 0),
      stories: new Set(own.flatMap(({ stories }) => [...stories])).size,
      keys: row.names.map(({ key, name }) => ({ key, name })),
    };
  });
}

type Line = Awaited<ReturnType<typeof readLines>>[number];

const told = ({ keys: _, ...line }: Line): EntityLine => line;

const byName = (a: EntityLine, b: EntityLine) =>
  a.name.localeCompare(b.name, "en") || a.id.localeCompare(b.id);

function hasWords(line: EntityLine, words: string): boolean {
  const names = [line.name, ...line.otherNames].join(" ").normalize("NFKC").toLowerCase();
  return words
    .normalize("NFKC")
    .toLowerCase()
    .split(/\s+/u)
    .every((word) => names.includes(word));
}

/**
 * The entities whose names hold all the words, a page at a time, and how many there are in all. Speakers that were never made an
 * entity of become one first.
 */
export async function listEntities(
  actor: Actor,
  input: z.input<typeof listEntitiesInput> = {},
): Promise<{ entities: EntityLine[]; count: number }> {
  authorize(actor, "entity.read");
  const { words, kind, sort, page } = listEntitiesInput.parse(input);
  await transaction((tx) => ensureSpeakers(tx, actor));
  const lines = (await readLines(db(), await readUse(db())))
    .filter((line) => hasWords(line, words))
    .filter((line) => kind === null || (line.kind ?? "unsaid") === kind)
    .sort((a, b) => (sort === "name" ? 0 : b[sort] - a[sort]) || byName(a, b));
  const from = (page - 1) * ENTITY_PAGE;
  return { entities: lines.slice(from, from + ENTITY_PAGE).map(told), count: lines.length };
}

async function latestClaims(tx: Db, speakers: string[]): Promise<EntityClaim[]> {
  const rows = await tx.claim.findMany({
    where: { speaker: { in: speakers }, story: { trashedAt: null } },
    orderBy: { id: "desc" },
    take: LATEST,
    include: {
      story: {
        select: {
          id: true,
          headline: true,
          section: { select: { issue: { select: { id: true, title: true, number: true } } } },
        },
      },
    },
  });
  return rows.map((row) => ({
    ...{ id: row.id, text: row.text, speaker: row.speaker ?? "", kind: kindOf(row) },
    story: { id: row.story.id, headline: row.story.headline, issue: row.story.section?.issue ?? null },
  }));
}

/** Likeliest first: what uses them most. */
function likelyOnes(line: Line, others: readonly Line[]): EntityLine[] {
  return others
    .filter((other) => other.id !== line.id && mayBeTheSame(line, other))
    .sort((a, b) => b.claims - a.claims || byName(a, b))
    .map(told);
}

/**
 * Everything of one entity. Throws AppError "not-found"; of one that was merged it answers only where it went.
 */
export async function getEntity(
  actor: Actor,
  input: z.input<typeof entityIdInput>,
): Promise<EntityDetail | { mergedIntoId: string }> {
  authorize(actor, "entity.read");
  const { id } = entityIdInput.parse(input);
  const use = await readUse(db());
  const lines = await readLines(db(), use);
  const line = lines.find((each) => each.id === id);
  if (!line) {
    const merged = await db().entity.findUnique({ where: { id } });
    if (merged?.mergedIntoId) return { mergedIntoId: merged.mergedIntoId };
    throw new AppError("not-found", "This entity does not exist.");
  }
  const called = entityKey(line.name);
  const speakers = line.keys.flatMap(({ key }) => [...(use.get(key)?.speakers ?? [])]);
  return {
    ...told(line),
    names: line.keys
      .map(({ key, name }) => ({ key, name, claims: use.get(key)?.claims ?? 0, isOwn: key === called }))
      .sort((a, b) => Number(b.isOwn) - Number(a.isOwn) || b.claims - a.claims),
    latest: await latestClaims(db(), speakers),
    merged: await db().entity.findMany({
      where: { mergedIntoId: id },
      orderBy: { name: "asc" },
      select: { id: true, name: true, slug: true },
    }),
    likely: likelyOnes(line, lines),
  };
}

/** Others that one may be merged with, whose names hold all the words: those that speak most, at most twenty. */
export async function findEntities(
  actor: Actor,
  input: z.input<typeof findEntitiesInput>,
): Promise<EntityLine[]> {
  authorize(actor, "entity.read");
  const { query, except } = findEntitiesInput.parse(input);
  const lines = await readLines(db(), await readUse(db()));
  return lines
    .filter((line) => line.id !== except && hasWords(line, query.trim()))
    .sort((a, b) => b.claims - a.claims || byName(a, b))
    .slice(0, 20)
    .map(told);
}

/** What speakers are called: the name of every entity, for a field that one is typed into. */
export async function listSpeakerNames(actor: Actor): Promise<string[]> {
  authorize(actor, "entity.read");
  const rows = await db().entity.findMany({ where: { mergedIntoId: null }, select: { name: true } });
  return rows.map(({ name }) => name).sort((a, b) => a.localeCompare(b, "en"));
}

/** How many published stories would be about two entities if they were one: those in which either speaks or is named. */
export async function countMergedStories(
  actor: Actor,
  input: z.input<typeof mergedStoriesInput>,
): Promise<number> {
  authorize(actor, "entity.read");
  return countStoriesAbout(mergedStoriesInput.parse(input).ids);
}
