import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  changeSource,
  changeStory,
  highlightToText,
  joinSectionUp,
  joinStoryUp,
  pointHighlight,
  renameSection,
  sourceToAddress,
  sourceToText,
  storiesOf,
} from "@/lib/importers/correct";
import { type ImportedIssue, importedIssue } from "@/lib/importers/imported-issue";
import { EMPTY, type RichText } from "@/lib/rich-text/document";
import { plainText } from "@/lib/rich-text/plain-text";

const text = (words: string): RichText => ({
  type: "doc",
  content: [{ type: "paragraph", content: [{ type: "text", text: words }] }],
});
const story = (name: string, more: Partial<ImportedIssue["sections"][number]["stories"][number]> = {}) => ({
  headline: `${name} headline`,
  sources: [{ title: `${name} page`, byline: "", publisher: `${name} press`, url: null }],
  body: text(`${name} body`),
  whyItMatters: text(`${name} why`),
  ...more,
});
const issue = (): ImportedIssue => ({
  title: "A week",
  number: 12,
  standfirst: "",
  week: { from: null, to: null },
  labels: {},
  introduction: text("intro"),
  highlights: [
    { text: "first line", stories: [1] },
    { text: "second line", stories: [2, 3] },
  ],
  thesis: ["thesis"],
  sections: [
    { title: "Hardware", stories: [story("one"), story("two")] },
    { title: "Enterprise", stories: [story("three")] },
  ],
  closing: text("closing"),
  feedbackPrompt: "ask",
});

/** Every word of an issue, sorted. Joining words of a source line ("by", "—") are ours and not counted. */
function words(one: ImportedIssue): string[] {
  const stories = storiesOf(one).flatMap((each) => [
    each.headline,
    plainText(each.body),
    plainText(each.whyItMatters),
    ...each.sources.flatMap(({ title, byline, publisher }) => [title, byline, publisher]),
  ]);
  const rest = [plainText(one.introduction), plainText(one.closing), one.feedbackPrompt, one.title];
  const lines = [
    ...one.highlights.map((line) => line.text),
    ...one.thesis,
    ...one.sections.map((s) => s.title),
  ];
  const all = [...stories, ...rest, ...lines].join(" ");
  return all
    .split(/\s+/)
    .filter((word) => word !== "" && word !== "—" && word !== "by")
    .toSorted();
}

describe("correcting an import", () => {
  it("puts a wrongly found source back into the text, link and all", () => {
    const linked = changeSource(issue(), 1, 0, { url: "https://example.org/a", byline: "Jo" });
    const [first] = storiesOf(sourceToText(linked, 1, 0));
    expect(first?.sources).toEqual([]);
    expect(first && plainText(first.body)).toBe("one page by Jo — one press\n\none body");
    expect(first?.body.content[0]?.content?.[0]?.marks).toEqual([
      { type: "link", attrs: { href: "https://example.org/a" } },
    ]);
  });

  it("joins a section to the one above, its title as text after the story before it", () => {
    const after = joinSectionUp(issue(), 1);
    expect(after.sections.map(({ title, stories }) => [title, stories.length])).toEqual([["Hardware", 3]]);
    const second = storiesOf(after)[1];
    expect(second && plainText(second.whyItMatters)).toBe("two why\n\nEnterprise");
  });

  it("lets the first section only lose its title", () => {
    const after = joinSectionUp(issue(), 0);
    expect(after.sections[0]?.title).toBe("");
    expect(plainText(after.introduction)).toBe("intro\n\nHardware");
  });

  it("joins a story to the one above, also over a section's edge, and lets highlights follow", () => {
    const after = joinStoryUp(issue(), 3);
    expect(storiesOf(after).map(({ headline }) => headline)).toEqual(["one headline", "two headline"]);
    const second = storiesOf(after)[1];
    expect(second && plainText(second.body)).toBe("two body\n\nthree headline\n\nthree body");
    expect(second?.sources).toHaveLength(2);
    expect(after.highlights.map((line) => line.stories)).toEqual([[1], [2]]);
    expect(joinStoryUp(issue(), 1)).toEqual(issue());
  });

  it("joins to a story without a box of its own", () => {
    const bare = issue();
    bare.sections[0] = { title: "Hardware", stories: [story("one", { whyItMatters: EMPTY }), story("two")] };
    const [first] = storiesOf(joinStoryUp(bare, 2));
    expect(first && plainText(first.whyItMatters)).toBe("two why");
    expect(joinSectionUp(bare, 1).sections[0]?.stories).toHaveLength(3);
  });

  it("points highlights, each story once and in order", () => {
    expect(pointHighlight(issue(), 0, [3, 1, 3]).highlights[0]?.stories).toEqual([1, 3]);
    expect(renameSection(issue(), 1, "New").sections[1]?.title).toBe("New");
  });

  it("loses no word, whatever is corrected in whatever order, and stays acceptable", () => {
    const deed = fc.tuple(
      fc.constantFrom("section", "story", "source", "highlight", "point"),
      fc.nat(4),
      fc.nat(3),
    );
    const property = fc.property(fc.array(deed, { maxLength: 12 }), (deeds) => {
      const after = deeds.reduce((now, [kind, a, b]) => {
        if (kind === "section") return joinSectionUp(now, a);
        if (kind === "story") return joinStoryUp(now, a);
        if (kind === "source") return sourceToText(now, a, b);
        return kind === "highlight" ? highlightToText(now, a) : pointHighlight(now, a, [b + 1]);
      }, issue());
      expect(words(after)).toEqual(words(issue()));
      expect(importedIssue.safeParse(after).error).toBeUndefined();
    });
    fc.assert(property, { numRuns: 300 });
  });
});

it("makes an address the one of the source above it, once and only where that has none", () => {
  const url = "https://one.example/a";
  const bare = { title: url, byline: "", publisher: "", url };
  const given = changeStory(issue(), 1, (old) => ({ ...old, sources: [...old.sources, bare, bare] }));
  const [first] = storiesOf(given);
  const found = storiesOf(sourceToAddress(given, 1, 1))[0];
  expect(found?.sources).toEqual([{ ...first?.sources[0], url }, bare]);
  expect(sourceToAddress(given, 1, 2)).toEqual(given);
  expect(sourceToAddress(given, 1, 0)).toEqual(given);
});
