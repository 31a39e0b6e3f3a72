import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import { AddMarkStep, RemoveMarkStep } from "@tiptap/pm/transform";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";
import { type SuggestedText, suggestedText } from "@/components/editor/suggestions/suggested-text";
import type { SuggestedSentence } from "@/lib/suggestions/in-document";
import "./suggestion-marks.css";

/** Who keeps the suggestions of a text (components/desk/suggestions/suggestions-store.ts). */
export interface SuggestionsHost {
  /** Reads a document; null until the rules are there. */
  read(document: Node): SuggestedSentence[] | null;
  /** Those to be drawn; the same array until others are. */
  drawn(): readonly SuggestedSentence[];
  active(): string | null;
  subscribe(listener: () => void): () => void;
  onText(text: SuggestedText | null): void;
  onFound(found: SuggestedSentence[]): void;
  /** The words were pressed, in which one may only want to write. */
  onPress(key: string): void;
  /** The key that accepts, with the caret in these words; null for words without a suggestion. */
  onKey(key: string | null): void;
}

/** A sentence under which a line is drawn, where it stands now. */
type Placed = Pick<SuggestedSentence, "key" | "from" | "to" | "certainty">;

interface Shown {
  /** What was drawn last: `SuggestionsHost.drawn`. */
  drawn: readonly SuggestedSentence[];
  placed: Placed[];
  active: string | null;
  decorations: DecorationSet;
  /** Counts the changes that are to be read at once: what was pasted, marked or unmarked. */
  sudden: number;
}

const key = new PluginKey<Shown>("suggestions");

/** Accepts the suggestion at the caret, as editors of code apply their quick fix. */
export const ACCEPT_KEYS = "Mod+.";

/** Milliseconds without a change until what was typed is read: never at a letter. */
const SETTLE = 500;

/** Draws suggested kinds under their sentences and has the text read: at once after a paste, and in a pause of typing. */
export function suggestionMarks(host: SuggestionsHost) {
  return Extension.create({
    name: "suggestionMarks",
    addKeyboardShortcuts(): Record<string, () => boolean> {
      return {
        "Mod-.": () => {
          host.onKey(keyAt(this.editor.state));
          return true;
        },
      };
    },
    addProseMirrorPlugins: () => [suggestionsPlugin(host)],
  });
}

/** For a text of the story for which nothing is suggested: its key says so. */
export function withoutSuggestions(host: Pick<SuggestionsHost, "onKey">) {
  const say = () => {
    host.onKey(null);
    return true;
  };
  return Extension.create({
    name: "withoutSuggestions",
    addKeyboardShortcuts: (): Record<string, () => boolean> => ({ "Mod-.": say }),
  });
}

/** The suggestion that the selection begins in. */
function keyAt(state: EditorState): string | null {
  const at = state.selection.from;
  const around = key.getState(state)?.placed.find(({ from, to }) => from <= at && at <= to);
  return around?.key ?? null;
}

/** Milliseconds in which a press may become a double one. */
const PRESS = 300;

function suggestionsPlugin(host: SuggestionsHost): Plugin<Shown> {
  let press: ReturnType<typeof setTimeout> | undefined;
  return new Plugin<Shown>({
    key,
    state: {
      init: (): Shown => ({
        ...{ drawn: [], placed: [], active: null },
        ...{ decorations: DecorationSet.empty, sudden: 0 },
      }),
      apply: (transaction, before, _, state) => next(transaction, before, state.doc, host),
    },
    props: {
      decorations: (state) => key.getState(state)?.decorations,
      handleDOMEvents: {
        mousedown: () => {
          clearTimeout(press);
          return false;
        },
        click: (view, event) => {
          const words = event.target instanceof Element ? event.target.closest("[data-suggested]") : null;
          const pressed = words?.getAttribute("data-suggested");
          if (!pressed) return false;
          // Not at once: drawn anew in the middle of a double click, the text would lose the word that it selects.
          press = setTimeout(() => {
            if (!view.isDestroyed && view.state.selection.empty) host.onPress(pressed);
          }, PRESS);
          return false;
        },
      },
    },
    view: (view) => connect(view, host),
  });
}

function next(transaction: Transaction, before: Shown, document: Node, host: SuggestionsHost): Shown {
  const asked = transaction.getMeta(key) === true;
  if (!asked && !transaction.docChanged) return before;
  const drawn = host.drawn();
  const active = host.active();
  // Between two readings the lines follow the words.
  const placed = asked && drawn !== before.drawn ? [...drawn] : follow(before.placed, transaction);
  const all = placed.map(({ key, from, to, certainty }) =>
    Decoration.inline(from, to, {
      class: `suggested suggested-${certainty}${key === active ? " suggested-active" : ""}`,
      "data-suggested": key,
    }),
  );
  const decorations = all.length > 0 ? DecorationSet.create(document, all) : DecorationSet.empty;
  const sudden = before.sudden + (isSudden(transaction) ? 1 : 0);
  return { drawn: asked ? drawn : before.drawn, placed, active, decorations, sudden };
}

function follow(placed: Placed[], { mapping, docChanged }: Transaction): Placed[] {
  if (!docChanged) return placed;
  return placed.flatMap((each) => {
    const [from, to] = [mapping.map(each.from, 1), mapping.map(each.to, -1)];
    return from < to ? [{ ...each, from, to }] : [];
  });
}

function isSudden(transaction: Transaction): boolean {
  if (!transaction.docChanged) return false;
  const event = transaction.getMeta("uiEvent");
  if (transaction.getMeta("paste") || event === "paste" || event === "drop") return true;
  return transaction.steps.every((step) => step instanceof AddMarkStep || step instanceof RemoveMarkStep);
}

/** Joins a text that is awake to the keeper of its suggestions. */
function connect(view: EditorView, host: SuggestionsHost) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const read = () => {
    clearTimeout(timer);
    if (view.isDestroyed) return;
    const found = host.read(view.state.doc);
    if (found) host.onFound(found);
  };
  const stop = host.subscribe(() => {
    const before = key.getState(view.state);
    if (view.isDestroyed || (before?.drawn === host.drawn() && before.active === host.active())) return;
    view.dispatch(view.state.tr.setMeta(key, true).setMeta("addToHistory", false));
  });
  host.onText(suggestedText(view, host.read, read));
  // Not while React renders the text for the first time.
  queueMicrotask(read);
  return {
    update(_: EditorView, before: EditorState) {
      if (view.state.doc.eq(before.doc)) return;
      const isSudden = key.getState(view.state)?.sudden !== key.getState(before)?.sudden;
      clearTimeout(timer);
      // After this update, and before the browser paints it.
      if (isSudden) queueMicrotask(read);
      else timer = setTimeout(read, SETTLE);
    },
    destroy() {
      clearTimeout(timer);
      stop();
      host.onText(null);
    },
  };
}
