import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/errors";
import type { ImportedIssue } from "@/lib/importers/imported-issue";
import { readIssueFile } from "@/lib/importers/read-file";
import { isEmpty, type RichTextNode, richText } from "@/lib/rich-text/document";
import { plainTables, plainText } from "@/lib/rich-text/plain-text";

const FIXTURES = path.join(import.meta.dirname, "fixtures");
const SHARED = path.join(import.meta.dirname, "../../../shared");
const SEED = path.join(SHARED, "seed/weekly-digest.txt");
const CORPUS = path.join(SHARED, "corpus/haskell-weekly");

const read = (file: string) => readIssueFile(path.basename(file), readFileSync(file));
const readText = (text: string, name = "pasted.txt") => readIssueFile(name, new TextEncoder().encode(text));
const storiesOf = (issue: ImportedIssue) => issue.sections.flatMap((section) => section.stories);
const shape = (issue: ImportedIssue) =>
  issue.sections.map((section) => ({
    title: section.title,
    stories: section.stories.map((story) => `${story.headline} [${story.sources.length}]`),
  }));

/** Everything the issue says and points at, as one text. */
function allText(issue: ImportedIssue): string {
  const addresses: string[] = [];
  const visit = (node: RichTextNode) => {
    for (const mark of node.marks ?? []) if (mark.type === "link") addresses.push(String(mark.attrs?.href));
    node.content?.forEach(visit);
  };
  const stories = storiesOf(issue);
  const documents = [issue.introduction, issue.closing, ...stories.flatMap((s) => [s.body, s.whyItMatters])];
  documents.forEach(visit);
  return [JSON.stringify(issue), ...addresses].join("\n");
}

function expectNothingLost(file: string) {
  const { issue, report } = read(file);
  expect(report.wordsOut).toBe(report.wordsIn);
  expect(report.unplaced.filter((text) => text.where.startsWith("at the end"))).toEqual([]);
  const everything = allText(issue);
  for (const [, address] of readFileSync(file, "utf8").matchAll(/\]\((https?:[^)\s]+)\)/g)) {
    expect(everything).toContain(address);
  }
}

describe("a plain text whose headings are bare lines", () => {
  const { issue, report } = read(path.join(FIXTURES, "harbour-notes.txt"));

  it("gives the whole anatomy", () => {
    expect(issue).toMatchObject({ title: "Harbour Notes No. 7", number: 7 });
    expect(shape(issue)).toEqual([
      {
        title: "Money and Berths",
        stories: [
          "Northquay berth fees — the hour becomes the unit [2]",
          "Brightwater follows — a price list without a date [1]",
        ],
      },
      {
        title: "People and Ferries",
        stories: ["Ferries run late — and who pays for it [1]", "Dredging starts — paper at last [0]"],
      },
    ]);
    expect(issue.highlights.map((highlight) => highlight.stories)).toEqual([[1, 2], [3], [4]]);
    expect(issue.thesis).toEqual([
      "The harbour is being priced by the hour.",
      "That changes who can afford to wait.",
    ]);
    expect(issue.labels.whyItMatters).toBe("Why This Matters");
    expect(issue.feedbackPrompt).toBe("Was this useful? Tell us what you missed.");
    expect(storiesOf(issue).every((story) => !isEmpty(story.whyItMatters))).toBe(true);
    expect(issue.introduction.content).toHaveLength(2);
    expect(issue.closing.content).toHaveLength(2);
  });

  it("reads sources with and without an address", () => {
    expect(storiesOf(issue)[0]?.sources).toEqual([
      { title: "Berth fees from May", byline: "", publisher: "Northquay Port Authority", url: null },
      {
        title: "Notice 14: charging by the hour",
        byline: "",
        publisher: "Northquay Bulletin",
        url: "https://northquay.example/notices/14",
      },
    ]);
  });

  it("reads tables and lists within a story", () => {
    const [fees, list] = storiesOf(issue);
    expect(plainTables(fees?.body ?? issue.closing)).toEqual([
      {
        header: ["Berth", "Old fee", "New fee"],
        rows: [
          ["North wall", "40.00", "4.10 an hour"],
          ["South wall", "38.50", "3.90 an hour"],
        ],
      },
    ]);
    expect(list?.body.content.map((node) => node.type)).toEqual(["paragraph", "paragraph", "bulletList"]);
    expect(report).toMatchObject({ titleFrom: "text", unplaced: [] });
    expectNothingLost(path.join(FIXTURES, "harbour-notes.txt"));
  });

  it("takes lines that were broken to a width for paragraphs", () => {
    const wrapped = readText(
      [
        "1. A headline that counts",
        "A first paragraph that somebody's mail program has broken to fit",
        "a narrow width, as mail programs did for thirty years and still",
        "do in some corners of the world where plain text is the rule.",
        "",
        "A second paragraph that was broken in just the same way as the",
        "first one was, so that a reader sees one paragraph and not two.",
        "",
        "2. Another headline",
        "Short body.",
      ].join("\n"),
    );
    expect(storiesOf(wrapped.issue).map((story) => story.body.content.length)).toEqual([2, 1]);
  });
});

