import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/errors";
import { decodeFile } from "@/lib/importers/decode-file";
import { corpusFiles, type FixtureFile, ownFiles, seedFile } from "@/lib/importers/fixtures/files";
import { issueTokens, missing, rawLinks, rawTexts, tokens } from "@/lib/importers/fixtures/tokens";
import { readFrontMatter, withoutFrontMatter } from "@/lib/importers/front-matter";
import { importedIssue } from "@/lib/importers/imported-issue";
import { parseMarkdown } from "@/lib/importers/markdown";
import { readIssueFile, readIssueText } from "@/lib/importers/read-file";
import { compareWords } from "@/lib/importers/words";

const files = [...ownFiles, ...(seedFile ? [seedFile] : []), ...corpusFiles];

/** Numbers of headlines, which the order says again. */
function withoutNumbers(lost: string[]): string[] {
  return lost.filter((token) => !/^\d{1,2}$/.test(token));
}

/** What the file says and links, counted without the importers. */
function saidBy(file: FixtureFile, format: "text" | "markdown"): { said: string[]; links: string[] } {
  const text = decodeFile(file.name, file.bytes);
  const front = readFrontMatter(text);
  const body = withoutFrontMatter(text, front);
  const head = [
    body.includes(front?.title ?? "") ? "" : front?.title,
    front?.standfirst,
    ...(front?.others ?? []),
  ].join(" ");
  if (format === "text")
    return { said: tokens(`${head} ${body}`), links: body.match(/https?:[^\s)]+/g) ?? [] };
  const root = parseMarkdown(body);
  return { said: tokens([head, ...rawTexts(root)].join("\n")), links: rawLinks(root) };
}

describe("every digest comes in whole", () => {
  it.each(files)("$name", (file) => {
    const { issue, format, wordsIn, wordsOut } = readIssueText(file.name, decodeFile(file.name, file.bytes));
    expect(compareWords(wordsIn, wordsOut)).toEqual({ lost: [], added: [] });
    const { said, links } = saidBy(file, format);
    const written = JSON.stringify(issue);
    expect(withoutNumbers(missing(said, issueTokens(issue)))).toEqual([]);
    expect(links.filter((url) => !written.includes(JSON.stringify(url).slice(1, -1)))).toEqual([]);
    expect(issue.sections.flatMap((section) => section.stories).length).toBeGreaterThan(0);
  });

  it("in the order of the file, where the anatomy has the same order", () => {
    for (const name of ["harbour-weekly.txt", "underlined.md", "link-titles.md", "wrapped.txt", "prose.md"]) {
      const file = ownFiles.find((own) => own.name === name);
      const { wordsIn, wordsOut } = readIssueText(name, decodeFile(name, file?.bytes ?? new Uint8Array()));
      expect(wordsOut.join(" ").replace(/[,.]/g, "")).toBe(wordsIn.join(" ").replace(/[,.]/g, ""));
    }
  });
});

/** Reads anything; answers null where it is refused with a sentence. */
function readOrRefuse(name: string, text: string | Uint8Array) {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  try {
    return readIssueFile(name, bytes);
  } catch (error) {
    if (error instanceof AppError && error.code === "invalid" && /^[^\n]+\.$/.test(error.message))
      return null;
    throw error;
  }
}

/** Whether wordsOut were no less than wordsIn, and everything still is a valid issue. */
function expectWhole(name: string, text: string): void {
  const found = readOrRefuse(name, text);
  if (!found) return;
  expect(importedIssue.safeParse(found.issue).error).toBeUndefined();
  const { wordsIn, wordsOut } = readIssueText(name, decodeFile(name, new TextEncoder().encode(text)));
  expect({ ...compareWords(wordsIn, wordsOut), text }).toEqual({ lost: [], added: [], text });
  const { said, links: all } = saidBy({ name, bytes: new TextEncoder().encode(text) }, found.report.format);
  const links = found.report.format === "markdown" ? all : [];
  const written = JSON.stringify(found.issue);
  expect({ lost: withoutNumbers(missing(said, issueTokens(found.issue))), text }).toEqual({ lost: [], text });
  expect({ lost: links.filter((url) => !written.includes(JSON.stringify(url).slice(1, -1))), text }).toEqual({
    lost: [],
    text,
  });
}

