import type { Node } from "@tiptap/pm/model";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import type { Places, ThreadMark } from "@/components/editor/thread-anchors";

/**
 * The marks of threads: an underline in the text and a flag in the margin; of a suggestion the old words struck through and
 * the new ones beside them. They lie over the document and are never in it.
 */
export function threadDecorations(
  document: Node,
  marks: readonly ThreadMark[],
  places: Places,
  active: string | null,
): DecorationSet {
  const all = marks.flatMap((mark) => {
    const place = places.get(mark.id);
    return place ? decorationsOf(mark, place, mark.id === active) : [];
  });
  return all.length === 0 ? DecorationSet.empty : DecorationSet.create(document, all);
}

function decorationsOf(mark: ThreadMark, { from, to }: { from: number; to: number }, active: boolean) {
  const { id, kind, replacement } = mark;
  const state = active ? "thread-active" : "";
  const key = `${id} ${active} ${replacement ?? ""}`;
  const common = { ignoreSelection: true, marks: [] };
  const found = [
    Decoration.widget(from, () => flag(mark, state), { ...common, side: -1, key: `flag ${key}` }),
  ];
  if (from < to) {
    const nodeName = kind === "comment" ? "mark" : "del";
    found.push(Decoration.inline(from, to, { nodeName, class: `thread ${state}`, "data-thread": id }));
  }
  if (replacement) {
    const side = from < to ? 1 : -1;
    found.push(
      Decoration.widget(to, () => insertion(id, replacement, state), { ...common, side, key: `ins ${key}` }),
    );
  }
  return found;
}

/** In the margin beside the line, for the eye; the words in it are for screen readers. */
function flag({ id, kind }: ThreadMark, state: string): HTMLElement {
  const element = document.createElement("span");
  element.className = `thread-flag thread-flag-${kind} ${state}`;
  element.dataset.thread = id;
  element.contentEditable = "false";
  const words = document.createElement("span");
  words.className = "sr-only";
  words.textContent = kind === "comment" ? "[comment] " : "[suggestion] ";
  element.append(words);
  return element;
}

function insertion(id: string, replacement: string, state: string): HTMLElement {
  const element = document.createElement("ins");
  element.className = `thread ${state}`;
  element.dataset.thread = id;
  element.contentEditable = "false";
  element.textContent = replacement;
  return element;
}
