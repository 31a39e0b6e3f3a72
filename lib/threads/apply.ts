import { type Mark, Node, type ResolvedPos, type Schema } from "@tiptap/pm/model";
import { Transform } from "@tiptap/pm/transform";
import { diffWordsWithSpace } from "diff";
import { proseMirrorSchema, type RichText } from "@/lib/rich-text/document";
import { partText } from "@/lib/threads/part-text";

/** A stretch of a part's text (lib/threads/part-text.ts); start and end are the same where words are put in. */
export interface Range {
  start: number;
  end: number;
}

/** Whether a stretch of the text lies inside one block, as a suggestion must. */
export function isInOneBlock(document: Node, range: Range): boolean {
  const { positionAt } = partText(document);
  const from = document.resolve(positionAt(range.start));
  return from.parent.isTextblock && from.sameParent(document.resolve(positionAt(range.end)));
}

/**
 * The document with the range's words replaced; null when the range is not inside one block. Words that stay keep their
 * marks, for only what differs is replaced (a library's word diff). New words take the marks that all of the words they
 * replace had, or what typing there would have; a claim or an analysis reaches over them only where some of its words remain
 * beside them, so that it never comes to stand on other words altogether.
 */
export function applyReplacement(document: RichText, range: Range, replacement: string): RichText | null {
  const node = Node.fromJSON(proseMirrorSchema, document);
  if (!isInOneBlock(node, range)) return null;
  const { text, positionAt } = partText(node);
  const transform = new Transform(node);
  const changes = diffed(text.slice(range.start, range.end), replacement);
  let at = positionAt(range.start);
  letGo(transform, at, positionAt(range.end), changes);
  for (const change of changes) {
    if (change.added === undefined) {
      at += change.kept.length;
      continue;
    }
    replace(transform, at, change.removed, change.added);
    at += change.added.length;
  }
  return transform.doc.toJSON() as RichText;
}

type Change = { kept: string; added?: undefined } | { removed: string; added: string };

/** Beyond this many words taken and put, two texts have nothing to do with each other; finding out what they share would take seconds. */
const LONGEST_EDIT = 600;

/** What stays and what becomes something else, in order. */
function diffed(before: string, after: string): Change[] {
  const changes: Change[] = [];
  const pieces = diffWordsWithSpace(before, after, { maxEditLength: LONGEST_EDIT });
  if (!pieces) return [{ removed: before, added: after }];
  for (const { value, added, removed } of pieces) {
    const last = changes.at(-1);
    if (!added && !removed) changes.push({ kept: value });
    else if (last?.added !== undefined) {
      if (added) last.added += value;
      else last.removed += value;
    } else changes.push({ removed: removed ? value : "", added: added ? value : "" });
  }
  return changes;
}

/** Takes claims and analyses off the range of which no word remains, in it or elsewhere; white space is no word. */
function letGo(transform: Transform, from: number, to: number, changes: Change[]): void {
  const { doc } = transform;
  const kept: [number, number][] = [
    [0, from],
    [to, doc.content.size],
  ];
  let at = from;
  for (const change of changes) {
    const length = change.added === undefined ? change.kept.length : change.removed.length;
    if (change.added === undefined && change.kept.trim() !== "") kept.push([at, at + length]);
    at += length;
  }
  doc.nodesBetween(from, to, (node) => {
    for (const mark of node.marks.filter(isAnchor)) {
      if (!kept.some(([start, end]) => doc.rangeHasMark(start, end, mark)))
        transform.removeMark(from, to, mark);
    }
  });
}

function replace(transform: Transform, at: number, removed: string, added: string): void {
  const end = at + removed.length;
  const shared = sharedMarks(transform.doc, at, end);
  if (removed !== "") transform.delete(at, end);
  if (added === "") return;
  const place = transform.doc.resolve(at);
  const marks = shared ? shared.filter((mark) => !isAnchor(mark) || stays(place, mark)) : place.marks();
  transform.insert(at, inline(transform.doc.type.schema, place, added, marks));
}

/** The marks that all the text of a range has; null for an empty range. */
function sharedMarks(document: Node, from: number, to: number): readonly Mark[] | null {
  let shared: readonly Mark[] | null = null;
  if (from === to) return null;
  document.nodesBetween(from, to, (node) => {
    if (!node.isInline) return;
    shared = shared === null ? node.marks : shared.filter((mark) => mark.isInSet(node.marks));
  });
  return shared;
}

/** Marks that carry the id of a row: a claim, an analysis. */
const isAnchor = (mark: Mark) => mark.type.spec.inclusive === false && typeof mark.attrs.id === "string";

function stays(place: ResolvedPos, mark: Mark): boolean {
  return [place.nodeBefore, place.nodeAfter].some((node) => node && mark.isInSet(node.marks));
}

/** Words as nodes of the block they go into: a line break stays one, except in code, which keeps it as it is. */
function inline(schema: Schema, place: ResolvedPos, words: string, marks: readonly Mark[]): Node[] {
  const allowed = place.parent.type.allowedMarks(marks);
  const lineBreak = schema.nodes.hardBreak;
  if (place.parent.type.spec.code || !lineBreak) return [schema.text(words, allowed)];
  return words.split("\n").flatMap((line, index) => {
    const text = line === "" ? [] : [schema.text(line, allowed)];
    return index === 0 ? text : [lineBreak.create(null, null, allowed), ...text];
  });
}
