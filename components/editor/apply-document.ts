import type { Editor } from "@tiptap/core";
import { Fragment, Node } from "@tiptap/pm/model";
import type { Transaction } from "@tiptap/pm/state";
import { diffIndices } from "node-diff3";
import { withoutTrail } from "@/components/editor/trail";
import type { RichText } from "@/lib/rich-text/document";
import { canonicalNode } from "@/lib/rich-text/merge";

function childrenOf(node: Node): Node[] {
  return Array.from({ length: node.childCount }, (_, index) => node.child(index));
}

/** Where the block begins. */
function startOf(doc: Node, index: number): number {
  return childrenOf(doc)
    .slice(0, index)
    .reduce((position, node) => position + node.nodeSize, 0);
}

/** Changes one block into another, touching only what differs inside, so that a caret before or after it stays. */
function changeBlock(tr: Transaction, at: number, before: Node, after: Node): void {
  const start = before.sameMarkup(after) ? before.content.findDiffStart(after.content) : null;
  const end = before.content.findDiffEnd(after.content);
  if (start === null || end === null) {
    tr.replaceWith(at, at + before.nodeSize, after);
    return;
  }
  // "aa" made "aaa" differs from both ends at once: the two ends must not cross.
  const overlap = Math.max(0, start - Math.min(end.a, end.b));
  tr.replace(at + 1 + start, at + 1 + end.a + overlap, after.slice(start, end.b + overlap));
}

/** Not to be undone, not to be reported as typing, and no address in it to be made a link anew. */
const METAS = [
  ["addToHistory", false],
  ["preventUpdate", true],
  ["preventAutolink", true],
] as const;

/**
 * Turns the editor's document into `value` block by block: what is alike stays as it is, caret and scroll with it. It is
 * nobody's edit here, so undo does not take it back and `onUpdate` is not called. False when nothing differed.
 */
export function applyDocument(editor: Editor, value: RichText): boolean {
  const { doc, schema } = editor.state;
  const wanted = Node.fromJSON(schema, value);
  const held = childrenOf(doc);
  const trail = withoutTrail(editor.getJSON() as RichText).content.length < held.length ? held.slice(-1) : [];
  const next = [...childrenOf(wanted), ...(withoutTrail(value) === value ? trail : [])];
  const keys = (nodes: Node[]) => nodes.map((node) => canonicalNode(node.toJSON()));
  const tr = editor.state.tr;
  for (const [meta, value] of METAS) tr.setMeta(meta, value);
  // From the end, so that the places before stay where they are.
  for (const { buffer1, buffer2 } of diffIndices(keys(held), keys(next)).toReversed()) {
    changeBlocks(tr, startOf(doc, buffer1[0]), cut(held, buffer1), cut(next, buffer2));
  }
  if (!tr.docChanged) return false;
  editor.view.dispatch(tr);
  return true;
}

const cut = (nodes: Node[], [from, count]: [number, number]) => nodes.slice(from, from + count);

function changeBlocks(tr: Transaction, at: number, before: Node[], after: Node[]): void {
  const size = (nodes: Node[]) => nodes.reduce((sum, node) => sum + node.nodeSize, 0);
  if (before.length !== after.length) {
    tr.replaceWith(at, at + size(before), Fragment.from(after));
    return;
  }
  for (const index of before.keys()) {
    const last = before.length - 1 - index;
    const [old, fresh] = [before[last], after[last]];
    if (old && fresh) changeBlock(tr, at + size(before.slice(0, last)), old, fresh);
  }
}
