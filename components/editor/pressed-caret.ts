import { Extension } from "@tiptap/core";
import { Plugin, TextSelection, type Transaction } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { selectedIn, takeSelection } from "@/components/editor/reading-keys";

/**
 * A press moves the caret in the browser, which tells ProseMirror of it a frame later, on a busy machine several. A transaction that
 * comes between the two and changes what is drawn (a comment or a sign that was read anew, a colleague's words) would put the
 * selection from before the press back into the page: the press goes unheard. So such a transaction takes the caret along. Tiptap's
 * own Selection does the same a frame after a text with selected words took the focus: there the caret is taken over just before.
 */
export const PressedCaret = Extension.create({
  name: "pressedCaret",
  addProseMirrorPlugins: () => [pressedCaret()],
});

function pressedCaret(): Plugin {
  const press = new Press();
  return new Plugin({
    view: (view) => press.watch(view),
    props: {
      handleDOMEvents: {
        mousedown: (view) => press.begin(view),
        keydown: () => press.end(),
      },
    },
    appendTransaction: (transactions, _, state) => {
      const isChosen = transactions.some(({ selectionSet }) => selectionSet);
      // Chosen pictures and cells are ProseMirror's own: the browser has no word for them.
      if (isChosen || !(state.selection instanceof TextSelection)) return null;
      const pressed = press.selection();
      if (!pressed) return null;
      const at = (place: number) => state.doc.resolve(mapped(place, transactions));
      const selection = TextSelection.between(at(pressed.anchor), at(pressed.head));
      if (selection.eq(state.selection)) return null;
      return state.tr.setSelection(selection).setMeta("addToHistory", false);
    },
  });
}

const mapped = (place: number, transactions: readonly Transaction[]) =>
  transactions.reduce((at, { mapping }) => mapping.map(at), place);

/** Whether the mouse is being pressed in a text, or was a moment ago. */
class Press {
  #view: EditorView | null = null;
  #isOn = false;
  #frame = 0;

  watch(view: EditorView): { destroy(): void } {
    this.#view = view;
    const settle = () => this.#settle();
    document.addEventListener("mouseup", settle);
    return {
      // Also when a plugin joins, as the tools of a text do in the middle of the press that they come with: the press goes on.
      destroy: () => {
        document.removeEventListener("mouseup", settle);
        this.#view = null;
      },
    };
  }

  begin(view: EditorView): false {
    cancelAnimationFrame(this.#frame);
    this.#isOn = true;
    // Without selected words nothing is put back.
    if (!view.hasFocus() && !view.state.selection.empty) this.#takeOver(view);
    return false;
  }

  /** The press brings the focus along; frames come in the order in which they were asked for. */
  #takeOver(view: EditorView): void {
    const before = view.state.selection;
    requestAnimationFrame(() => {
      const isUnheard = !view.isDestroyed && view.hasFocus() && view.state.selection.eq(before);
      if (isUnheard && !view.composing) takeSelection(view);
    });
  }

  end(): false {
    this.#isOn = false;
    return false;
  }

  /** By the frame after the next one the browser has told of it. */
  #settle(): void {
    if (!this.#isOn) return;
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      this.#frame = requestAnimationFrame(() => this.end());
    });
  }

  /** What is selected in the page by a press that may not have been told yet: places in the document as it is drawn. */
  selection(): { anchor: number; head: number } | null {
    const view = this.#view;
    return this.#isOn && view?.hasFocus() && !view.composing ? selectedIn(view) : null;
  }
}
