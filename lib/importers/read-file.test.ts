import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/errors";
import { LARGEST_FILE } from "@/lib/importers/decode-file";
import { ownFile, seedFile } from "@/lib/importers/fixtures/files";
import type { ImportedIssue } from "@/lib/importers/imported-issue";
import { readIssueFile } from "@/lib/importers/read-file";
import { plainTables, plainText } from "@/lib/rich-text/plain-text";

function read(name: string, text: string) {
  return readIssueFile(name, new TextEncoder().encode(text));
}

function stories(issue: ImportedIssue) {
  return issue.sections.flatMap((section) => section.stories);
}

function refusal(name: string, bytes: Uint8Array | string): string {
  try {
    readIssueFile(name, typeof bytes === "string" ? new TextEncoder().encode(bytes) : bytes);
  } catch (error) {
    if (error instanceof AppError && error.code === "invalid") return error.message;
    throw error;
  }
  throw new Error("It was read.");
}

/** The shape of an issue: what stands where, in numbers and short words. */
function outline(issue: ImportedIssue) {
  return issue.sections.map((section) => [
    section.title,
    section.stories.map((story) => [
      story.headline,
      story.sources.map(({ title, byline, publisher }) =>
        [title, byline, publisher].filter(Boolean).join(" / "),
      ),
      story.body.content.map((node) => node.type).join(" "),
      plainText(story.whyItMatters),
    ]),
  ]);
}

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
      expect(read("harbour-weekly.txt", variant).issue).toEqual(issue);
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
    const { issue } = read(
      "a.txt",
      "1. One — first\nText with *stars* and _lines_.\n2. Two — second\nMore **text**.",
    );
    expect(plainText(stories(issue)[0]?.body ?? issue.closing)).toBe("Text with *stars* and _lines_.");
  });
});

describe("Markdown", () => {
  it("reads headings, source lists, boxes in three manners, tables and front matter", () => {
    const { issue, report } = readIssueFile("shaped-digest.md", ownFile("shaped-digest.md").bytes);
    expect(outline(issue)).toEqual([
      [
        "Generation",
        [
          [
            "Voltania — the last unit goes dark",
            ["Unit 4 retires / Mara Lind / Voltania Press", "An early goodbye / The Paper"],
            "paragraph heading paragraph",
            "Dates that move forward are rare.",
          ],
          [
            "Hydro in a dry year",
            ["Reservoir levels"],
            "paragraph paragraph",
            "A dry year tests every plan at once.",
          ],
        ],
      ],
      [
        "Storage",
        [
          [
            "Ardmore's evening",
            ["Four hours on cells"],
            "table",
            "Why This Matters\n\nFour hours is the length of an evening.",
          ],
        ],
      ],
    ]);
    expect([issue.title, issue.number, issue.standfirst]).toEqual([
      "Grid Notes",
      14,
      "What the power grid learned this week.",
    ]);
    expect(issue.week).toEqual({ from: "2026-02-02", to: "2026-02-08" });
    expect(issue.highlights.map((highlight) => highlight.stories)).toEqual([[1], [3]]);
    expect(issue.feedbackPrompt).toBe("What did we overlook? Reply and tell us.");
    // The third box words its label otherwise than most: the wording stays in the box and is named.
    expect(report.unplaced).toEqual([{ text: "Why This Matters", where: "in story 3", line: 61 }]);
  });

  it("reads lists of links by section, subsections, prose between them and references", () => {
    const { issue, report } = readIssueFile("language-weekly.md", ownFile("language-weekly.md").bytes);
    expect(issue.sections.map(({ title, stories: own }) => [title, own.length])).toEqual([
      ["Updates from the Community", 0],
      ["Official", 2],
      ["Newsletters", 1],
      ["Project Updates", 3],
      ["Crate of the Week", 1],
      ["Call for Participation", 3],
      ["Upcoming Events", 1],
      ["Virtual", 3],
      ["Quote of the Week", 1],
    ]);
    expect([issue.title, issue.number, issue.week.to]).toEqual(["Language Weekly 88", 88, "2026-05-06"]);
    expect(report.unplaced.map(({ line }) => line)).toEqual([42, 54, 59, 1]);
    const moved = stories(issue)[1];
    expect(moved?.headline).toBe("The compiler team moved to weekly builds this month");
    expect(moved?.sources.map(({ title, url }) => [title, url])).toEqual([
      ["moved to weekly builds", "https://blog.quill.example/weekly"],
    ]);
  });

  it("reads underlined headings, numbered lists of links and a leave-taking", () => {
    const { issue } = readIssueFile("underlined.md", ownFile("underlined.md").bytes);
    expect(issue.title).toBe("The Small Press Letter");
    expect(outline(issue)[0]).toEqual([
      "New books",
      [
        ["The Long Ferry", ["The Long Ferry / Ada Holm"], "paragraph", ""],
        ["Salt and Paper", ["Salt and Paper / B. Wren and C. Adeyemi"], "blockquote", ""],
        ["Night Bindery", ["Night Bindery"], "paragraph", ""],
      ],
    ]);
    expect(plainText(issue.closing)).toBe("Thanks for reading! See you next time.");
  });

  it("takes bold lines and bare links for headlines where no heading is one", () => {
    const bold = readIssueFile("bold-headlines.md", ownFile("bold-headlines.md").bytes).issue;
    expect(
      bold.sections.map(({ title, stories: own }) => [title, own.map(({ headline }) => headline)]),
    ).toEqual([
      ["Rail", ["A tunnel opens under Marl", "Night trains return"]],
      ["Buses", ["Fares fall in Brück"]],
    ]);
    expect(plainText(stories(bold)[0]?.whyItMatters ?? bold.closing)).toBe("It halves the way to the coast.");
    const links = readIssueFile("link-titles.md", ownFile("link-titles.md").bytes).issue;
    expect(stories(links).map(({ sources }) => sources.length)).toEqual([1, 1, 1]);
  });

  it("takes headings over prose alone for stories", () => {
    const { issue } = readIssueFile("prose.md", ownFile("prose.md").bytes);
    expect(issue.sections.map(({ title, stories: own }) => [title, own.length])).toEqual([["", 3]]);
  });

  it("keeps corrections and refused links as text and says so", () => {
    const { issue, report } = read(
      "a.md",
      "## News\n\n- [A](https://a.example)\n- [B](javascript:alert)\n\n## Corrections\n\nWe erred.",
    );
    expect(plainText(issue.closing)).toBe("Corrections\n\nWe erred.");
    expect(stories(issue).map(({ headline }) => headline)).toEqual(["A", "B"]);
    expect(report.unplaced.map(({ text }) => text)).toEqual(["Corrections", "B (javascript:alert)"]);
    expect(JSON.stringify(issue)).not.toContain("javascript");
  });

  it("is recognised in pasted text", () => {
    expect(read("", "# Title\n\n## News\n\n- [A](https://a.example)").report.format).toBe("markdown");
    expect(read("", "Title\n\nNews\n- A point\n- #hashtag").report.format).toBe("text");
  });
});

