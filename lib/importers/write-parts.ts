import { randomUUID } from "node:crypto";
import type { Db } from "@/lib/db";
import type { ImportedIssue, ImportedSource, ImportedStory } from "@/lib/importers/imported-issue";
import type { Actor } from "@/lib/policy";
import { richTextColumn } from "@/lib/rich-text/column";
import { canonicalUrl } from "@/lib/sources/canonical-url";
import { findOrCreateSource } from "@/lib/sources/find";
import { newAnchor } from "@/lib/stories/anchor";

const ORIGIN = { title: "import", byline: "import", publisher: "import", url: "import" };

/**
 * Makes every source with an address that is not known yet, in one statement and sorted: two imports that share
 * addresses then wait for each other in the same order, instead of for ever.
 */
export async function makeSources(tx: Db, issue: ImportedIssue): Promise<void> {
  const stories = issue.sections.flatMap((section) => section.stories);
  const byAddress = new Map<string, ImportedSource>();
  for (const source of stories.flatMap((story) => story.sources)) {
    const canonical = source.url === null ? null : canonicalUrl(source.url);
    if (canonical !== null && !byAddress.has(canonical)) byAddress.set(canonical, source);
  }
  const due = { metadataOrigin: ORIGIN, nextCheckAt: new Date() };
  const data = [...byAddress]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([canonical, source]) => ({ ...source, canonicalUrl: canonical, ...due }));
  await tx.source.createMany({ data, skipDuplicates: true });
}

async function writeSources(tx: Db, storyId: string, sources: ImportedSource[]): Promise<void> {
  const linked = new Set<string>();
  for (const [index, source] of sources.entries()) {
    let found: Pick<
      Awaited<ReturnType<typeof findOrCreateSource>>,
      "id" | "cited"
    > = await findOrCreateSource(tx, source, ORIGIN);
    if (linked.has(found.id)) {
      // The same page twice under one story: the second line keeps its words as a row without a canonical address.
      const row = await tx.source.create({ data: { ...source, metadataOrigin: ORIGIN } });
      found = { id: row.id, cited: {} };
    }
    linked.add(found.id);
    await tx.storySource.create({
      data: { storyId, sourceId: found.id, position: index + 1, cited: found.cited },
    });
  }
}

/** The words as they came: the first version of every story, before anybody touches it. */
async function keepImported(
  tx: Db,
  actor: Actor,
  stories: ({ id: string } & ImportedStory)[],
): Promise<void> {
  await tx.revision.createMany({
    data: stories.map(({ id, headline, body, whyItMatters }) => ({
      storyId: id,
      version: 1,
      reason: "import",
      authorId: actor.id,
      document: { headline, body: richTextColumn(body), whyItMatters: richTextColumn(whyItMatters) },
    })),
  });
}

/** Writes sections and stories; answers the stories' ids by number, the first at index 0. */
export async function writeSections(
  tx: Db,
  actor: Actor,
  issueId: string,
  issue: ImportedIssue,
): Promise<string[]> {
  const sections = issue.sections.map((section, index) => ({
    row: { id: randomUUID(), issueId, title: section.title, position: index + 1 },
    stories: section.stories.map((story, place) => ({ id: randomUUID(), position: place + 1, ...story })),
  }));
  await tx.section.createMany({ data: sections.map((section) => section.row) });
  await tx.story.createMany({
    data: sections.flatMap(({ row, stories }) =>
      stories.map(({ id, position, headline, body, whyItMatters }) => ({
        id,
        anchor: newAnchor(),
        sectionId: row.id,
        position,
        headline,
        body: richTextColumn(body),
        whyItMatters: richTextColumn(whyItMatters),
        authorId: actor.id,
      })),
    ),
  });
  const stories = sections.flatMap((section) => section.stories);
  await keepImported(tx, actor, stories);
  for (const story of stories) await writeSources(tx, story.id, story.sources);
  return stories.map((story) => story.id);
}

/** Writes the highlights; `storyIds` are those of `writeSections`. */
export async function writeHighlights(
  tx: Db,
  issueId: string,
  issue: ImportedIssue,
  storyIds: string[],
): Promise<void> {
  for (const [index, { text, stories }] of issue.highlights.entries()) {
    const links = [...new Set(stories)].flatMap((number) => storyIds[number - 1] ?? []);
    await tx.highlight.create({
      data: {
        issueId,
        text,
        position: index + 1,
        stories: { create: links.map((storyId, place) => ({ storyId, position: place + 1 })) },
      },
    });
  }
}
