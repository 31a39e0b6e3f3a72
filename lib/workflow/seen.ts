import { z } from "zod";
import { equal } from "@/lib/equal";
import { id } from "@/lib/id";
import type { Order, SectionDraft, SourceLine, StoryDraft } from "@/lib/issues/schema";
import type { What } from "@/lib/workflow/schema";

// What somebody who approves has read. Words have versions; the order, and sources, which many stories share, change without
// them, so they are named as they were shown. Pure: a screen says by it what it shows, the command what stands.

const version = z.int().positive().max(2_147_483_647);
const text = z.string().max(10_000);

const storySeen = z.strictObject({
  id,
  version,
  followsId: id.nullable(),
  sources: z
    .array(
      z.strictObject({
        id,
        title: text,
        byline: text,
        publisher: text,
        url: text.nullable(),
        publishedAt: text.nullable(),
      }),
    )
    .max(1_000),
});

export const seenInput = z.strictObject({
  /** Of its own words. */
  version,
  /** An issue's sections in order; none for a story. */
  sections: z.array(z.strictObject({ id, version, storyIds: z.array(id).max(500) })).max(200),
  stories: z.array(storySeen).max(1_000),
});

type StorySeen = z.infer<typeof storySeen>;
export type Seen = z.infer<typeof seenInput>;

function sourceSeen({ id, title, byline, publisher, url, publishedAt }: SourceLine) {
  return { id, title, byline, publisher, url, publishedAt };
}

type Story = Pick<StoryDraft, "id" | "version" | "followsId" | "sources">;

function storySeenOf({ id, version, followsId, sources }: Story): StorySeen {
  return { id, version, followsId, sources: sources.map(sourceSeen) };
}

/** A story as it is shown. */
export function seenStory(story: Story): Seen {
  return { version: story.version, sections: [], stories: [storySeenOf(story)] };
}

/** An issue as it is shown, in this order. */
export function seenIssue(version: number, sections: SectionDraft[], order: Order): Seen {
  const versions = new Map(sections.map((section) => [section.id, section.version]));
  const stories = new Map(sections.flatMap((section) => section.stories).map((story) => [story.id, story]));
  return {
    version,
    sections: order.flatMap(({ sectionId, storyIds }) => {
      const known = versions.get(sectionId);
      return known === undefined ? [] : [{ id: sectionId, version: known, storyIds }];
    }),
    stories: order.flatMap(({ storyIds }) =>
      storyIds.flatMap((id) => {
        const story = stories.get(id);
        return story ? [storySeenOf(story)] : [];
      }),
    ),
  };
}

/** What of it is not as it was read any more, in a sentence that says what to look at; null when all of it is. */
export function unread(what: What, read: Seen, stands: Seen, nameOf: (storyId: string) => string) {
  if (read.version !== stands.version)
    return `The words of this ${what} changed meanwhile; read them before you approve them.`;
  if (!equal(read.sections, stands.sections))
    return "The order or a section of this issue changed meanwhile; look at it before you approve the issue.";
  const changed = stands.stories.find((story, index) => !equal(story, read.stories[index]));
  if (changed === undefined) return null;
  if (what === "issue")
    return `${nameOf(changed.id)} changed meanwhile; read it before you approve the issue.`;
  return read.stories[0]?.followsId === changed.followsId
    ? "The sources of this story changed meanwhile; look at them before you approve it."
    : "What this story follows up changed meanwhile; look at it before you approve the story.";
}
