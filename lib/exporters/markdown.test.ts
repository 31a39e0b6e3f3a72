import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { edition } from "@/lib/editions/schema";
import { editionToMarkdown } from "@/lib/exporters/markdown";
import { anyIssue, editionOf } from "@/lib/importers/fixtures/generated";
import { readIssueFile } from "@/lib/importers/read-file";
import { DEFAULT_LABELS } from "@/lib/issues/labels";

function readText(name: string, text: string) {
  return readIssueFile(name, new TextEncoder().encode(text));
}

const fixture = readIssueFile(
  "harbour-weekly.txt",
  readFileSync(new URL("../importers/fixtures/harbour-weekly.txt", import.meta.url)),
);

describe("an edition as Markdown", () => {
  it("writes the whole anatomy", () => {
    const markdown = editionToMarkdown(edition.parse(editionOf({ ...fixture.issue, number: 12 })));
    expect(markdown).toMatch(/^---\ntitle: "Harbour weekly"\nnumber: 12\n/);
    for (const part of [
      "\n# Harbour weekly\n",
      "\n## Introduction\n",
      "\n## What matters this week\n\n- Kestrel Marine",
      "\n## Shore Power\n\n### 4. Norhavn and Lindell — two plugs, one socket\n\n- _Norhavn chooses the Lindell plug_ — Port of Norhavn\n",
      "\n| Norhavn | 12     | 9 MW  | May 2027  |\n",
      "\n**Why This Matters**\n\nA common plug is dull",
      "\n## Closing Thoughts\n",
      "\nDid you like this issue? Tell us what we missed.\n",
    ]) {
      expect(markdown).toContain(part);
    }
  });

  it("lists corrections, which come back as text in place", () => {
    const published = editionOf({ ...fixture.issue, number: 12 });
    const correction = {
      storyAnchor: published.sections[0]?.stories[1]?.anchor ?? null,
      claim: null,
      before: "five yards",
      after: "four yards",
      reason: "One left in March.",
      severity: "correction" as const,
      publishedAt: "2026-04-01T08:00:00.000Z",
    };
    const markdown = editionToMarkdown({ ...published, corrections: [correction] });
    expect(markdown).toContain(
      "## Corrections\n\n- **2026-04-01, correction, story 2:** “five yards” now says “four yards”. One left in March.\n",
    );
    const back = readText("back.md", markdown);
    expect(back.report.wordsIn).toBe(back.report.wordsOut);
    expect(back.issue.feedbackPrompt).toBe(fixture.issue.feedbackPrompt);
    expect(back.report.unplaced.map(({ text }) => text)).toEqual(["Corrections"]);
  });

  it("says what a story follows up", () => {
    const published = editionOf({ ...fixture.issue, number: 12 });
    const [story] = published.sections[0]?.stories ?? [];
    if (!story) throw new Error("The fixture has a story.");
    story.follows = {
      issueNumber: 11,
      issueSlug: "eleven",
      anchor: "s-0123456789",
      headline: "Yards — fewer",
    };
    const markdown = editionToMarkdown(published);
    expect(markdown).toContain("\n\n_Follows up “Yards — fewer”, issue 11_\n\n");
    const back = readText("back.md", markdown);
    expect(back.report.wordsIn).toBe(back.report.wordsOut);
  });

  it("comes back as the issue it was made from", () => {
    fc.assert(
      fc.property(anyIssue, (issue) => {
        const back = readText("back.md", editionToMarkdown(editionOf(issue)));
        expect(back.issue).toEqual({ ...issue, labels: { ...DEFAULT_LABELS, ...issue.labels } });
        expect(back.report.wordsIn).toBe(back.report.wordsOut);
      }),
      { numRuns: 150 },
    );
  });
});
