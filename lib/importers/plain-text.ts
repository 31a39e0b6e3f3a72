import type { Heading, List, Root, RootContent, Table } from "mdast";
import { headlineNumber } from "@/lib/importers/heading-roles";
import { parseMarkdown, type ReadBlocks } from "@/lib/importers/markdown";
import { BULLET, plainHeadings } from "@/lib/importers/plain-headings";
import { type Line, plainInline, readLines } from "@/lib/importers/plain-lines";

const UNDERLINE = /^(?:={3,}|-{3,}|~{3,})$/;
const RULE = /^(?:[*_=-] ?){3,}$/;

function position(line: Line) {
  const point = { line: line.number, column: 1 };
  return { start: point, end: point };
}

function paragraph(line: Line): RootContent {
  return { type: "paragraph", children: plainInline(line.text), position: position(line) };
}

/** The lines from `start` on that `test` holds for. */
function run(lines: Line[], start: number, test: (line: Line, index: number) => boolean): Line[] {
  let end = start;
  while (end < lines.length && test(lines[end] as Line, end)) end++;
  return lines.slice(start, end);
}

function list(lines: Line[], marker: RegExp, first: number | null): List {
  return {
    type: "list",
    ordered: first !== null,
    start: first,
    spread: false,
    position: lines[0] && position(lines[0]),
    children: lines.map((line) => ({
      type: "listItem",
      spread: false,
      position: position(line),
      children: [{ type: "paragraph", children: plainInline(line.text.replace(marker, "")) }],
    })),
  };
}

/** A pipe table read by the Markdown parser; its cells' words stay literal. */
function table(lines: Line[]): Table | null {
  const source = lines.map((line) => line.text).join("\n");
  const found = parseMarkdown(source).children;
  const [first] = found;
  if (found.length !== 1 || first?.type !== "table" || first.children.length + 1 !== lines.length)
    return null;
  const children = first.children.map((row) => ({
    ...row,
    children: row.children.map((cell) => {
      const raw = source.slice(cell.position?.start.offset, cell.position?.end.offset);
      const text = raw
        .replace(/^\||\|$/g, "")
        .replaceAll("\\|", "|")
        .trim();
      return { ...cell, children: plainInline(text) };
    }),
  }));
  return { ...first, children, position: lines[0] && position(lines[0]) };
}

/** Entries of a numbered list count on one by one. */
function numberedRun(lines: Line[], start: number, headings: Map<Line, number>): Line[] {
  const first = headlineNumber(lines[start]?.text ?? "")?.number ?? 0;
  return run(lines, start, (line, index) => {
    return (
      !headings.has(line) &&
      /^\d/.test(line.text) &&
      headlineNumber(line.text)?.number === first + index - start
    );
  });
}

function heading(line: Line, depth: number): Heading {
  return {
    type: "heading",
    depth: depth as Heading["depth"],
    children: plainInline(line.text),
    position: position(line),
  };
}

/** One block from `start`, and how many lines it takes. */
function block(lines: Line[], start: number, headings: Map<Line, number>): [RootContent[], number] {
  const line = lines[start] as Line;
  const depth = headings.get(line);
  if (depth !== undefined) {
    const underlined = UNDERLINE.test(lines[start + 1]?.text ?? "") && !line.ends;
    return [[heading(line, depth)], underlined ? 2 : 1];
  }
  if (RULE.test(line.text)) return [[{ type: "thematicBreak", position: position(line) }], 1];
  if (BULLET.test(line.text)) {
    const items = run(lines, start, (other) => BULLET.test(other.text) && !RULE.test(other.text));
    return [[list(items, BULLET, null)], items.length];
  }
  if (line.text.startsWith("|")) {
    const rows = run(lines, start, (other) => other.text.startsWith("|"));
    const found = table(rows);
    if (found) return [[found], rows.length];
  }
  if (line.text.startsWith(">")) {
    const quoted = run(
      lines,
      start,
      (other, index) => other.text.startsWith(">") && (index === start || !other.opens),
    );
    const inner = quoted.map((other) => ({ ...other, text: other.text.replace(/^(?:>\s?)+/, "") }));
    const children = inner.filter((other) => other.text.trim() !== "").map(paragraph) as [];
    return [
      children.length > 0 ? [{ type: "blockquote", children, position: position(line) }] : [],
      quoted.length,
    ];
  }
  const numbered = numberedRun(lines, start, headings);
  const first = headlineNumber(line.text)?.number ?? 0;
  if (numbered.length >= 2) return [[list(numbered, /^\d+[.):]\s+/, first)], numbered.length];
  return [[paragraph(line)], 1];
}

/**
 * Reads plain text, where headings are bare lines: fixed labels, "1. Headline", the line above a headline. Nothing in
 * it is markup except pipe tables, list marks and quotation marks at the start of a line.
 */
export function readPlainText(file: string): ReadBlocks {
  const lines = readLines(file);
  const headings = plainHeadings(lines);
  const blocks: Root["children"] = [];
  for (let index = 0; index < lines.length; ) {
    const [found, taken] = block(lines, index, headings);
    blocks.push(...found);
    index += taken;
  }
  return { said: blocks, blocks, refused: [] };
}
