import { describe, expect, it } from "vitest";
import { ownFile, seedFile } from "@/lib/importers/fixtures/files";
import { outline, readText, stories } from "@/lib/importers/fixtures/outline";
import { readIssueFile } from "@/lib/importers/read-file";
import { plainTables, plainText } from "@/lib/rich-text/plain-text";

describe("plain text in the house's shape", () => {
  const { issue, report } = readIssueFile("harbour-weekly.txt", ownFile("harbour-weekly.txt").bytes);

  it("finds sections, numbered stories, sources, boxes and tables", () => {
    expect(issue.sections.map(({ title, stories: own }) => [title, own.length])).toEqual([
      ["Yards and Engines", 2],
      ["Timetables", 1],
      ["Shore Power", 2],
    ]);
    expect(stories(issue).map((story) => story.sources.length)).toEqual([2, 1, 1, 1, 1]);
    expect(stories(issue)[0]?.sources[1]).toEqual({
      title: "What a yard knows about batteries",
      byline: "",
      publisher: "Marine Review",
      url: null,
    });
    expect(stories(issue).every((story) => plainText(story.whyItMatters) !== "")).toBe(true);
    expect(plainTables(stories(issue)[3]?.body ?? issue.closing)).toEqual([
      {
        header: ["Port", "Berths", "Power", "Ready"],
        rows: [
          ["Norhavn", "12", "9 MW", "May 2027"],
          ["Lindell", "7", "4 MW", "June 2027"],
        ],
      },
    ]);
  });

  it("links highlights to their stories and finds thesis, closing and prompt", () => {
    expect(issue.highlights.map((highlight) => highlight.stories)).toEqual([[1], [3], [4, 5]]);
    expect(issue.thesis).toEqual([
      "Taken together, the news points one way.",
      "The quay is becoming the product.",
    ]);
    expect(plainText(issue.introduction)).toMatch(/^Ports had a quiet week/);
    expect(plainText(issue.closing)).toBe("Five stories, one direction.\n\nThe quay wins.");
    expect(issue.feedbackPrompt).toBe("Did you like this issue? Tell us what we missed.");
    expect(issue.labels).toEqual({
      introduction: "Introduction",
      highlights: "What matters this week",
      whyItMatters: "Why This Matters",
      closing: "Closing Thoughts",
    });
    expect(report).toMatchObject({ format: "text", titleFrom: "fileName", unplaced: [] });
    expect(report.wordsIn).toBe(report.wordsOut);
  });

  it("knows the digest the product is measured by", () => {
    // Where that file is not at hand the fixture above, which has its shape, stands in.
    const found = readIssueFile("weekly-digest.txt", (seedFile ?? ownFile("harbour-weekly.txt")).bytes);
    const own = found.issue;
    const tables = stories(own).map((story) =>
      plainTables(story.body).map(({ rows, header }) => [rows.length, header.length]),
    );
    expect({
      sections: own.sections.length,
      stories: stories(own).length,
      highlights: own.highlights.map((highlight) => highlight.stories),
      sources: stories(own).map((story) => story.sources.length),
      tables: tables.map((each) => each.flat()),
      boxes: stories(own).filter((story) => plainText(story.whyItMatters) !== "").length,
      thesis: own.thesis.length,
      prompt: own.feedbackPrompt !== "",
      unplaced: found.report.unplaced.length,
    }).toEqual(
      seedFile
        ? {
            sections: 4,
            stories: 7,
            highlights: [[1], [4], [3], [5, 6], [7]],
            sources: [2, 1, 1, 1, 2, 1, 1],
            tables: [[], [], [], [], [3, 4], [], []],
            boxes: 7,
            thesis: 2,
            prompt: true,
            unplaced: 0,
          }
        : {
            sections: 3,
            stories: 5,
            highlights: [[1], [3], [4, 5]],
            sources: [2, 1, 1, 1, 1],
            tables: [[], [], [], [2, 4], []],
            boxes: 5,
            thesis: 2,
            prompt: true,
            unplaced: 0,
          },
    );
  });

  it("reads the same from a wrapped, spaced or Windows file and without a last line end", () => {
    const text = new TextDecoder().decode(ownFile("harbour-weekly.txt").bytes);
    const spaced = text.replace(/\n(?!\|)/g, "\n\n").replace(/\|\n\n\|/g, "|\n|");
    for (const variant of [text.replaceAll("\n", "\r\n"), spaced, text.trimEnd(), `\uFEFF${text}`]) {
      expect(readText("harbour-weekly.txt", variant).issue).toEqual(issue);
    }
  });
});

