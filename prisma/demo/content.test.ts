import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type RichText, richText } from "@/lib/rich-text/document";
import { markedTexts } from "@/lib/rich-text/marks";
import { plainTables, plainText } from "@/lib/rich-text/plain-text";
import type { DemoIssue, DemoStory } from "@/prisma/demo/content";
import { demoAnchor, demoId } from "@/prisma/demo/identity";
import { issue11 } from "@/prisma/demo/issue-11/issue";
import { issue12 } from "@/prisma/demo/issue-12/issue";
import { backlog } from "@/prisma/demo/issue-13/waiting";
import { sources } from "@/prisma/demo/sources";
import { issues } from "@/prisma/demo/write";
import { selectors } from "@/prisma/demo/write-story";

/** Words of real companies that have been quoted in print: all that a snapshot or a quotation may hold. */
const QUOTED_IN_PRINT = [
  "the only frontier AI model available on all three leading cloud providers: AWS, Google Cloud, and Microsoft.",
  "Hunter Alpha",
];

const storiesOf = (issue: DemoIssue) => issue.sections.flatMap((section) => section.stories);
const stories: DemoStory[] = [...issues.flatMap(storiesOf), ...backlog];
const documentsOf = (story: DemoStory): RichText[] =>
  story.why ? [story.body, story.why.words] : [story.body];
const wordsOf = (issue: DemoIssue): string =>
  [
    issue.standfirst,
    plainText(issue.introduction),
    ...issue.highlights.map(({ text }) => text),
    ...issue.thesis,
    ...storiesOf(issue).flatMap((story) => [story.headline, ...documentsOf(story).map(plainText)]),
    plainText(issue.closing),
    issue.feedbackPrompt,
  ].join("\n");

describe("every story of the demo", () => {
  test.each(stories.map((story) => [story.key, story] as const))("%s", (_, story) => {
    for (const document of documentsOf(story)) expect(richText.safeParse(document).error).toBeUndefined();
    const claims = Object.keys(story.claims).map((key) => demoId(`claim ${key}`));
    const spans = Object.keys(story.analyses).map((key) => demoId(`analysis ${key}`));
    expect([...markedTexts("claim", ...documentsOf(story)).keys()].sort()).toEqual(claims.sort());
    expect([...markedTexts("analysis", ...documentsOf(story)).keys()].sort()).toEqual(spans.sort());
    const analyses = [...Object.values(story.analyses), ...(story.why?.analysis ? [story.why.analysis] : [])];
    for (const { restsOn } of analyses) {
      expect(restsOn.length).toBeGreaterThan(0);
      expect(Object.keys(story.claims)).toEqual(expect.arrayContaining(restsOn));
    }
    for (const text of markedTexts("claim", ...documentsOf(story)).values())
      expect(text).not.toMatch(/^\s|\s$|\s\s|\n/);
  });
});

test("keys, and so ids and anchors, are given once", () => {
  const keys = stories.flatMap((story) => [
    `story ${story.key}`,
    ...Object.keys(story.claims).map((key) => `claim ${key}`),
    ...Object.keys(story.analyses).map((key) => `analysis ${key}`),
  ]);
  expect(new Set(keys).size).toBe(keys.length);
  expect(new Set(sources.map((source) => source.key)).size).toBe(sources.length);
  expect(demoId("x")).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  for (const story of stories) expect(demoAnchor(story.key)).toMatch(/^s-[0-9a-z]{10}$/);
  for (const story of stories) for (const source of story.sources) expect(sources).toContain(source);
});

