import type { Node } from "@tiptap/pm/model";
import type { Transaction } from "@tiptap/pm/state";
import { findAnchor, type Selector, selectorAt } from "@/lib/threads/anchor";
import { partText } from "@/lib/threads/part-text";

/** One open thread about words of this text. */
export interface ThreadMark {
  id: string;
  kind: "comment" | "suggestion";
  selector: Selector;
  /** Of a suggestion: what the words become. */
  replacement: string | null;
}

/** Positions in the document as it stands; null when the words are gone. */
export type Places = ReadonlyMap<string, { from: number; to: number } | null>;

/** Where the words of each thread stand: as they were followed so far, else as they are found. */
export function placesOf(document: Node, marks: readonly ThreadMark[], known: Places): Places {
  const missing = marks.some(({ id }) => !known.has(id));
  const text = missing ? partText(document) : null;
  return new Map(
    marks.map(({ id, selector }) => {
      if (known.has(id) || !text) return [id, known.get(id) ?? null];
      const anchor = findAnchor(text.text, selector);
      return [id, anchor && { from: text.positionAt(anchor.start), to: text.positionAt(anchor.end) }];
    }),
  );
}

/** Follows the places through what was typed. Words that were replaced altogether are gone until they are looked for again (`unfound`). */
export function followed(transaction: Transaction, places: Places): Places {
  const { mapping } = transaction;
  const next = new Map<string, { from: number; to: number } | null>();
  for (const [id, place] of places) {
    if (!place) {
      next.set(id, null);
      continue;
    }
    const from = mapping.mapResult(place.from, 1);
    const to = mapping.mapResult(place.to, -1);
    const isPoint = place.from === place.to;
    const isGone = isPoint ? from.deletedAcross : from.pos >= to.pos;
    next.set(id, isGone ? null : { from: from.pos, to: isPoint ? from.pos : to.pos });
  }
  return next;
}

/** Without what is gone, so that it is looked for again: that searches the whole text, too much for every letter typed. */
export function unfound(places: Places): Places {
  return new Map([...places].filter(([, place]) => place !== null));
}

/** The selectors of all places that are there, for the server. */
export function selectorsOf(document: Node, places: Places): Map<string, Selector> {
  const { text, offsetAt } = partText(document);
  return new Map(
    [...places].flatMap(([id, place]) =>
      place ? [[id, selectorAt(text, offsetAt(place.from), offsetAt(place.to))]] : [],
    ),
  );
}
