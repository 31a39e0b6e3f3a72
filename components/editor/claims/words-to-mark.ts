import type { EditorState } from "@tiptap/pm/state";
import type { Range } from "@/components/editor/claims/anchors";
import { sentencesIn } from "@/lib/evidence/sentences";
import { partText } from "@/lib/threads/part-text";

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
  return from < to ? { start: wordAt(text, from).start, end: wordAt(text, to - 1).end } : null;
}

const WORDS = new Intl.Segmenter(undefined, { granularity: "word" });

/** The word that the character at an offset belongs to, else that character; its own line is enough to tell. */
function wordAt(text: string, at: number) {
  const start = text.lastIndexOf("\n", at) + 1;
  const next = text.indexOf("\n", at);
  const word = WORDS.segment(text.slice(start, next === -1 ? text.length : next)).containing(at - start);
  if (!word?.isWordLike) return { start: at, end: at + 1 };
  return { start: start + word.index, end: start + word.index + word.segment.length };
}

function sentenceAround(text: string, at: number) {
  const start = text.lastIndexOf("\n", at - 1) + 1;
  const next = text.indexOf("\n", at);
  const line = { start, end: next === -1 ? text.length : next };
  return sentencesIn(text, line).find((span) => at <= span.end) ?? null;
}