test("issue 12 has the anatomy of a whole issue", () => {
  expect(issue12.sections.map((section) => section.stories.length)).toEqual([3, 1, 2, 1]);
  expect(storiesOf(issue12).flatMap((story) => story.sources)).toHaveLength(9);
  expect(issue12.highlights).toHaveLength(5);
  for (const issue of issues) {
    const keys = storiesOf(issue).map((story) => story.key);
    for (const { stories } of issue.highlights) expect(keys).toEqual(expect.arrayContaining(stories));
  }
  expect(storiesOf(issue12).filter((story) => story.why?.analysis)).toHaveLength(7);
  const tables = storiesOf(issue12).flatMap((story) => plainTables(story.body));
  expect(tables.map(({ header, rows }) => [header.length, rows.length])).toEqual([[4, 3]]);
  const length = wordsOf(issue12).match(/[\p{L}\p{N}]\S*/gu)?.length;
  expect(length).toBeGreaterThan(1_500);
  expect(length).toBeLessThan(1_900);
  const claims = storiesOf(issue12).flatMap((story) => Object.values(story.claims));
  expect(new Set(claims.map(({ attribution }) => attribution)).size).toBe(3);
  expect(new Set(claims.map(({ mode }) => mode)).size).toBe(3);
});

test.each([
  ["$1 trillion", "2027", "N1.7", "ABB, FANUC, KUKA and Yaskawa", "Cosmos 3"],
  ["12 March", "$100 million", "30,000", "Accenture, Deloitte, Cognizant and Infosys", "Foundations"],
  ["119B", "6.5B", "256k", "$0.15", "$0.60", "400k", "$0.75", "$4.50", "$0.20", "$1.25", "5 March 2026"],
  ["19 March", "#3", "1 trillion parameters", "42 billion", "1 million tokens", "Apache 2.0", "GENIAC"],
])("the figures are there: %s …", (...figures) => {
  const words = wordsOf(issue12);
  for (const figure of figures) expect(words).toContain(figure);
});

test("forecasts and commitments say what would settle them", () => {
  for (const claim of stories.flatMap((story) => Object.values(story.claims))) {
    if (claim.mode === "assertion") continue;
    expect(claim.resolutionCriteria).toBeTruthy();
    if (claim.mode === "forecast") expect(claim.horizonAt).toMatch(/^\d{4}-\d\d-\d\d$/);
  }
});

test("snapshots and quotations hold only words that were quoted in print, or are our own", () => {
  for (const { excerpt, publisher } of sources) {
    if (excerpt === undefined) continue;
    if (publisher === "Plumbline") expect(wordsOf(issue12)).toContain(excerpt);
    else expect(QUOTED_IN_PRINT).toContain(excerpt);
  }
  for (const story of stories) {
    const texts = markedTexts("claim", ...documentsOf(story));
    for (const [key, claim] of Object.entries(story.claims)) {
      const text = texts.get(demoId(`claim ${key}`)) ?? "";
      if (claim.attribution === "quoted") expect(QUOTED_IN_PRINT.some((q) => q.includes(text))).toBe(true);
      for (const passage of claim.evidence ?? []) {
        expect(passage.exact).toBe(text);
        const { start, end, exact, prefix, suffix } = selectors(passage);
        const whole = passage.source.excerpt ?? "";
        expect(whole.slice(start, end)).toBe(exact);
        expect(whole.slice(0, start).endsWith(prefix) && whole.slice(end).startsWith(suffix)).toBe(true);
      }
    }
  }
});

const RUN = 8;

function runs(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}$.'’-]+/gu) ?? [];
  const bare = words.map((word) => word.replaceAll("’", "'").replace(/^[.'-]+|[.'-]+$/g, ""));
  return bare.map((_, index) => bare.slice(index, index + RUN).join(" ")).slice(0, -RUN + 1);
}

test("the sentences are our own: no eight words in a row come from the digest that gave the facts", () => {
  const file = "../shared/seed/weekly-digest.txt";
  const theirs = new Set(existsSync(file) ? runs(readFileSync(file, "utf8")) : []);
  const ours = [...issues.map(wordsOf), ...backlog.flatMap((story) => documentsOf(story).map(plainText))];
  const criteria = stories.flatMap((story) =>
    Object.values(story.claims).map((c) => c.resolutionCriteria ?? ""),
  );
  const shared = [...ours, ...criteria]
    .flatMap((text) => runs(text.replace(/“[^”]*”/g, "“”")))
    .filter((run) => theirs.has(run));
  expect(shared).toEqual([]);
});

test("the house issue names no company", () => {
  expect(wordsOf(issue11)).not.toMatch(/Nvidia|Anthropic|OpenAI|Mistral|Microsoft|Xiaomi|Rakuten|Accenture/i);
});
