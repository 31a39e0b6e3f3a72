import { headlineNumber } from "@/lib/importers/heading-roles";
import { labelledPart } from "@/lib/importers/part-labels";
import type { Line } from "@/lib/importers/plain-lines";
import { plainInline } from "@/lib/importers/plain-lines";
import { readSourceLine } from "@/lib/importers/source-line";

export const BULLET = /^[-*+•‣◦▪●·]\s+/;
const TABLE = /^\|/;
const RULE = /^[=\-*_~#]{3,}$/;
const LONGEST_HEADLINE = 200;

/** Depths of the headings that plain text only implies. */
export const DEPTH = { title: 1, part: 2, section: 2, story: 3, box: 4 } as const;

function isSpecial(line: Line): boolean {
  return BULLET.test(line.text) || TABLE.test(line.text) || RULE.test(line.text) || line.text.startsWith(">");
}

/** A short line that is no sentence: what stands over a text rather than in it. */
function isBare(line: Line, longest: number): boolean {
  const { text } = line;
  if (isSpecial(line) || text.length > longest || text.split(/\s+/).length > 14) return false;
  if (/[.,;:!…—–-]["”’)]*$/.test(text)) return false;
  return /^["“‘'(]?[\p{Lu}\p{N}\p{Lo}\p{Extended_Pictographic}]/u.test(text) && !/https?:\/\//.test(text);
}

function isSource(line: Line | undefined): boolean {
  return line !== undefined && !isSpecial(line) && readSourceLine(plainInline(line.text)) !== null;
}

/** "1. Subject — angle", and not one entry of a numbered list. */
function isNumbered(line: Line | undefined): boolean {
  if (!line || line.text.length > LONGEST_HEADLINE || !headlineNumber(line.text)) return false;
  return /^\d/.test(line.text) && !/[.;,:]$/.test(line.text);
}

/** Numbered lines one right below the other are a list, unless they carry on the count of the headlines above. */
function headlines(lines: Line[]): Set<Line> {
  const candidates = lines.filter((line, index) => {
    if (!isNumbered(line)) return false;
    const before = lines[index - 1];
    const above = headlineNumber(before?.text ?? "")?.number;
    const below = headlineNumber(lines[index + 1]?.text ?? "")?.number;
    const own = headlineNumber(line.text)?.number ?? 0;
    return above !== own - 1 && below !== own + 1;
  });
  const listed = lines.filter(isNumbered);
  let expected = 1;
  const found = (candidates.length > 0 ? candidates : listed).filter((line) => {
    const number = headlineNumber(line.text)?.number;
    if (number !== expected && number !== 1) return false;
    expected = number + 1;
    return true;
  });
  return new Set(candidates.length > 0 ? continued(lines, found) : found);
}

/** Adds headlines without a text of their own, which look like a list with the headline below them. */
function continued(lines: Line[], found: Line[]): Line[] {
  const chosen = new Set(found);
  let last = 0;
  for (const line of lines) {
    const number = isNumbered(line) ? headlineNumber(line.text)?.number : undefined;
    if (chosen.has(line)) last = number ?? last;
    else if (number === last + 1 && last > 0 && leadsOn(lines, line, chosen)) {
      chosen.add(line);
      last = number;
    }
  }
  return [...chosen];
}

function leadsOn(lines: Line[], line: Line, chosen: Set<Line>): boolean {
  const own = headlineNumber(line.text)?.number ?? 0;
  const next = lines.slice(lines.indexOf(line) + 1).find((other) => chosen.has(other));
  const number = headlineNumber(next?.text ?? "")?.number;
  return number !== undefined && number > own;
}

/** The bare line right above a headline, unless it is that of the story above: its headline or source. */
function sectionTitles(lines: Line[], stories: Set<Line>): Set<Line> {
  const found = new Set<Line>();
  lines.forEach((line, index) => {
    const above = lines[index - 1];
    const before = lines[index - 2];
    if (!stories.has(line) || !above || stories.has(above) || !isBare(above, 80)) return;
    if (labelledPart(above.text) || (before && stories.has(before) && isSource(above))) return;
    found.add(above);
  });
  return found;
}

/** Without numbers, bare lines with text below them are headings; what follows tells which. */
function bareHeadings(lines: Line[]): Map<Line, number> {
  const candidates = lines.filter((line, index) => {
    const above = lines[index - 1];
    const below = lines[index + 1];
    if (!below || !isBare(line, 100) || labelledPart(line.text)) return false;
    if (RULE.test(below.text) && !line.ends) return true;
    if (above && !line.opens && !(/[.!?:]["”’)]*$/.test(above.text) || RULE.test(above.text))) return false;
    return line.opens || isSource(below) || below.text.length >= 100 || BULLET.test(below.text);
  });
  const chosen = new Set(candidates);
  const capitals = (line: Line) => line.text === line.text.toUpperCase() && /\p{Lu}{2}/u.test(line.text);
  const mixed = candidates.some(capitals) && !candidates.every(capitals);
  const found = new Map<Line, number>();
  lines.forEach((line, index) => {
    const below = lines[index + 1];
    if (!chosen.has(line) || !below) return;
    const over = chosen.has(below) || BULLET.test(below.text) || capitals(line);
    found.set(
      line,
      mixed ? (capitals(line) ? DEPTH.section : DEPTH.story) : over ? DEPTH.section : DEPTH.story,
    );
  });
  return found;
}

/** The first line, when it stands over the whole text. */
function findTitle(lines: Line[], stories: Set<Line>, bare: Map<Line, number>): Line | null {
  const [first, second] = lines;
  if (!first || !second || stories.has(first) || labelledPart(first.text) || !isBare(first, 120)) return null;
  if (stories.has(second)) return first.ends ? first : null;
  if (labelledPart(second.text) || first.ends || RULE.test(second.text)) {
    return bare.get(first) === DEPTH.section && BULLET.test(second.text) ? null : first;
  }
  return isBare(second, 120) || second.text.length >= 100 ? first : null;
}

/** The lines that are headings, with their depths. */
export function plainHeadings(lines: Line[]): Map<Line, number> {
  const stories = headlines(lines);
  const bare = stories.size === 0 ? bareHeadings(lines) : new Map<Line, number>();
  const found = new Map<Line, number>(bare);
  for (const line of stories) found.set(line, DEPTH.story);
  for (const line of sectionTitles(lines, stories)) found.set(line, DEPTH.section);
  for (const line of lines) {
    const part = isSpecial(line) ? null : labelledPart(line.text);
    if (part) found.set(line, part === "whyItMatters" ? DEPTH.box : DEPTH.part);
  }
  const title = findTitle(lines, stories, bare);
  if (title) found.set(title, DEPTH.title);
  return found;
}
