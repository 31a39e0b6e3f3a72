import { addDays, formatISO, parseISO, setISOWeek, startOfISOWeek } from "date-fns";
import { parse } from "yaml";
import { z } from "zod";
import { oneLine } from "@/lib/importers/said";
import { labels } from "@/lib/issues/labels";

/** What Markdown cannot say of an edition in its text: lib/exporters/markdown.ts writes it under the key "plumbline". */
export const ownExport = z.object({
  labels,
  /** For each highlight, the numbers of its stories. */
  highlights: z.array(z.array(z.int().positive())),
  feedbackPrompt: z.string(),
  /** How many corrections are listed at the end. */
  corrections: z.int().nonnegative(),
});
export type OwnExport = z.infer<typeof ownExport>;

/** What stands above the text of a file. */
export interface FrontMatter {
  title: string;
  standfirst: string;
  number: number | null;
  week: { from: string | null; to: string | null };
  /** What our own export says of itself; null for any other file. */
  own: OwnExport | null;
  /** Entries that have no place in an issue, one line each. */
  others: string[];
  /** How many lines it takes up, so that line numbers of what follows stay true. */
  lines: number;
}

const date = z.iso.date();
const number = z.coerce.number().int().positive().max(2_147_483_647);
const KEYS = {
  title: ["title", "name", "subject"],
  standfirst: ["standfirst", "subtitle", "description", "summary", "excerpt"],
  number: ["number", "issue", "issue number", "issue_number"],
  week: ["week"],
  date: ["date", "published", "publishedat", "pubdate"],
  own: ["edition", "slug", "plumbline"],
} as const;
const KNOWN = new Set<string>(Object.values(KEYS).flat());

function text(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? oneLine(String(value).toWellFormed()) : "";
}

/** PostgreSQL's text has no NUL; an escape in YAML can write one. */
function clean(value: string): string {
  return value.replaceAll("\0", "\uFFFD");
}

function first(record: Map<string, unknown>, keys: readonly string[]): unknown {
  return keys.map((key) => record.get(key)).find((value) => value !== undefined && value !== null);
}

function day(value: unknown): string | null {
  const found = /^\d{4}-\d{2}-\d{2}/.exec(text(value))?.[0];
  return found && date.safeParse(found).success ? found : null;
}

/** "2026-W12", "2026-03-16/2026-03-22", {from, to}, or else the day of publication as the week's last. */
function week(record: Map<string, unknown>): FrontMatter["week"] {
  const value = first(record, KEYS.week);
  if (value && typeof value === "object" && !Array.isArray(value)) {
    const { from, to } = value as Record<string, unknown>;
    return ordered(day(from), day(to));
  }
  const iso = /^(\d{4})-?W(\d{2})$/.exec(text(value));
  if (iso) {
    const from = startOfISOWeek(setISOWeek(parseISO(`${iso[1]}-01-04`), Number(iso[2])));
    const write = (moment: Date) => formatISO(moment, { representation: "date" });
    return { from: write(from), to: write(addDays(from, 6)) };
  }
  const days = text(value).split(/\s*(?:\/|–|—|\bto\b)\s*/);
  if (days.length === 2) return ordered(day(days[0]), day(days[1]));
  return { from: null, to: day(value) ?? day(first(record, KEYS.date)) };
}

function ordered(from: string | null, to: string | null): FrontMatter["week"] {
  return from && to && from > to ? { from: to, to: from } : { from, to };
}

function other(key: string, value: unknown): string {
  const said = typeof value === "object" && value !== null ? JSON.stringify(value) : String(value);
  return clean(oneLine(`${key}: ${said}`.toWellFormed()));
}

function read(entries: [string, unknown][], lines: number): FrontMatter {
  const record = new Map(entries.map(([key, value]) => [key.toLowerCase().trim(), value]));
  const own = ownExport.safeParse(record.get("plumbline"));
  const issueNumber = number.safeParse(first(record, KEYS.number));
  return {
    title: clean(text(first(record, KEYS.title))),
    standfirst: clean(text(first(record, KEYS.standfirst))),
    number: issueNumber.success ? issueNumber.data : null,
    week: week(record),
    own: own.success ? own.data : null,
    others: entries
      .filter(([key, value]) => !KNOWN.has(key.toLowerCase().trim()) && value !== null && value !== "")
      .map(([key, value]) => other(key, value)),
    lines,
  };
}

function yamlEntries(source: string): [string, unknown][] | null {
  try {
    const value: unknown = parse(source, { maxAliasCount: 20, logLevel: "silent" });
    if (value === null || typeof value !== "object" || Array.isArray(value)) return null;
    return Object.entries(value);
  } catch {
    return null;
  }
}

/** "Title: …" lines above the first empty one, as static site generators write them without a fence. */
function headerLines(file: string): FrontMatter | null {
  const block = /^(?:[A-Za-z][A-Za-z _-]{0,30}:[ \t]+\S.*\n){2,}(?=\s*\n)/.exec(file)?.[0];
  if (!block) return null;
  const entries = block
    .trimEnd()
    .split("\n")
    .map((line): [string, string] => [
      line.slice(0, line.indexOf(":")),
      line.slice(line.indexOf(":") + 1).trim(),
    ]);
  const known = entries.filter(([key]) => KNOWN.has(key.toLowerCase().trim())).length;
  const titled = entries.some(([key]) => key.toLowerCase() === "title");
  return titled && known >= 2 ? read(entries, entries.length) : null;
}

/**
 * Reads YAML between two lines of "---" at the very top, or header lines without a fence. What is not well-formed is
 * no front matter but text. Line ends must be "\n".
 */
export function readFrontMatter(file: string): FrontMatter | null {
  const fenced = /^---[ \t]*\n([\s\S]*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(file);
  const entries = fenced ? yamlEntries(fenced[1] ?? "") : null;
  if (!fenced || !entries) return headerLines(file);
  return read(entries, fenced[0].split("\n").length - 1);
}

/** The file with its front matter blanked out, line by line. */
export function withoutFrontMatter(file: string, found: FrontMatter | null): string {
  if (!found) return file;
  return "\n".repeat(found.lines) + file.split("\n").slice(found.lines).join("\n");
}
