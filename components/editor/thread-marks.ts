import { Extension } from "@tiptap/core";
import { type EditorState, Plugin, PluginKey } from "@tiptap/pm/state";
import type { DecorationSet, EditorView } from "@tiptap/pm/view";
import { takeSelection } from "@/components/editor/reading-keys";
import {
  followed,
  type Places,
  placesOf,
  selectorsOf,
  type ThreadMark,
  unfound,
} from "@/components/editor/thread-anchors";
import { threadDecorations } from "@/components/editor/thread-decorations";
import { threadKey } from "@/components/editor/thread-keys";
import { type Selector, selectorAt } from "@/lib/threads/anchor";
import { isInOneBlock } from "@/lib/threads/apply";
import { partText } from "@/lib/threads/part-text";
import "./thread-marks.css";

/** What is selected in a text. */
export interface TextSelection {
  empty: boolean;
  /** The thread whose words the caret is in. */
  inside: string | null;
  /** The selector of it and whether it lies in one block, as a suggestion must; asked for when it is needed. */
  read(): { selector: Selector; oneBlock: boolean };
}

/** The text as its threads use it. */
export interface ThreadedText {
  /** The selectors of the words of every thread that has them still. */
  selectors(): Map<string, Selector>;
  /** Scrolls to the words; with `focus` puts the caret into them. False when they are gone. */
  reveal(id: string, focus: boolean): boolean;
}

/** Who keeps the threads (components/desk/threads-store.ts). */
export interface ThreadsHost {
  marks(): readonly ThreadMark[];
  active(): string | null;
  subscribe(listener: () => void): () => void;
  onText(text: ThreadedText | null): void;
  onPlaces(places: Places): void;
  onSelection(selection: TextSelection): void;
  /** "come" on the flag in the margin; "see" on the words, in which one may only want to write. */
  onPress(id: string, how: "come" | "see"): void;
  onKey(kind: "comment" | "suggestion"): void;
}

interface Shown {
  marks: readonly ThreadMark[];
  active: string | null;
  places: Places;
  decorations: DecorationSet;
}

const key = new PluginKey<Shown>("threads");

/** Shows threads beside the words they are about, and follows the words while they are typed. The document knows nothing of it. */
export function threadMarks(host: ThreadsHost) {
  return Extension.create({ name: "threadMarks", addProseMirrorPlugins: () => [threadsPlugin(host)] });
}

function threadsPlugin(host: ThreadsHost): Plugin<Shown> {
  const shown = (state: EditorState, places: Places): Shown => {
    const marks = host.marks();
    const active = host.active();
    return { marks, active, places, decorations: threadDecorations(state.doc, marks, places, active) };
  };
  return new Plugin<Shown>({
    key,
    state: {
      init: (_, state) => shown(state, placesOf(state.doc, host.marks(), new Map())),
      apply(transaction, before, _, state) {
        if (!transaction.docChanged && !transaction.getMeta(key)) return before;
        const moved = transaction.docChanged ? followed(transaction, before.places) : before.places;
        // New threads, a save, or an undo may bring words back.
        const isTyping = transaction.docChanged && transaction.getMeta("history$") === undefined;
        const places = isTyping ? moved : unfound(moved);
        return shown(state, placesOf(state.doc, host.marks(), places));
      },
    },
    props: {
      decorations: (state) => key.getState(state)?.decorations,
      handleDOMEvents: {
        // Also where the text is read only, which ProseMirror's own handlers leave out.
        keydown: (view, event) => {
          const kind = threadKey(event);
          if (!kind) return false;
          event.preventDefault();
          if (!view.editable) takeSelection(view);
          host.onKey(kind);
          return true;
        },
        click: (_, event) => {
          const mark =
            event.target instanceof Element ? event.target.closest<HTMLElement>("[data-thread]") : null;
          if (mark?.dataset.thread) {
            host.onPress(mark.dataset.thread, mark.matches(".thread-flag") ? "come" : "see");
          }
          return false;
        },
      },
    },
    view: (view) => connect(view, host),
  });
}

/** Joins a text that is awake to the keeper of its threads. */
function connect(view: EditorView, host: ThreadsHost) {
  const refresh = () => {
    const shown = key.getState(view.state);
    if (view.isDestroyed || (shown?.marks === host.marks() && shown.active === host.active())) return;
    view.dispatch(view.state.tr.setMeta(key, true).setMeta("addToHistory", false));
  };
  const stop = host.subscribe(refresh);
  host.onText({
    selectors: () => selectorsOf(view.state.doc, placesNow(view.state)),
    reveal: (id, focus) => reveal(view, id, focus),
  });
  host.onPlaces(placesNow(view.state));
  return {
    update(_: EditorView, before: EditorState) {
      const places = placesNow(view.state);
      if (places !== placesNow(before)) host.onPlaces(places);
      if (!view.state.selection.eq(before.selection)) host.onSelection(selectionOf(view.state));
    },
    destroy() {
      stop();
      host.onText(null);
    },
  };
}

const placesNow = (state: EditorState): Places => key.getState(state)?.places ?? new Map();

function selectionOf(state: EditorState): TextSelection {
  const { from, to, empty } = state.selection;
  const around = [...placesNow(state)].find(([, place]) => place && place.from <= from && to <= place.to);
  return {
    empty,
    inside: empty ? (around?.[0] ?? null) : null,
    read: () => {
      const { text, offsetAt } = partText(state.doc);
      const range = withoutBreaks(text, offsetAt(from), offsetAt(to));
      return { selector: selectorAt(text, range.start, range.end), oneBlock: isInOneBlock(state.doc, range) };
    },
  };
}

/** A browser that selects a whole paragraph often ends at the next one's beginning: that is not meant. */
function withoutBreaks(text: string, start: number, end: number): { start: number; end: number } {
  const words = text.slice(start, end);
  const kept = words.replace(/^\n+/, "");
  const from = kept === "" ? start : end - kept.length;
  return { start: from, end: from + kept.replace(/\n+$/, "").length };
}

function reveal(view: EditorView, id: string, focus: boolean): boolean {
  const place = placesNow(view.state).get(id);
  if (!place) return false;
  const mark = view.dom.querySelector(`[data-thread="${CSS.escape(id)}"]`);
  mark?.scrollIntoView({ block: "center" });
  if (focus) {
    view.focus();
    const { node, offset } = view.domAtPos(place.from);
    getSelection()?.collapse(node, offset);
  }
  return true;
}
