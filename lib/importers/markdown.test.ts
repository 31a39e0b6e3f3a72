import { describe, expect, it } from "vitest";
import { ownFile } from "@/lib/importers/fixtures/files";
import { outline, readText, stories } from "@/lib/importers/fixtures/outline";
import { readIssueFile } from "@/lib/importers/read-file";
import { plainText } from "@/lib/rich-text/plain-text";

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
    const { issue, report } = readText(
      "a.md",
      "## News\n\n- [A](https://a.example)\n- [B](javascript:alert)\n\n## Corrections\n\nWe erred.",
    );
    expect(plainText(issue.closing)).toBe("Corrections\n\nWe erred.");
    expect(stories(issue).map(({ headline }) => headline)).toEqual(["A", "B"]);
    expect(report.unplaced.map(({ text }) => text)).toEqual(["Corrections", "B (javascript:alert)"]);
    expect(JSON.stringify(issue)).not.toContain("javascript");
  });

  it("is recognised in pasted text", () => {
    expect(readText("", "# Title\n\n## News\n\n- [A](https://a.example)").report.format).toBe("markdown");
    expect(readText("", "Title\n\nNews\n- A point\n- #hashtag").report.format).toBe("text");
  });
});
