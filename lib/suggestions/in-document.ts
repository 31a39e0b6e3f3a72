import type { Node } from "@tiptap/pm/model";
import type { Attribution, Kind, Mode } from "@/lib/claims/kind";
import { namesNobody } from "@/lib/suggestions/cast";
import { type SuggestOptions, suggestKinds } from "@/lib/suggestions/suggest";

/** A sentence of a document for which a kind is suggested. Plain data: it is kept and compared. */
export interface SuggestedSentence {
  /** Its words and which of the same it is, so that it keeps its key while others change. */
  key: string;
  sentence: string;
  /** ProseMirror positions in the document that was read. */
  from: number;
  to: number;
  kind: Kind | "analysis";
  attribution: Attribution;
  mode: Mode;
  /** Null also for "the company" of which the text does not say which: then the desk asks. */
  speaker: string | null;
  /** When it falls due, YYYY-MM-DD; null where no day follows from its words. */
  horizonAt: string | null;
  /** The words that fired; of a sentence that another one points back to, that one's. */
  cue: string | null;
  rule: string;
  certainty: "plain" | "possible";
}

interface Block {
  text: string;
  /** The position of its first letter. */
  at: number;
  /** Offsets of what is under the mark of a claim or an analysis. */
  marked: { start: number; end: number }[];
}

/** As lib/suggestions/body.ts: what holds no sentences. */
const SKIPPED = new Set(["table", "figure", "codeBlock", "heading"]);

function block(paragraph: Node, at: number): Block {
  const marked: Block["marked"] = [];
  paragraph.forEach((node, offset) => {
    if (!node.marks.some(({ type }) => type.name === "claim" || type.name === "analysis")) return;
    marked.push({ start: offset, end: offset + node.nodeSize });
  });
  return { text: paragraph.textBetween(0, paragraph.content.size, null, () => "\n"), at, marked };
}

function blocksOf(document: Node): Block[] {
  const blocks: Block[] = [];
  document.descendants((node, position) => {
    if (node.type.name === "paragraph") blocks.push(block(node, position + 1));
    return !SKIPPED.has(node.type.name) && !node.isTextblock;
  });
  return blocks.filter(({ text }) => text.trim() !== "");
}

/**
 * The sentences of a body (lib/rich-text) for which `suggestKinds` has a kind and that no mark of a claim or an analysis
 * touches, in order. What is marked still tells who speaks in what follows.
 */
export function suggestedIn(document: Node, options: SuggestOptions = {}): SuggestedSentence[] {
  const blocks = blocksOf(document);
  const seen = new Map<string, number>();
  return suggestKinds(
    blocks.map(({ text }) => text),
    options,
  ).flatMap((suggestions, index) => {
    const { at = 0, marked = [] } = blocks[index] ?? {};
    return suggestions.flatMap(({ sentence, start, end, kind, rule, horizon, speaker, ...found }) => {
      const before = seen.get(sentence) ?? 0;
      seen.set(sentence, before + 1);
      if (kind === null || rule === null) return [];
      if (marked.some((span) => span.start < end && start < span.end)) return [];
      const horizonAt = found.mode === "assertion" ? null : (horizon?.iso ?? null);
      return {
        key: `${before} ${sentence}`,
        sentence,
        from: at + start,
        to: at + end,
        kind,
        rule,
        speaker: speaker !== null && namesNobody(speaker) ? null : speaker,
        horizonAt,
        ...found,
      };
    });
  });
}
