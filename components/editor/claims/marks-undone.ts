import { redoDepth } from "@tiptap/pm/history";
import type { EditorState } from "@tiptap/pm/state";
import { anchorsIn, wordsOf } from "@/components/editor/claims/anchors";

/** The words whose marks undo took off between two states; none where the words went too, which is seen. */
export function marksUndone(before: EditorState, after: EditorState): string[] {
  if (redoDepth(after) <= redoDepth(before) || before.doc.textContent !== after.doc.textContent) return [];
  // What turned into the other type is still marked.
  const standing = new Set([...anchorsIn(after.doc).values()].map(({ id }) => id));
  const gone = [...anchorsIn(before.doc).values()].filter(({ id }) => !standing.has(id));
  return gone.map((anchor) => wordsOf(before.doc, anchor));
}