const snippet = fc.constantFrom(
  ..."# Title|## Section|### 1. Headline|1. Headline — angle|2. Another|Why this matters|**Why it matters:** because|> **Why this matters**|Introduction|What matters this week|Closing thoughts|- point|* [Title](https://a.example/b) by Ada|- [Title](https://a.example) — Paper|  > quoted|Title — Publisher|[ref][a]|[a]: https://a.example/ref|| a | b |||---|---||| 1 | 2 ||---|===|<!-- note -->|<b>html</b>|    code|```|![alt](https://a.example/i.png)|[x](javascript:alert)|[rel](/feed)|[^1]|[^1]: note|A sentence that ends. Another one follows it.|**Bold headline**|**Lead.** Text behind it|Did you like this? Tell us.|https://a.example/bare|Source: [s](https://s.example)|Corrections|TL;DR|- [ ] task|10) ten|word\\\nbreak|&amp; entity|* * *|~~gone~~".split(
    "|",
  ),
);
const assembled = fc
  .array(
    fc.tuple(
      fc.oneof({ weight: 4, arbitrary: snippet }, fc.string({ maxLength: 20 })),
      fc.constantFrom("\n", "\n\n", "\n  ", " "),
    ),
  )
  .map((parts) => parts.map(([text, gap]) => text + gap).join(""));

/** A digest with lines dropped, doubled, swapped or cut. */
const mutated = fc
  .tuple(
    fc.constantFrom(...ownFiles),
    fc.array(
      fc.tuple(fc.nat(200), fc.constantFrom("drop", "double", "cut", "join", "indent", "mark"), fc.nat(60)),
      {
        maxLength: 8,
      },
    ),
  )
  .map(([file, changes]) => {
    const lines = decodeFile(file.name, file.bytes).split("\n");
    for (const [at, change, place] of changes) {
      const index = at % Math.max(1, lines.length);
      const line = lines[index] ?? "";
      if (change === "drop") lines.splice(index, 1);
      else if (change === "double") lines.splice(index, 0, line);
      else if (change === "cut") lines[index] = line.slice(0, place);
      else if (change === "join") lines.splice(index, 2, `${line}${lines[index + 1] ?? ""}`);
      else if (change === "indent") lines[index] = `  ${line}`;
      else lines[index] = `${line.slice(0, place)}${"*_[`<#>|"[place % 8]}${line.slice(place)}`;
    }
    return { name: file.name, text: lines.join("\n") };
  });

describe("whatever is in a file", () => {
  it("assembled text and Markdown lose no word", () => {
    fc.assert(
      fc.property(assembled, fc.constantFrom("a.md", "a.txt"), (text, name) => expectWhole(name, text)),
      { numRuns: 300 },
    );
  });

  it("damaged digests lose no word", () => {
    fc.assert(
      fc.property(mutated, ({ name, text }) => expectWhole(name, text)),
      { numRuns: 200 },
    );
  });

  it("any bytes are read or refused with one sentence", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.constantFrom("a.md", "a.txt", ""), (bytes, name) => {
        readOrRefuse(name, bytes);
      }),
      { numRuns: 300 },
    );
  });

  it("text that would keep a Markdown parser busy for minutes is read as plain text", () => {
    const hostile = [
      "*a_ ".repeat(20_000),
      "[".repeat(50_000),
      ">".repeat(5_000),
      `${"* - + ".repeat(2_000)}x`,
    ];
    hostile.push(Array.from({ length: 800 }, (_, depth) => `${" ".repeat(depth * 2)}- a`).join("\n"));
    for (const text of hostile) {
      const started = performance.now();
      readOrRefuse("hostile.md", text);
      expect(performance.now() - started).toBeLessThan(5_000);
    }
  });
});
