import { type Node, Node as ProseMirrorNode } from "@tiptap/pm/model";
import { EditorState, type Transaction } from "@tiptap/pm/state";
import { SearchQuery } from "prosemirror-search";
import { proseMirrorSchema, type RichText } from "@/lib/rich-text/document";

/** What is looked for: words as they are typed, no pattern. */
export interface FindQuery {
  text: string;
  caseSensitive: boolean;
  /** Only where no letter or digit stands beside it. */
  wholeWord: boolean;
}

/** Where something was found: ProseMirror positions of a document, UTF-16 offsets of a line. */
export interface Found {
  from: number;
  to: number;
}

export function searchQuery({ text, caseSensitive, wholeWord }: FindQuery): SearchQuery {
  return new SearchQuery({ search: text, caseSensitive, wholeWord, literal: true });
}

function stateOf(text: string | RichText): EditorState {
  if (typeof text !== "string") {
    return EditorState.create({ doc: ProseMirrorNode.fromJSON(proseMirrorSchema, text) });
  }
  const line = proseMirrorSchema.node("paragraph", null, text === "" ? [] : [proseMirrorSchema.text(text)]);
  return EditorState.create({ doc: proseMirrorSchema.node("doc", null, [line]) });
}

function findInState(state: EditorState, query: FindQuery): Found[] {
  const search = searchQuery(query);
  const found: Found[] = [];
  if (!search.valid) return found;
  for (let from = 0; ; ) {
    const result = search.findNext(state, from);
    if (result === null) return found;
    found.push({ from: result.from, to: result.to });
    from = result.to;
  }
}

/** Every place of a line or a document where the query's words stand, in order, none overlapping another. */
export function find(text: string | RichText, query: FindQuery): Found[] {
  const found = findInState(stateOf(text), query);
  // A line is a paragraph that begins one position later.
  return typeof text === "string" ? found.map(({ from, to }) => ({ from: from - 1, to: to - 1 })) : found;
}

/** Puts `words` in the place of each range, last first; marks that cover the whole range cover the new words too. */
export function replaceRanges(
  transaction: Transaction,
  ranges: readonly Found[],
  words: string,
): Transaction {
  for (const { from, to } of ranges.toSorted((a, b) => b.from - a.from)) {
    const { doc } = transaction;
    const marks = doc.resolve(from).marksAcross(doc.resolve(to)) ?? [];
    const inserted: Node[] = words === "" ? [] : [doc.type.schema.text(words, marks)];
    transaction.replaceWith(from, to, inserted);
  }
  return transaction;
}

/** The line or document with `words` in the place of each range, which `find` gave for this very text. */
export function replaceFound<T extends string | RichText>(
  text: T,
  ranges: readonly Found[],
  words: string,
): T;
export function replaceFound(text: string | RichText, ranges: readonly Found[], words: string) {
  if (typeof text === "string") {
    return ranges
      .toSorted((a, b) => b.from - a.from)
      .reduce((line, { from, to }) => line.slice(0, from) + words + line.slice(to), text);
  }
  return replaceRanges(stateOf(text).tr, ranges, words).doc.toJSON() as RichText;
}
