import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { AppError } from "@/lib/errors";
import { decodeFile } from "@/lib/importers/decode-file";
import { readIssueFile, readIssueText } from "@/lib/importers/read-file";
import { compareWords } from "@/lib/importers/words";

/**
 * Reads every digest in a folder and prints what was found in each: `tsx bench/import.ts <folder>`.
 * "links" are addresses in the issue, as a source or in the text; "kept" is the share of the file's words in it.
 */
function row(folder: string, name: string): (string | number)[] {
  const bytes = readFileSync(join(folder, name));
  const started = performance.now();
  const { issue, report } = readIssueFile(name, bytes);
  const took = performance.now() - started;
  const { wordsIn, wordsOut } = readIssueText(name, decodeFile(name, bytes));
  const lost = compareWords(wordsIn, wordsOut).lost.length;
  const stories = issue.sections.flatMap((section) => section.stories);
  const sources = stories.flatMap((story) => story.sources).length;
  const links = new Set(JSON.stringify(issue).match(/(?<="(?:url|href)":")[^"]+/g) ?? []).size;
  const kept = `${(100 - (100 * lost) / Math.max(1, wordsIn.length)).toFixed(1)}%`;
  const sections = issue.sections.length;
  return [
    name,
    sections,
    stories.length,
    sources,
    links,
    wordsIn.length,
    wordsOut.length,
    kept,
    report.unplaced.length,
    took,
  ];
}

const folder = process.argv[2];
if (!folder) throw new Error("Name a folder: tsx bench/import.ts <folder>");
const names = readdirSync(folder).filter((name) => statSync(join(folder, name)).isFile());
const header = [
  "file",
  "sections",
  "stories",
  "sources",
  "links",
  "words in",
  "words out",
  "kept",
  "unplaced",
  "ms",
];
const rows: (string | number)[][] = [];
for (const name of names.sort(new Intl.Collator("en", { numeric: true }).compare)) {
  try {
    rows.push(row(folder, name));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    console.log(`${name}: ${error.message}`);
  }
}
const sum = (column: number) => rows.reduce((total, cells) => total + Number(cells[column]), 0);
const total = ["total", ...[1, 2, 3, 4, 5, 6].map(sum), "", sum(8), sum(9)];
for (const cells of [header, ...rows, total]) {
  const printed = cells.map((cell) => (typeof cell === "number" ? String(Math.round(cell * 10) / 10) : cell));
  console.log(printed.map((cell, column) => (column === 0 ? cell.padEnd(24) : cell.padStart(10))).join(""));
}
console.log(
  `${rows.length} files, ${((rows.length * 1000) / Math.max(1, sum(9))).toFixed(0)} files per second`,
);
