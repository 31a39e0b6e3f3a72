import { isAddress } from "@/lib/one-line";
import { type Finding, quoted, type Reading, type Rule } from "@/lib/preflight/rule";
import { isEmpty } from "@/lib/rich-text/document";

/** The anatomy of an issue (product.md): what readers would find missing. */
export const OUTLINE_RULES: Rule[] = [
  {
    name: "issue-without-story",
    level: "blocking",
    about: "An issue has at least one story.",
    final: true,
    check: ({ draft }) =>
      draft.stories.length > 0
        ? []
        : [{ sentence: "There is no story in it yet.", place: { part: "front" }, about: "issue" }],
  },
  {
    name: "introduction-missing",
    level: "note",
    about: "An issue has an introduction.",
    check: ({ draft }) =>
      isEmpty(draft.introduction)
        ? [{ sentence: "It has no introduction.", place: { part: "introduction" }, about: "issue" }]
        : [],
  },
  {
    name: "highlights-missing",
    level: "note",
    about: "An issue says what matters in it.",
    check: ({ draft }) =>
      draft.highlights.length === 0
        ? [
            {
              sentence: `“${draft.labels.highlights}” is empty.`,
              place: { part: "highlights" },
              about: "issue",
            },
          ]
        : [],
  },
  {
    name: "highlight-without-story",
    level: "warning",
    about: "Every highlight points at the story it sums up.",
    check: ({ draft }) =>
      draft.highlights
        .filter(({ storyIds }) => storyIds.length === 0)
        .map(({ id, text }) => ({
          sentence: `${quoted(text)} in “${draft.labels.highlights}” points at no story.`,
          place: { part: "highlights" as const, quote: text },
          about: id,
        })),
  },
  {
    name: "highlight-to-story-elsewhere",
    level: "warning",
    about: "No highlight points at a story that left the issue.",
    check: highlightsOfLeftStories,
  },
  {
    name: "headline-is-address",
    level: "warning",
    about: "A headline is words, not the address of a page.",
    check: ({ draft }) =>
      draft.stories
        .filter(({ headline }) => isAddress(headline))
        .map(({ id, number }) => ({
          sentence: `The headline of story ${number} is an address.`,
          place: { storyId: id, part: "headline" as const },
          about: id,
        })),
  },
  {
    name: "story-without-text",
    level: "warning",
    about: "Every story has a text.",
    check: ({ draft }) =>
      draft.stories
        .filter(({ body }) => isEmpty(body))
        .map(({ id, number }) => ({
          sentence: `Story ${number} has no text.`,
          place: { storyId: id, part: "body" as const },
          about: id,
        })),
  },
  {
    name: "story-without-why",
    level: "warning",
    about: "Every story says why it matters.",
    check: ({ draft }) =>
      draft.stories
        .filter(({ whyItMatters }) => isEmpty(whyItMatters))
        .map(({ id, number }) => ({
          sentence: `Story ${number} has no “${draft.labels.whyItMatters}”.`,
          place: { storyId: id, part: "whyItMatters" as const },
          about: id,
        })),
  },
];

function highlightsOfLeftStories({ draft }: Reading): Finding[] {
  return draft.highlights.flatMap((highlight) =>
    draft.leftStories
      .filter(({ id }) => highlight.storyIds.includes(id))
      .map(({ id, headline }) => ({
        sentence: `${quoted(highlight.text)} in “${draft.labels.highlights}” points at ${quoted(headline)}, which left the issue.`,
        place: { part: "highlights" as const, quote: highlight.text },
        about: `${highlight.id} ${id}`,
      })),
  );
}
