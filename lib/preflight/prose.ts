import type { PreflightDraft, PreflightStory } from "@/lib/preflight/draft";
import type { PreflightPart } from "@/lib/preflight/schema";
import type { RichText, RichTextNode } from "@/lib/rich-text/document";
import { splitSentences } from "@/lib/suggestions/sentences";

/** A stretch of a text under the mark of a claim or an analysis; offsets as in its text. */
interface MarkedSpan {
  kind: "claim" | "analysis";
  id: string;
  start: number;
  end: number;
}

/** One line or one block of text of the issue. */
export interface Prose {
  text: string;
  spans: MarkedSpan[];
  place: { storyId?: string; part: PreflightPart };
  /** "story 7", "the introduction". */
  where: string;
  /** A headline, a heading, a highlight; or a paragraph, which holds sentences. */
  kind: "line" | "paragraph";
}

type Block = Pick<Prose, "text" | "spans" | "kind">;

const SKIPPED = new Set(["table", "codeBlock"]);
const LINES = new Set(["heading", "figure"]);

function block(node: RichTextNode): Block {
  let text = "";
  const spans: MarkedSpan[] = [];
  for (const child of node.content ?? []) {
    const words = child.type === "hardBreak" ? "\n" : (child.text ?? "");
    for (const { type, attrs } of child.marks ?? []) {
      if ((type !== "claim" && type !== "analysis") || typeof attrs?.id !== "string") continue;
      spans.push({ kind: type, id: attrs.id, start: text.length, end: text.length + words.length });
    }
    text += words;
  }
  return { text, spans, kind: LINES.has(node.type) ? "line" : "paragraph" };
}

/** Blocks that hold words, in order: of lists and quotations too, not of tables and code. */
function blocksOf(node: RichTextNode): Block[] {
  if (SKIPPED.has(node.type)) return [];
  if (node.type === "paragraph" || LINES.has(node.type)) return [block(node)];
  return (node.content ?? []).flatMap(blocksOf);
}

const located = (blocks: Block[], place: Prose["place"], where: string): Prose[] =>
  blocks.filter(({ text }) => text.trim() !== "").map((each) => ({ ...each, place, where }));

const lines = (texts: string[]): Block[] => texts.map((text) => ({ text, spans: [], kind: "line" }));

/** The texts of a story, headline first. */
function storyProse({ id, number, headline, body, whyItMatters }: PreflightStory): Prose[] {
  const where = `story ${number}`;
  const of = (blocks: Block[], part: PreflightPart) => located(blocks, { storyId: id, part }, where);
  const documents: [RichText, PreflightPart][] = [
    [body, "body"],
    [whyItMatters, "whyItMatters"],
  ];
  return [
    ...of(lines([headline]), "headline"),
    ...documents.flatMap(([document, part]) => of(blocksOf(document), part)),
  ];
}

/** Every text of the issue that its editors wrote, in reading order; no titles of sources, which others wrote. */
export function proseOf(draft: PreflightDraft): Prose[] {
  const { standfirst, introduction, highlights, thesis, closing, labels, stories } = draft;
  const own = [...highlights.map(({ text }) => text), ...thesis];
  return [
    ...located(lines([standfirst]), { part: "front" }, "the standfirst"),
    ...located(blocksOf(introduction), { part: "introduction" }, "the introduction"),
    ...located(lines(own), { part: "highlights" }, `“${labels.highlights}”`),
    ...stories.flatMap(storyProse),
    ...located(blocksOf(closing), { part: "closing" }, "the closing"),
  ];
}

/** Whether a stretch of a text lies, in part, under a mark. */
export const isMarked = ({ spans }: Prose, start: number, end: number): boolean =>
  spans.some((span) => span.start < end && span.end > start);

/** The first letter of a place's words for the beginning of a sentence. */
export const atStart = (where: string) => `${where.charAt(0).toUpperCase()}${where.slice(1)}`;

const split = new WeakMap<Prose, string[]>();

/** The sentences of a text, split once for all rules. */
export function sentencesOf(prose: Prose): string[] {
  const known = split.get(prose);
  if (known) return known;
  const fresh = splitSentences(prose.text).map(({ start, end }) => prose.text.slice(start, end));
  split.set(prose, fresh);
  return fresh;
}