describe("what is refused", () => {
  const png = Uint8Array.from([
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52,
  ]);

  it.each([
    ["empty.txt", "", "“empty.txt” is empty."],
    ["blank.md", " \n\t\n", "“blank.md” holds nothing but white space."],
    ["marks.md", "---\n\n***\n", "“marks.md” holds no words."],
    ["photo.txt", png, "“photo.txt” is a binary file, not text: save it as plain text or Markdown."],
    [
      "old.txt",
      Uint8Array.from([71, 114, 252, 223, 101, 32, 97, 117, 115, 32, 75, 246, 108, 110]),
      "“old.txt” is not UTF-8 text: save it with the encoding UTF-8.",
    ],
    [
      "page.html",
      "<p>Hello</p>",
      "“page.html” is not a text or Markdown file: save it as .txt or .md, or paste its text.",
    ],
    ["", "", "The text is empty."],
  ])("%s", (name, bytes, sentence) => {
    expect(refusal(name, bytes)).toBe(sentence);
  });

  it("50 MB", () => {
    expect(refusal("huge.txt", new Uint8Array(50 * 1024 * 1024).fill(97))).toBe(
      "“huge.txt” has 50.0 MB, more than the 2.0 MB that can be imported at once.",
    );
  });
});

describe("what is accepted", () => {
  it("UTF-16 with its mark", () => {
    const text = "\uFEFFGrüße\n\n1. Eins — zwei\nText.";
    const bytes = Buffer.from(text, "utf16le");
    expect(readIssueFile("a.txt", bytes).issue.title).toBe("Grüße");
    expect(readIssueFile("a.txt", Buffer.from(bytes).swap16()).issue.title).toBe("Grüße");
  });

  it("a file as large as allowed", () => {
    const story = (number: number) =>
      `${number}. Headline ${number} — angle\nTitle — Paper\n${"Some words. ".repeat(400)}\n`;
    let text = "";
    for (let number = 1; text.length + 20_000 < LARGEST_FILE; number++) text += story(number);
    const { issue, report } = read("large.txt", text);
    expect(stories(issue).length).toBeGreaterThan(400);
    expect(report.wordsIn).toBe(report.wordsOut);
  });

  it("and named by the hash of its bytes", () => {
    const bytes = new TextEncoder().encode("Hello there");
    expect(readIssueFile("a.txt", bytes).sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
  });
});
