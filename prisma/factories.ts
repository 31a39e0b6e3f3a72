import { createHash } from "node:crypto";
import slugify from "@sindresorhus/slugify";
import { customAlphabet } from "nanoid";
import { dateColumn } from "@/lib/dates";
import type { Db } from "@/lib/db";
import { entityKey } from "@/lib/entities/key";
import type { EntityKind } from "@/lib/entities/schema";
import { slugFrom } from "@/lib/issues/slug";
import type { Role } from "@/lib/policy";
import { richTextColumn } from "@/lib/rich-text/column";
import { EMPTY, type RichText } from "@/lib/rich-text/document";
import { newAnchor } from "@/lib/stories/anchor";

// Rows with sensible defaults, written straight to the tables: what the seed, the tests and the
// browser tests begin with. Commands are for what is being shown or tested.

const suffix = customAlphabet("0123456789abcdefghijklmnopqrstuvwxyz", 8);

/** A document of plain paragraphs, one for each text. */
export function paragraphs(...texts: string[]): RichText {
  if (texts.length === 0) return EMPTY;
  return {
    type: "doc",
    content: texts.map((text) => ({ type: "paragraph", content: [{ type: "text", text }] })),
  };
}

interface NewContributor {
  id?: string;
  role?: Role;
  name?: string;
  email?: string;
  /** lib/auth/password.ts: hashPassword. Without one only a one-time link signs in. */
  passwordHash?: string;
  suspendedAt?: Date;
}

/** A person; by default an editor with an e-mail of their own. */
export function makeContributor(db: Db, given: NewContributor = {}) {
  const role = given.role ?? "editor";
  return db.contributor.create({
    data: { role, name: `The ${role}`, email: `${role}-${suffix()}@example.org`, ...given },
  });
}

interface NewSource {
  id?: string;
  title?: string;
  byline?: string;
  publisher?: string;
  url?: string | null;
  canonicalUrl?: string | null;
  /** "2026-03-14" */
  publishedAt?: string;
  sourceType?: "primary" | "secondary" | "pressRelease" | "documentation" | "social";
  metadataOrigin?: Record<string, string>;
}

/** A source, not yet under any story. Its canonical address is null unless given. */
export function makeSource(db: Db, given: NewSource = {}) {
  return db.source.create({
    data: {
      title: "A source",
      publisher: "Example",
      ...given,
      publishedAt: dateColumn(given.publishedAt ?? null),
    },
  });
}

interface NewSnapshot {
  id?: string;
  sourceId: string;
  text: string;
  origin?: "fetched" | "typed" | "demoExcerpt";
  fetchedAt?: Date;
  finalUrl?: string;
  /** Of a PDF. */
  pages?: { number: number; start: number; end: number }[];
}

/** A text of a source, fetched just now unless said otherwise. */
export function makeSnapshot(db: Db, { text, ...given }: NewSnapshot) {
  const textSha256 = createHash("sha256").update(text).digest("hex");
  return db.sourceSnapshot.create({
    data: { origin: "fetched", fetchedAt: new Date(), ...given, extractedText: text, textSha256 },
  });
}

interface NewStory {
  id?: string;
  anchor?: string;
  headline?: string;
  body?: RichText;
  whyItMatters?: RichText;
  authorId?: string | null;
  followsId?: string;
  workflowState?: "drafting" | "inReview" | "approved";
  createdAt?: Date;
  /** New sources, or rows that exist already, by id; in order. */
  sources?: (NewSource | { existing: string })[];
  /** Where it stands; without it, in the backlog. */
  place?: { sectionId: string; position: number };
}

/** A story: in the backlog, or at its place in a section. */
export async function makeStory(db: Db, given: NewStory = {}) {
  const { place, sources = [], body = EMPTY, whyItMatters = EMPTY, ...words } = given;
  const story = await db.story.create({
    data: {
      anchor: newAnchor(),
      headline: "A story",
      ...words,
      ...place,
      body: richTextColumn(body),
      whyItMatters: richTextColumn(whyItMatters),
    },
  });
  for (const [index, source] of sources.entries()) {
    const sourceId = "existing" in source ? source.existing : (await makeSource(db, source)).id;
    await db.storySource.create({ data: { storyId: story.id, sourceId, position: index + 1 } });
  }
  return story;
}

interface NewIssue {
  id?: string;
  title?: string;
  number?: number;
  slug?: string;
  standfirst?: string;
  week?: { from: string; to: string };
  introduction?: RichText;
  /** `stories` are numbers as readers see them, from 1 through the whole issue. */
  highlights?: { text: string; stories?: number[] }[];
  thesis?: string[];
  closing?: RichText;
  feedbackPrompt?: string;
  createdById?: string;
  workflowState?: "drafting" | "inReview" | "approved";
  createdAt?: Date;
  sections?: { title?: string; stories?: Omit<NewStory, "place">[] }[];
}

interface NewEntity {
  id?: string;
  name: string;
  kind?: EntityKind | null;
  otherNames?: string[];
}

/** An entity with its names, called by the first. Its slug is its name's, which nothing may have yet. */
export function makeEntity(db: Db, { otherNames = [], ...given }: NewEntity) {
  const names = [given.name, ...otherNames].map((name) => ({ key: entityKey(name), name }));
  return db.entity.create({
    data: { ...given, slug: slugFrom(given.name, "topic"), names: { create: names } },
  });
}

/** A draft issue with its sections, stories and highlights; answers the ids in reading order. */
export async function makeIssue(db: Db, given: NewIssue = {}) {
  const { week, sections: newSections = [], highlights = [], ...words } = given;
  const { introduction = EMPTY, closing = EMPTY, title = "An issue", ...rest } = words;
  const issue = await db.issue.create({
    data: {
      slug: `${slugify(title)}-${suffix()}`,
      ...rest,
      title,
      introduction: richTextColumn(introduction),
      closing: richTextColumn(closing),
      weekFrom: dateColumn(week?.from ?? null),
      weekTo: dateColumn(week?.to ?? null),
    },
  });
  const sections = [];
  for (const [index, section] of newSections.entries()) {
    sections.push(await makeSection(db, issue.id, index + 1, section));
  }
  const stories = sections.flatMap((section) => section.stories);
  for (const [index, highlight] of highlights.entries()) {
    await makeHighlight(db, issue.id, index + 1, highlight, stories);
  }
  return { ...issue, sections, stories };
}

async function makeSection(
  db: Db,
  issueId: string,
  position: number,
  given: NonNullable<NewIssue["sections"]>[number],
) {
  const section = await db.section.create({
    data: { issueId, position, title: given.title ?? `Section ${position}` },
  });
  const stories = [];
  for (const [index, story] of (given.stories ?? []).entries()) {
    stories.push(await makeStory(db, { ...story, place: { sectionId: section.id, position: index + 1 } }));
  }
  return { ...section, stories };
}

async function makeHighlight(
  db: Db,
  issueId: string,
  position: number,
  given: NonNullable<NewIssue["highlights"]>[number],
  stories: { id: string }[],
): Promise<void> {
  const { id } = await db.highlight.create({ data: { issueId, position, text: given.text } });
  for (const [index, number] of (given.stories ?? []).entries()) {
    const story = stories[number - 1];
    if (!story) throw new Error(`A highlight points at story ${number}; there are ${stories.length}.`);
    await db.highlightStory.create({
      data: { highlightId: id, storyId: story.id, position: index + 1 },
    });
  }
}
