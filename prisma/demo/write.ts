import { createHash } from "node:crypto";
import type { Db } from "@/lib/db";
import { EMPTY, richText } from "@/lib/rich-text/document";
import { canonicalUrl } from "@/lib/sources/canonical-url";
import type { DemoIssue, DemoSource, DemoStory, Person } from "@/prisma/demo/content";
import { entities } from "@/prisma/demo/entities";
import { demoAnchor, demoId } from "@/prisma/demo/identity";
import { issue11 } from "@/prisma/demo/issue-11/issue";
import { issue12 } from "@/prisma/demo/issue-12/issue";
import { issue13 } from "@/prisma/demo/issue-13/issue";
import { backlog } from "@/prisma/demo/issue-13/waiting";
import { people } from "@/prisma/demo/people";
import { sources } from "@/prisma/demo/sources";
import { writeProvenance } from "@/prisma/demo/write-story";
import { makeContributor, makeEntity, makeIssue, makeSource, makeStory } from "@/prisma/factories";

/** The issues in the order in which they came out; the last is still a draft. */
export const issues = [issue11, issue12, issue13];

const EXCERPTS_TAKEN_AT = new Date("2026-03-20T16:00:00Z");
const DRAFT_BEGUN_AT = new Date("2026-03-24T10:00:00Z");

async function writePeople(db: Db, passwordHashes: Record<Person, string>): Promise<Record<Person, string>> {
  const ids = { admin: "", editor: "", contributor: "" };
  for (const role of ["admin", "editor", "contributor"] as const) {
    const passwordHash = passwordHashes[role];
    const made = await makeContributor(db, {
      id: demoId(`person ${role}`),
      role,
      ...people[role],
      passwordHash,
    });
    ids[role] = made.id;
  }
  return ids;
}

async function writeSource(db: Db, source: DemoSource): Promise<void> {
  const { key, excerpt, exactAddress = false, takenAt, ...words } = source;
  const id = demoId(`source ${key}`);
  // Two pages of one publisher share its front page, so that is no address to know a source by.
  await makeSource(db, {
    ...words,
    id,
    canonicalUrl: exactAddress && source.url ? canonicalUrl(source.url) : null,
    metadataOrigin: { url: exactAddress ? "demo: exact address" : "demo: front page", title: "demo" },
  });
  if (excerpt === undefined) return;
  await db.sourceSnapshot.create({
    data: {
      id: demoId(`snapshot ${key}`),
      sourceId: id,
      origin: "demoExcerpt",
      fetchedAt: takenAt ? new Date(takenAt) : EXCERPTS_TAKEN_AT,
      extractedText: excerpt,
      textSha256: createHash("sha256").update(excerpt).digest("hex"),
      extractorVersion: "demo-1",
    },
  });
}

function storyRow(story: DemoStory, ids: Record<Person, string>, createdAt: Date) {
  return {
    id: demoId(`story ${story.key}`),
    anchor: demoAnchor(story.key),
    headline: story.headline,
    body: richText.parse(story.body),
    whyItMatters: richText.parse(story.why?.words ?? EMPTY),
    authorId: ids[story.author],
    ...(story.follows && { followsId: demoId(`story ${story.follows}`) }),
    workflowState: story.state,
    createdAt,
    sources: story.sources.map((source) => ({ existing: demoId(`source ${source.key}`) })),
  };
}

async function writeIssue(db: Db, issue: DemoIssue, ids: Record<Person, string>): Promise<void> {
  const { publishedAt, highlights, sections, introduction, closing, ...words } = issue;
  const at = publishedAt ? new Date(publishedAt) : DRAFT_BEGUN_AT;
  const stories = sections.flatMap((section) => section.stories);
  const keys = stories.map((story) => story.key);
  await makeIssue(db, {
    ...words,
    id: demoId(`issue ${issue.number}`),
    introduction: richText.parse(introduction),
    closing: richText.parse(closing),
    workflowState: publishedAt ? "approved" : "drafting",
    createdById: ids.editor,
    createdAt: at,
    highlights: highlights.map(({ text, stories }) => ({
      text,
      stories: stories.map((key) => keys.indexOf(key) + 1),
    })),
    sections: sections.map(({ title, stories }) => ({
      title,
      stories: stories.map((story) => storyRow(story, ids, at)),
    })),
  });
  for (const story of stories) await writeProvenance(db, story, ids, at);
}

/** Everything of the demo but its editions, into an empty database; `db` should be a transaction. */
export async function writeDemo(db: Db, passwordHashes: Record<Person, string>): Promise<void> {
  const ids = await writePeople(db, passwordHashes);
  const tagline = "A weekly digest in which every sentence shows what it stands on.";
  // A reader may have called already: the settings' one row is made at the first look.
  await db.publication.upsert({ where: { id: 1 }, create: { id: 1, tagline }, update: { tagline } });
  for (const source of sources) await writeSource(db, source);
  for (const entity of entities) await makeEntity(db, { id: demoId(`entity ${entity.name}`), ...entity });
  for (const issue of issues) await writeIssue(db, issue, ids);
  for (const story of backlog) {
    await makeStory(db, storyRow(story, ids, DRAFT_BEGUN_AT));
    await writeProvenance(db, story, ids, DRAFT_BEGUN_AT);
  }
}
