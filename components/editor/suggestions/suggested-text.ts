import { closeHistory } from "@tiptap/pm/history";
import type { Node } from "@tiptap/pm/model";
import type { EditorView } from "@tiptap/pm/view";
import type { Accepted } from "@/lib/suggestions/accepted";
import type { SuggestedSentence } from "@/lib/suggestions/in-document";

/** A mark that is to be set on a suggested sentence. */
type Marking = Pick<Accepted, "key" | "id" | "mark">;

/** The text of a story as its suggestions use it. */
export interface SuggestedText {
  /** Reads it anew, now. */
  read(): void;
  /** Sets marks on those of these sentences that still stand there, in one step of undo. Answers which were set. */
  mark<M extends Marking>(markings: readonly M[]): M[];
  /** Takes marks off, in one step of undo. */
  unmark(ids: readonly string[]): void;
  /** Scrolls to the words. False when they are not here. */
  reveal(key: string): boolean;
  focus(): void;
}

export function suggestedText(
  view: EditorView,
  find: (document: Node) => SuggestedSentence[] | null,
  read: () => void,
): SuggestedText {
  return {
    read,
    mark(markings) {
      const { doc, tr, schema } = view.state;
      // Read anew: what was typed since the last reading may have moved the words or made them others.
      const standing = new Map(find(doc)?.map((each) => [each.key, each]));
      const set = markings.filter(({ key, id, mark }) => {
        const range = standing.get(key);
        const type = schema.marks[mark];
        if (range && type) tr.addMark(range.from, range.to, type.create({ id }));
        return range && type;
      });
      // A step of its own, so that undo takes the marks back and not what was typed before them.
      if (set.length > 0) view.dispatch(closeHistory(tr));
      return set;
    },
    unmark(ids) {
      const { doc, tr } = view.state;
      doc.descendants((node, position) => {
        for (const mark of node.marks) {
          const isAnchor = mark.type.name === "claim" || mark.type.name === "analysis";
          if (isAnchor && ids.includes(mark.attrs.id))
            tr.removeMark(position, position + node.nodeSize, mark);
        }
      });
      if (tr.docChanged) view.dispatch(closeHistory(tr));
    },
    reveal(key) {
      const words = view.dom.querySelector(`[data-suggested="${CSS.escape(key)}"]`);
      words?.scrollIntoView({ block: "center" });
      return words !== null;
    },
    focus: () => view.focus(),
  };
}
