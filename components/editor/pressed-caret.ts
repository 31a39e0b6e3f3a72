import { Extension } from "@tiptap/core";
import { Plugin, TextSelection, type Transaction } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { selectedIn } from "@/components/editor/reading-keys";

/**
 * A press, or a key such as an arrow, moves the caret in the browser, which tells ProseMirror of it a frame later, on a busy machine several. A transaction that
 * comes between the two and changes what is drawn (a comment or a sign that was read anew, a colleague's words) would put the
 * selection from before the press back into the page: it goes unheard. So such a transaction takes the caret along.
 */
export const PressedCaret = Extension.create({
  name: "pressedCaret",
  addProseMirrorPlugins: () => [pressedCaret()],
});

/** Keys that the browser moves the caret by. */
const MOVES = new Set([
  "ArrowUp",
  "ArrowDown",
  "ArrowLeft",
  "ArrowRight",
  "Home",
  "End",
  "PageUp",
  "PageDown",
]);

function pressedCaret(): Plugin {
  const press = new Press();
  return new Plugin({
    view: (view) => press.watch(view),
    props: {
      handleDOMEvents: {
        mousedown: (view, event) => press.begin(view, event),
        keydown: (_, event) => (MOVES.has(event.key) ? press.move() : press.end()),
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

/** Whether the caret is being moved in a text by the mouse or by a key, or was a moment ago. */
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

  begin(view: EditorView, event: MouseEvent): false {
    cancelAnimationFrame(this.#frame);
    this.#isOn = true;
    // Without selected words nothing is put back.
    const isPlain = event.button === 0 && !event.shiftKey;
    if (isPlain && !view.hasFocus() && !view.state.selection.empty) this.#takeOver(view, event);
    return false;
  }

  /**
   * The press brings the focus along, and what is drawn otherwise with it (Tiptap's own Selection) would put the words that were
   * selected before back into the page, before the browser has its caret. So the caret is where the press is before that.
   */
  #takeOver(view: EditorView, { clientX: left, clientY: top }: MouseEvent): void {
    const at = view.posAtCoords({ left, top });
    if (!at) return;
    const { tr, doc } = view.state;
    view.dispatch(tr.setSelection(TextSelection.near(doc.resolve(at.pos))).setMeta("addToHistory", false));
  }

  /** The browser moves the caret once this key has been heard. */
  move(): false {
    this.#isOn = true;
    this.#settle();
    return false;
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
