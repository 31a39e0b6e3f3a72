import type { EditorState } from "@tiptap/pm/state";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";

/** A picture on its way into the text: its place is kept while the text around it changes, and nothing of it is saved yet. */
export interface Waiting {
  id: string;
  name: string;
  /** One sentence, once it went wrong. */
  error: string | null;
  again(): void;
  forget(): void;
}

type Change = { put: Waiting; at: number } | { drop: string };

const key = new PluginKey<DecorationSet>("picturePlaces");

/** Meta of a transaction that puts, changes or drops a waiting picture. */
export const placeMeta = (change: Change): [PluginKey, Change] => [key, change];

/** Where the picture would go now; null when it is not waiting any more. */
export function placeOf(state: EditorState, id: string): number | null {
  return find(key.getState(state), id)?.from ?? null;
}

function find(places: DecorationSet | undefined, id: string): Decoration | undefined {
  return places?.find(undefined, undefined, (spec) => spec.waiting.id === id)[0];
}

export function picturePlaces(): Plugin {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply(transaction, before) {
        const places = before.map(transaction.mapping, transaction.doc);
        const change: Change | undefined = transaction.getMeta(key);
        if (!change) return places;
        const old = find(places, "drop" in change ? change.drop : change.put.id);
        const kept = old ? places.remove([old]) : places;
        return "drop" in change ? kept : kept.add(transaction.doc, [widget(change.put, change.at)]);
      },
    },
    props: { decorations: (state) => key.getState(state) },
  });
}

function widget(waiting: Waiting, at: number): Decoration {
  return Decoration.widget(
    at,
    () => (waiting.error === null ? underWay(waiting) : failed(waiting, waiting.error)),
    {
      waiting,
      key: `${waiting.id}:${waiting.error ?? ""}`,
      side: -1,
      stopEvent: () => true,
      ignoreSelection: true,
    },
  );
}

function box(role: "status" | "alert"): HTMLElement {
  const element = document.createElement("div");
  element.className = "picture-waiting";
  element.setAttribute("role", role);
  element.contentEditable = "false";
  return element;
}

function underWay({ name }: Waiting): HTMLElement {
  const element = box("status");
  const bar = document.createElement("span");
  bar.className = "picture-progress";
  bar.setAttribute("role", "progressbar");
  bar.setAttribute("aria-label", `Adding ${name}`);
  element.append(`Adding ${name}…`, bar);
  return element;
}

function failed(waiting: Waiting, error: string): HTMLElement {
  const element = box("alert");
  const words = document.createElement("p");
  words.textContent = `${waiting.name} was not added. ${error}`;
  element.append(words, button("Try again", waiting.again), button("Leave it out", waiting.forget));
  return element;
}

function button(label: string, press: () => void): HTMLElement {
  const element = document.createElement("button");
  element.type = "button";
  element.textContent = label;
  element.addEventListener("click", press);
  return element;
}
