import { EditorState } from "@tiptap/pm/state";
import { EditorView } from "@tiptap/pm/view";
import { safeSlice } from "@/components/editor/paste/safe-slice";
import { proseMirrorSchema, type RichText } from "@/lib/rich-text/document";

/** Clean HTML pasted into an empty text by ProseMirror itself; needs a DOM, as jsdom gives. */
export function parsePasted(html: string, mayStay: ReadonlySet<string> = new Set()): RichText {
  const state = EditorState.create({ schema: proseMirrorSchema });
  let { doc } = state;
  const view = new EditorView(null, {
    state,
    transformPasted: (slice) => safeSlice(slice, ({ id }) => (mayStay.has(id) ? id : null)),
    // What it makes is read here and never shown: jsdom has no layout to scroll.
    dispatchTransaction: (made) => {
      doc = made.doc;
    },
  });
  view.pasteHTML(html, new Event("paste") as ClipboardEvent);
  view.destroy();
  return doc.toJSON() as RichText;
}
