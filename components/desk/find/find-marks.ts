import { Extension } from "@tiptap/core";
import { TextSelection } from "@tiptap/pm/state";
import { search, setSearchState } from "prosemirror-search";
import type { FindStore } from "@/components/desk/find/find-store";
import { searchQuery } from "@/lib/rich-text/find";

const NOTHING = { text: "", caseSensitive: false, wholeWord: false };

/** Marks in one editor what the page's search finds, the shown match among them, and lets the search change it. */
export function findMarks(store: FindStore, key: string) {
  return Extension.create({
    name: "findMarks",
    addStorage: (): { leave: (() => void)[] } => ({ leave: [] }),
    addProseMirrorPlugins: () => [search()],
    onCreate() {
      const { editor } = this;
      let marked = NOTHING;
      const mark = () => {
        const { open, query } = store.state();
        const wanted = open ? query : NOTHING;
        const shown = store.shown?.target.key === key ? store.shown : null;
        if (wanted === marked && !shown) return;
        const { tr, doc } = editor.state;
        if (wanted !== marked) setSearchState(tr, searchQuery(wanted));
        marked = wanted;
        if (shown && shown.to <= doc.content.size)
          tr.setSelection(TextSelection.create(doc, shown.from, shown.to));
        editor.view.dispatch(tr.setMeta("addToHistory", false));
      };
      this.storage.leave = [store.woke(key, editor), store.subscribe(mark)];
      mark();
    },
    onDestroy() {
      for (const leave of this.storage.leave) leave();
    },
  });
}