describe("other shapes of plain text", () => {
  it("takes bare lines over texts for headings", () => {
    const { issue, report } = readIssueFile("bare-headings.txt", ownFile("bare-headings.txt").bytes);
    expect([issue.title, report.titleFrom, issue.labels.closing]).toEqual([
      "The Orchard Letter",
      "text",
      "Until next week",
    ]);
    expect(
      issue.sections.map(({ title, stories: own }) => [title, own.map(({ headline }) => headline)]),
    ).toEqual([
      ["FROST", ["How the valley stayed warm", "Wind machines come back"]],
      ["MARKETS", ["Cider prices rise again"]],
    ]);
    expect(stories(issue).map(({ sources }) => sources[0]?.url ?? sources[0]?.publisher)).toEqual([
      "Valley Times",
      undefined,
      "https://market.example/cider",
    ]);
  });

  it("joins wrapped lines and tells a numbered list from numbered stories", () => {
    const { issue } = readIssueFile("wrapped.txt", ownFile("wrapped.txt").bytes);
    expect(outline(issue)).toEqual([
      [
        "",
        [
          [
            "Bees - a mild winter and its price",
            ["Mild winters and bees / Bee Journal"],
            "paragraph paragraph orderedList",
            "A colony that starves in March was alive in February, when it could have been fed.",
          ],
          ["Slugs - a nursery gives up", ["The end of pellets"], "paragraph", ""],
        ],
      ],
    ]);
  });

  it("takes list entries under bare lines for stories", () => {
    const { issue } = readIssueFile("link-list.txt", ownFile("link-list.txt").bytes);
    expect(issue.sections.map(({ title, stories: own }) => [title, own.length])).toEqual([
      ["Energy", 2],
      ["Cities", 2],
    ]);
    expect(stories(issue)[1]?.sources).toEqual([
      {
        title: "Heat pumps in old houses",
        byline: "",
        publisher: "Building Weekly",
        url: "https://building.example/pumps",
      },
    ]);
  });

  it("interprets no emphasis", () => {
    const { issue } = readText(
      "a.txt",
      "1. One — first\nText with *stars* and _lines_.\n2. Two — second\nMore **text**.",
    );
    expect(plainText(stories(issue)[0]?.body ?? issue.closing)).toBe("Text with *stars* and _lines_.");
  });

  it("takes a line that is an address for that of the source above it, which has none", () => {
    const sources = (lines: string) => {
      const file = `1. One — first\n${lines}\n\nThe text of it.\n\n2. Two — second\n\nMore text.`;
      const { issue, report } = readText("a.txt", file);
      expect(report.wordsIn).toBe(report.wordsOut);
      return stories(issue)[0]?.sources.map(({ title, url }) => [title, url]);
    };
    const [one, two] = ["https://one.example/a", "https://two.example/b"];
    expect(sources(`Berths — Marine Review\n${one}\nQuays — The Yard\n${two}`)).toEqual([
      ["Berths", one],
      ["Quays", two],
    ]);
    expect(sources(`Berths — Marine Review\n${one}\n${two}`)).toEqual([
      ["Berths", one],
      [two, two],
    ]);
    expect(sources(`${one}\nBerths — Marine Review`)).toEqual([
      [one, one],
      ["Berths", null],
    ]);
  });
});
