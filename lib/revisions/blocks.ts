import type { RichText, RichTextMark, RichTextNode } from "@/lib/rich-text/document";

/** How a block stands on the page; what it says is its words. */
export interface Frame {
  kind: "line" | "remark" | "paragraph" | "heading" | "code" | "row" | "rule" | "picture";
  /** Of a heading; 0 for the rest. */
  level: number;
  /** How many quotations it stands in. */
  quoted: number;
  /** How many lists it stands in. */
  indent: number;
  /** Before the first block of a list's item: "•" or "3."; empty for the rest. */
  marker: string;
}

/** Words that are set alike. `styles` are marks: "bold", "link https://…". */
export interface Run {
  text: string;
  styles: readonly string[];
}

export interface Cell {
  isHeader: boolean;
  runs: Run[];
}

/** The smallest piece of a text that stands by itself: a paragraph, a heading, a row of a table. */
export interface Block {
  frame: Frame;
  runs: Run[];
  /** Of a row; empty for the rest. */
  cells: Cell[];
  /** Which table of the text a row belongs to, from 0; null for the rest. */
  table: number | null;
}

const PLAIN: Frame = { kind: "line", level: 0, quoted: 0, indent: 0, marker: "" };
const KINDS: Record<string, Frame["kind"]> = {
  paragraph: "paragraph",
  heading: "heading",
  codeBlock: "code",
};

/** A line of plain text, such as a headline; with a marker or as a remark on such a line, within a list. */
export function lineBlock(text: string, kind: "line" | "remark" = "line", marker = ""): Block {
  const frame = { ...PLAIN, kind, marker, indent: kind === "remark" || marker !== "" ? 1 : 0 };
  return { frame, runs: text === "" ? [] : [{ text, styles: [] }], cells: [], table: null };
}

function styleOf({ type, attrs }: RichTextMark): string {
  return type === "link" ? `link ${String(attrs?.href ?? "")}` : type;
}

/** The words that a leaf without text has in its attributes: alternative text, caption, credit. */
function attributeWords(node: RichTextNode): string {
  const words = Object.entries(node.attrs ?? {}).flatMap(([name, value]) =>
    typeof value === "string" && value !== "" && /alt|caption|credit|title|label/i.test(name) ? [value] : [],
  );
  return words.join(" · ");
}

function runsOf(node: RichTextNode): Run[] {
  const styles = (node.marks ?? []).map(styleOf).sort();
  if (node.text !== undefined) return [{ text: node.text, styles }];
  if (node.type === "hardBreak") return [{ text: "\n", styles: [] }];
  if (node.content) return node.content.flatMap(runsOf);
  const words = attributeWords(node);
  return words === "" ? [] : [{ text: words, styles }];
}

class Flattening {
  readonly blocks: Block[] = [];
  #tables = 0;

  add(frame: Frame, runs: Run[]): void {
    this.blocks.push({ frame, runs, cells: [], table: null });
  }

  visit(node: RichTextNode, frame: Frame): void {
    const kind = KINDS[node.type];
    if (kind) {
      const level = kind === "heading" ? Number(node.attrs?.level) : 0;
      this.add({ ...frame, kind, level }, runsOf(node));
    } else if (node.type === "bulletList" || node.type === "orderedList") this.#list(node, frame);
    else if (node.type === "blockquote") this.#inside(node, { ...frame, quoted: frame.quoted + 1 });
    else if (node.type === "table") this.#table(node, frame);
    else if (node.type === "horizontalRule") this.add({ ...frame, kind: "rule" }, []);
    else if (node.content?.some((child) => child.type !== "text")) this.#inside(node, frame);
    else this.add({ ...frame, kind: "picture" }, runsOf(node));
  }

  /** The children; only the first of an item bears its marker. */
  #inside(node: RichTextNode, frame: Frame): void {
    for (const [index, child] of (node.content ?? []).entries()) {
      this.visit(child, index === 0 ? frame : { ...frame, marker: "" });
    }
  }

  #list(node: RichTextNode, frame: Frame): void {
    const start = Number(node.attrs?.start ?? 1);
    for (const [index, item] of (node.content ?? []).entries()) {
      const marker = node.type === "orderedList" ? `${start + index}.` : "•";
      this.#inside(item, { ...frame, indent: frame.indent + 1, marker });
    }
  }

  #table(node: RichTextNode, frame: Frame): void {
    const table = this.#tables;
    this.#tables += 1;
    for (const row of node.content ?? []) {
      const cells = (row.content ?? []).map((cell) => ({
        isHeader: cell.type === "tableHeader",
        runs: cellRuns(cell),
      }));
      this.blocks.push({ frame: { ...frame, kind: "row", marker: "" }, runs: [], cells, table });
    }
  }
}

/** A cell's words; its blocks divided by a line break. */
function cellRuns(cell: RichTextNode): Run[] {
  const inner = new Flattening();
  for (const child of cell.content ?? []) inner.visit(child, PLAIN);
  return inner.blocks.flatMap((block, index) =>
    index === 0 ? block.runs : [{ text: "\n", styles: [] }, ...block.runs],
  );
}

/** The document's blocks in reading order; an empty document has none. */
export function blocksOf(document: RichText): Block[] {
  const flat = new Flattening();
  for (const node of document.content) flat.visit(node, PLAIN);
  const [only] = flat.blocks;
  const isBlank = flat.blocks.length === 1 && only?.frame.kind === "paragraph" && only.runs.length === 0;
  return isBlank ? [] : flat.blocks;
}

/** The same for blocks that stand alike, wherever in a list they are numbered. */
export function frameKey({ kind, level, quoted, indent, marker }: Frame): string {
  return [kind, level, quoted, indent, marker === "" ? "" : marker === "•" ? "•" : "1."].join(" ");
}

/** The same for blocks between which nothing differs. */
export function blockKey({ frame, runs, cells }: Block): string {
  return JSON.stringify([frameKey(frame), runs, cells]);
}

/** The words of a block, without their setting. */
export function blockText({ runs, cells }: Pick<Block, "runs" | "cells">): string {
  return [...runs, ...cells.flatMap((cell) => cell.runs)].map((run) => run.text).join(" ");
}
