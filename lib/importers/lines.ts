import { looksLikeHeading, numberedLine, type Role, roleOf } from "@/lib/importers/roles";

export type Line =
  | { kind: "label"; role: Role; text: string; at: number }
  | { kind: "headline"; text: string; at: number }
  | { kind: "section"; text: string; at: number }
  | { kind: "bullet" | "numbered" | "table" | "text"; text: string; at: number };

interface Raw {
  text: string;
  /** From 1, in the file. */
  at: number;
  afterBlank: boolean;
}

const BULLET = /^[-*•·‣▪–]\s+/;

function isLoose(text: string): boolean {
  return !BULLET.test(text) && !text.startsWith("|") && numberedLine(text) === null && roleOf(text) === null;
}

/** Whether lines were broken to fit a width: then a paragraph's lines belong together. */
function isHardWrapped(lines: Raw[]): boolean {
  if (lines.some((line) => line.text.length > 100)) return false;
  const followed = lines.filter(
    (line, index) => isLoose(line.text) && lines[index + 1]?.afterBlank === false,
  );
  return (
    followed.length >= 3 && followed.filter((line) => line.text.length >= 45).length / followed.length > 0.6
  );
}

function joinWrapped(lines: Raw[]): Raw[] {
  const joined: Raw[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    if (
      last &&
      !line.afterBlank &&
      isLoose(line.text) &&
      (last.text.length >= 45 || BULLET.test(last.text))
    ) {
      last.text += ` ${line.text}`;
    } else joined.push({ ...line });
  }
  return joined;
}

function rawLines(text: string): Raw[] {
  const lines: Raw[] = [];
  let afterBlank = true;
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    const trimmed = line.trim();
    if (trimmed !== "") lines.push({ text: trimmed, at: index + 1, afterBlank });
    afterBlank = trimmed === "";
  }
  return isHardWrapped(lines) ? joinWrapped(lines) : lines;
}

/** Numbered lines that count 1, 2, 3, … through the text, each with something under it: those are headlines. */
function headlineIndexes(lines: Raw[]): Set<number> {
  const found = new Set<number>();
  let expected = 1;
  for (const [index, line] of lines.entries()) {
    const numbered = numberedLine(line.text);
    if (numbered?.number !== expected || numbered.rest.length > 200 || /[.;]$/.test(numbered.rest)) continue;
    const next = lines[index + 1];
    const isListItem = next !== undefined && numberedLine(next.text)?.number === expected + 1;
    if (next === undefined || isListItem) continue;
    found.add(index);
    expected += 1;
  }
  return found;
}

/** Bare headlines of a text that numbers none: short lines after a blank one with prose or a source under them. */
function bareHeadlineIndexes(lines: Raw[]): Set<number> {
  const found = new Set<number>();
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    if (!line.afterBlank || !next || !looksLikeHeading(line.text) || roleOf(line.text) !== null) continue;
    if (index > 0 && !looksLikeHeading(next.text)) found.add(index);
  }
  return found.size >= 2 ? found : new Set();
}

/** The lines of a plain text, each with what it is. Sections are bare lines right before a headline. */
export function readLines(text: string): Line[] {
  const lines = rawLines(text);
  const numbered = headlineIndexes(lines);
  const headlines = numbered.size > 0 ? numbered : bareHeadlineIndexes(lines);
  return lines.map((line, index): Line => {
    const { text: value, at } = line;
    const role = roleOf(value);
    if (headlines.has(index)) return { kind: "headline", text: numberedLine(value)?.rest ?? value, at };
    if (role !== null && looksLikeHeading(value.replace(/:$/, "")))
      return { kind: "label", role, text: value, at };
    if (headlines.has(index + 1) && looksLikeHeading(value)) return { kind: "section", text: value, at };
    if (value.startsWith("|")) return { kind: "table", text: value, at };
    if (BULLET.test(value)) return { kind: "bullet", text: value.replace(BULLET, ""), at };
    const item = numberedLine(value);
    return item ? { kind: "numbered", text: item.rest, at } : { kind: "text", text: value, at };
  });
}
