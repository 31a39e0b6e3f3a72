import type { Node } from "@tiptap/pm/model";
import type { EditorState } from "@tiptap/pm/state";
import { sentencesIn } from "@/lib/evidence/sentences";
import { partText } from "@/lib/threads/part-text";

/** ProseMirror positions. */
export interface Range {
  from: number;
  to: number;
}

/** Where each claim's mark begins and ends, in document order. */
export function claimRanges(document: Node): Map<string, Range> {
  const ranges = new Map<string, Range>();
  document.descendants((node, position) => {
    if (!node.isInline) return;
    for (const mark of node.marks) {
      const { id } = mark.attrs;
      if (mark.type.name !== "claim" || typeof id !== "string") continue;
      const to = position + node.nodeSize;
      ranges.set(id, { from: ranges.get(id)?.from ?? position, to });
    }
  });
  return ranges;
}

/** The words under one claim's mark. */
export function wordsOf(document: Node, id: string): string {
  const words: string[] = [];
  document.descendants((node) => {
    if (node.text && node.marks.some((mark) => mark.type.name === "claim" && mark.attrs.id === id)) {
      words.push(node.text);
    }
  });
  return words.join("");
}

/** The claim that the selection touches first; null for none. A caret at a claim's edge is not in it. */
export function claimAt({ doc, selection }: EditorState): string | null {
  const { from, to, empty } = selection;
  for (const [id, range] of claimRanges(doc)) {
    if (empty ? range.from < from && from < range.to : range.from < to && from < range.to) return id;
  }
  return null;
}

/**
 * What is selected, without white space at its ends and with the words that it begins or ends within whole; with only a caret,
 * the sentence around it. Null where no words are.
 */
export function wordsToMark({ doc, selection }: EditorState): Range | null {
  const { text, offsetAt, positionAt } = partText(doc);
  const from = offsetAt(selection.from);
  const span = selection.empty ? sentenceAround(text, from) : trimmed(text, from, offsetAt(selection.to));
  return span && { from: positionAt(span.start), to: positionAt(span.end) };
}

function trimmed(text: string, start: number, end: number) {
  const words = text.slice(start, end);
  const from = start + words.length - words.trimStart().length;
  const to = start + words.trimEnd().length;
  return from < to ? { start: wordStart(text, from), end: wordEnd(text, to) } : null;
}

const WORDS = new Intl.Segmenter(undefined, { granularity: "word" });

/** The word of a text that holds the character at an offset; its own line is enough to tell. */
function wordAt(text: string, at: number) {
  const start = text.lastIndexOf("\n", at - 1) + 1;
  const next = text.indexOf("\n", at);
  const word = WORDS.segment(text.slice(start, next === -1 ? text.length : next)).containing(at - start);
  if (!word?.isWordLike) return { start: at, end: at + 1 };
  return { start: start + word.index, end: start + word.index + word.segment.length };
}

const wordStart = (text: string, at: number) => wordAt(text, at).start;
const wordEnd = (text: string, at: number) => Math.max(at, wordAt(text, at - 1).end);

function sentenceAround(text: string, at: number) {
  const start = text.lastIndexOf("\n", at - 1) + 1;
  const next = text.indexOf("\n", at);
  const line = { start, end: next === -1 ? text.length : next };
  return sentencesIn(text, line).find((span) => at <= span.end) ?? null;
}
