import { Extension } from "@tiptap/core";
import { Plugin, TextSelection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";

type Move = [direction: "forward" | "backward", unit: "character" | "word" | "line" | "lineboundary"];

const MOVES: Record<string, Move> = {
  ArrowRight: ["forward", "character"],
  ArrowLeft: ["backward", "character"],
  ArrowDown: ["forward", "line"],
  ArrowUp: ["backward", "line"],
  End: ["forward", "lineboundary"],
  Home: ["backward", "lineboundary"],
};

/**
 * A text that can only be read takes the focus, and arrows move a caret through it, with Shift a selection, so that words can
 * be chosen by keyboard as they are by mouse. The browser moves it; it only shows no caret there, so one is drawn.
 */
export const readingKeys = Extension.create({
  name: "readingKeys",
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleDOMEvents: {
          keydown: (view, event) => !view.editable && event.target === view.dom && moved(view, event),
        },
      },
      view: (view) => drawnCaret(view),
    }),
  ],
});

function moved(view: EditorView, event: KeyboardEvent): boolean {
  const move = MOVES[event.key];
  const selection = getSelection();
  if (!move || !selection || event.altKey || event.metaKey) return false;
  const [direction, unit] = move;
  const byWord = event.ctrlKey && unit === "character";
  if (event.ctrlKey && !byWord) return false;
  event.preventDefault();
  if (!view.dom.contains(selection.focusNode)) toBeginning(view, selection);
  const before = [selection.focusNode, selection.focusOffset] as const;
  selection.modify(event.shiftKey ? "extend" : "move", direction, byWord ? "word" : unit);
  // It may not leave the text.
  if (!view.dom.contains(selection.focusNode)) selection.collapse(...before);
  selection.focusNode?.parentElement?.scrollIntoView({ block: "nearest" });
  takeSelection(view);
  return true;
}

/**
 * Takes over what the browser has selected in a text that is read only, now instead of when it next tells: ProseMirror would
 * else put its own selection back if that comes soon after the focus.
 */
export function takeSelection(view: EditorView): void {
  const selected = selectedIn(view);
  if (!selected) return;
  const { doc, selection, tr } = view.state;
  const taken = TextSelection.between(doc.resolve(selected.anchor), doc.resolve(selected.head));
  if (!taken.eq(selection)) view.dispatch(tr.setSelection(taken));
}

/** What the browser has selected in the text, as places of the document that is drawn; null when that lies elsewhere. */
export function selectedIn(view: EditorView): { anchor: number; head: number } | null {
  const { anchorNode, anchorOffset, focusNode, focusOffset } = getSelection() ?? {};
  if (!anchorNode || !focusNode || anchorOffset === undefined || focusOffset === undefined) return null;
  if (!view.dom.contains(anchorNode) || !view.dom.contains(focusNode)) return null;
  return { anchor: view.posAtDOM(anchorNode, anchorOffset), head: view.posAtDOM(focusNode, focusOffset) };
}

function toBeginning(view: EditorView, selection: Selection): void {
  const first = document.createTreeWalker(view.dom, NodeFilter.SHOW_TEXT).nextNode();
  selection.collapse(first ?? view.dom, 0);
}

function drawnCaret(view: EditorView) {
  const caret = document.createElement("span");
  caret.className = "reading-caret";
  caret.setAttribute("aria-hidden", "true");
  const draw = () => {
    const selection = getSelection();
    const range = selection?.rangeCount ? selection.getRangeAt(0) : null;
    const here = !view.editable && document.activeElement === view.dom && range?.collapsed;
    const [box] = here && view.dom.contains(range.startContainer) ? range.getClientRects() : [];
    const frame = view.dom.parentElement;
    if (!box || !frame) return caret.remove();
    const origin = frame.getBoundingClientRect();
    frame.style.position = "relative";
    caret.style.left = `${box.left - origin.left}px`;
    caret.style.top = `${box.top - origin.top}px`;
    caret.style.height = `${box.height}px`;
    if (caret.parentElement !== frame) frame.append(caret);
  };
  document.addEventListener("selectionchange", draw);
  view.dom.addEventListener("blur", draw);
  return {
    destroy() {
      document.removeEventListener("selectionchange", draw);
      view.dom.removeEventListener("blur", draw);
      caret.remove();
    },
  };
}