describe("Markdown with headlines", () => {
  const { issue } = read(path.join(FIXTURES, "signal-and-noise.md"));

  it("gives the whole anatomy", () => {
    expect(issue).toMatchObject({
      title: "Signal & Noise",
      number: 31,
      week: { from: "2026-02-02", to: "2026-02-08" },
      thesis: ["Less power, more listening."],
    });
    expect(shape(issue)).toEqual([
      { title: "Radios", stories: ["Shared bands — politeness as a protocol [2]", "Antennas [0]"] },
    ]);
    expect(issue.highlights.map((highlight) => highlight.stories)).toEqual([[1], [2]]);
    expect(storiesOf(issue)[0]?.sources[0]).toEqual({
      title: "Band plan 2026",
      byline: "Ada Field",
      publisher: "Radio Board",
      url: "https://radio.example/plan",
    });
    expect(storiesOf(issue).map((story) => plainText(story.whyItMatters))).toEqual([
      "Sharing is cheaper than fencing.",
      "Why it matters\n\nCheap antennas were the way in.",
    ]);
  });

  it("keeps tables, headings, footnotes and reference links", () => {
    expectNothingLost(path.join(FIXTURES, "signal-and-noise.md"));
    expect(allText(issue)).toContain("https://radio.example/annex");
    expect(plainText(storiesOf(issue)[1]?.body ?? issue.closing)).toContain("Counted in units.");
  });
});

describe("Markdown whose items are the stories", () => {
  const { issue, report } = read(path.join(FIXTURES, "link-list.md"));

  it("takes items for stories and their links for sources", () => {
    expect(shape(issue)).toEqual([
      { title: "Updates from the beds", stories: [] },
      { title: "Official", stories: ["Announcing Soil 1.94 [1]", "Compost: a retrospective [1]"] },
      {
        title: "Essays",
        stories: ["Why I left pots for beds, and came back [2]", "[video] Pruning at night [1]"],
      },
      { title: "Meetings", stories: ["Come to the shed. [0]"] },
    ]);
    expect(storiesOf(issue)[1]?.sources[0]?.byline).toBe("J. P. Mulch");
    expect(storiesOf(issue)[1]?.body.content[0]?.type).toBe("blockquote");
  });

  it("names what has no certain place, and loses nothing", () => {
    expect(report.unplaced).toEqual([
      expect.objectContaining({ where: "in the section “Meetings”", line: 23 }),
    ]);
    expectNothingLost(path.join(FIXTURES, "link-list.md"));
  });
});

describe("the real digests, where they are at hand", () => {
  const seeds = existsSync(SEED) ? [SEED] : [];
  const corpus = existsSync(CORPUS) ? readdirSync(CORPUS).filter((name) => name.endsWith(".markdown")) : [];

  it("finds everything in the seed", () => {
    for (const file of seeds) {
      const { issue } = read(file);
      const stories = storiesOf(issue);
      expect(issue.sections).toHaveLength(4);
      expect(stories).toHaveLength(7);
      expect(issue.highlights).toHaveLength(5);
      expect(issue.highlights.every((highlight) => highlight.stories.length > 0)).toBe(true);
      expect(stories.map((story) => story.sources.length)).toEqual([2, 1, 1, 1, 2, 1, 1]);
      expect(stories.map((story) => plainTables(story.body).length)).toEqual([0, 0, 0, 0, 1, 0, 0]);
      const [table] = plainTables(stories[4]?.body ?? issue.closing);
      expect([table?.header.length, table?.rows.map((row) => row.length)]).toEqual([4, [4, 4, 4]]);
      expect(stories.filter((story) => !isEmpty(story.whyItMatters))).toHaveLength(7);
      expectNothingLost(file);
    }
  });

  it("loses no word and no link of the corpus", () => {
    for (const name of corpus) {
      expectNothingLost(path.join(CORPUS, name));
      expect(storiesOf(read(path.join(CORPUS, name)).issue).length).toBeGreaterThan(3);
    }
  });
});

describe("bad input", () => {
  const refusal = (bytes: Uint8Array) => {
    try {
      readIssueFile("file.txt", bytes);
    } catch (error) {
      if (error instanceof AppError) return `${error.code}: ${error.message}`;
      throw error;
    }
    return "accepted";
  };

  it("gets one clear sentence", () => {
    expect(refusal(new Uint8Array())).toBe("invalid: This file is empty.");
    expect(refusal(new TextEncoder().encode(" \n\t "))).toBe(
      "invalid: This file has nothing but white space.",
    );
    expect(refusal(new Uint8Array(50 * 1024 * 1024).fill(97))).toBe(
      "invalid: This file has 50.0 MB; an issue has at most 2 MB of text.",
    );
    expect(refusal(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 73, 72, 68, 82]))).toContain(
      "not a text file",
    );
    const latin1 = Uint8Array.from([...new TextEncoder().encode("Plain words in caf"), 0xe9, 0x20, 0x61]);
    expect(refusal(latin1)).toContain("not UTF-8");
  });

  it("is never answered by anything but a refusal or an issue that kept every word", () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        "# ",
        "## A section\n",
        "1. One\n",
        "2. Two\n",
        "- [a](https://a.example)\n",
        "> ",
        "|a|b|\n|-|-|\n",
      ),
      fc.constantFrom(
        "Why This Matters\n",
        "Closing Thoughts\n",
        "Introduction\n",
        "\n\n",
        "<b>x</b>",
        "`code`",
        "[x]: y\n",
      ),
      fc.constantFrom(
        "***",
        "~~~\n",
        "![alt](x)",
        "[^1]",
        "[^1]: note\n",
        "---\n",
        "&amp;",
        "\\",
        "\u0000",
        "\u200b",
      ),
    );
    const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(text, fc.constantFrom("a.md", "a.txt"), (value, name) => {
        try {
          const { issue, report } = readText(value, name);
          for (const story of storiesOf(issue)) richText.parse(story.body);
          expect(report.wordsOut).toBeGreaterThanOrEqual(report.wordsIn);
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
        }
      }),
      { numRuns: 400 },
    );
  });
});
