import { type CommandProps, type Editor, Extension } from "@tiptap/core";
import { redo, redoDepth, undo, undoDepth } from "@tiptap/pm/history";
import type { Deed, UndoTrail } from "@/components/editor/undo-trail";

interface SharedUndo {
  leave: (() => void) | null;
  depth: number;
  /** Something was done beside the text, which its undo takes back in turn. */
  did(deed: Deed): void;
}

declare module "@tiptap/core" {
  interface Storage {
    /** Only in an editor that shares its undo. */
    sharedUndo?: SharedUndo;
  }
}

/**
 * Makes an editor one of several that share their undo: its commands, keys and buttons go to the trail, which asks this
 * editor's own history when the latest step was made here.
 */
export function sharedUndo(trail: UndoTrail, name: string) {
  return Extension.create({
    name: "sharedUndo",
    // After the history's own commands, which these replace.
    priority: 1,
    addCommands: () => ({
      undo: () => (given) => asked(given, trail.canUndo, () => trail.undo()),
      redo: () => (given) => asked(given, trail.canRedo, () => trail.redo()),
    }),
    addStorage: (): SharedUndo => ({ leave: null, depth: 0, did: (deed) => trail.did(deed) }),
    onCreate() {
      this.storage.leave = trail.join(name, undoableOf(this.editor));
    },
    onTransaction({ editor, transaction }) {
      const depth = undoDepth(editor.state);
      const before = this.storage.depth;
      this.storage.depth = depth;
      const isStep = transaction.docChanged && transaction.getMeta("history$") === undefined;
      // A letter that joins the step before it changes nothing here.
      if (isStep && depth !== before) trail.began(name);
    },
    onDestroy() {
      this.storage.leave?.();
    },
  });
}

/** A command that leaves the work to the trail; without `dispatch` only whether there is any. */
function asked({ tr, dispatch }: CommandProps, possible: boolean, step: () => string | null): boolean {
  if (!dispatch) return possible;
  // The step is a transaction of its own, perhaps of another editor: this one has nothing to do.
  tr.setMeta("preventDispatch", true);
  return step() !== null;
}

function undoableOf(editor: Editor) {
  const run = (command: typeof undo) =>
    command(editor.state, (transaction) => editor.view.dispatch(transaction));
  return {
    undo: () => undoDepth(editor.state) > 0 && run(undo),
    redo: () => redoDepth(editor.state) > 0 && run(redo),
    focus: () => void editor.commands.focus(),
  };
}
