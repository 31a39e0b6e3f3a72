import { Extension } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { anchorsIn } from "@/components/editor/claims/anchors";
import type { PastedAnchors } from "@/components/editor/claims/pasted-anchors";
import { cleanHtml } from "@/components/editor/paste/clean-html";
import { safeSlice } from "@/components/editor/paste/safe-slice";
import { isOnlyColoured, looksLikeMarkdown } from "@/components/editor/paste/text-shapes";
import { textSlice } from "@/components/editor/paste/text-slice";
import type { RichText } from "@/lib/rich-text/document";

interface CleanPasteOptions {
  /** Called with the number of pictures from elsewhere that a paste left out. */
  onLeftOut(pictures: number): void;
}

// Fetched when a text is first used, so that reading the desk does not wait for a parser of Markdown.
let readMarkdown: ((text: string) => RichText) | null = null;

async function fetchMarkdown(): Promise<void> {
  readMarkdown ??= await import("@/components/editor/paste/markdown").then(
    (markdown) => markdown.readMarkdown,
    // Without it Markdown comes in as plain paragraphs; the next focus tries again.
    () => null,
  );
}

interface CleanPasteStorage {
  /** Says which claims come with pasted words; null where a text can hold none. */
  anchors: PastedAnchors | null;
}

declare module "@tiptap/core" {
  interface Storage {
    cleanPaste: CleanPasteStorage;
  }
}

/** What is pasted or dropped comes in as structure this schema knows, and as nothing else. */
export const CleanPaste = Extension.create<CleanPasteOptions, CleanPasteStorage>({
  name: "cleanPaste",
  addOptions: () => ({ onLeftOut: () => {} }),
  addStorage: () => ({ anchors: null }),
  addProseMirrorPlugins() {
    return [cleanPaste(this.options, this.storage)];
  },
});

function cleanPaste({ onLeftOut }: CleanPasteOptions, storage: CleanPasteStorage): Plugin {
  return new Plugin({
    props: {
      handleDOMEvents: {
        focus: () => {
          void fetchMarkdown();
          return false;
        },
        cut: ({ state: { schema, selection } }) => {
          const words = schema.topNodeType.create(null, selection.content().content);
          storage.anchors?.cut(anchorsIn(words).keys());
          return false;
        },
      },
      transformPastedHTML: (html) => {
        const clean = cleanHtml(html);
        if (clean.pictures > 0) onLeftOut(clean.pictures);
        return clean.html;
      },
      clipboardTextParser: (text, _context, plain, view) =>
        // Tiptap's types demand a slice; without one ProseMirror makes paragraphs, as its own types say.
        (plain ? null : textSlice(text, view.state.schema, readMarkdown)) as never,
      transformPasted: (slice, view, plain) =>
        safeSlice(slice, storage.anchors?.begin(view, plain) ?? (() => null)),
      handlePaste: (view, event) => pasteMarkdown(view, event),
    },
  });
}

/** Markdown that a code editor coloured is still Markdown. */
function pasteMarkdown(view: EditorView, event: ClipboardEvent): boolean {
  const html = event.clipboardData?.getData("text/html") ?? "";
  const text = event.clipboardData?.getData("text/plain") ?? "";
  if (html === "" || !looksLikeMarkdown(text) || !isOnlyColoured(html)) return false;
  const slice = textSlice(text, view.state.schema, readMarkdown);
  if (!slice) return false;
  view.dispatch(view.state.tr.replaceSelection(slice).scrollIntoView().setMeta("paste", true));
  return true;
}
