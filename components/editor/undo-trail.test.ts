// @vitest-environment jsdom
import { Editor } from "@tiptap/core";
import { closeHistory } from "@tiptap/pm/history";
import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { LineHistory } from "@/components/editor/line-history";
import { sharedUndo } from "@/components/editor/shared-undo";
import { UndoTrail } from "@/components/editor/undo-trail";
import { EMPTY } from "@/lib/rich-text/document";
import { richTextExtensions } from "@/lib/rich-text/extensions";

const open: Editor[] = [];
afterEach(() => {
  for (const editor of open.splice(0)) editor.destroy();
});

/** An editor that shares the trail. Each `type` is a step of its own. */
function join(trail: UndoTrail, name: string) {
  const editor = new Editor({
    element: document.createElement("div"),
    content: EMPTY,
    extensions: [...richTextExtensions, sharedUndo(trail, name)],
  });
  open.push(editor);
  const type = (words: string) => {
    const at = editor.state.doc.content.size - 1;
    // A selection elsewhere ends the history's group, as leaving the text does.
    editor.view.dispatch(closeHistory(editor.state.tr).insertText(words, at));
  };
  return { editor, type, text: () => editor.getText() };
}

describe("undo over several texts", () => {
  it("takes back the steps of all texts in the order they were made, and brings them back", async () => {
    const trail = new UndoTrail();
    const body = join(trail, "body");
    const box = join(trail, "box");
    await created();
    body.type("one");
    box.type("two");
    body.type(" three");
    expect(box.editor.commands.undo()).toBe(true);
    expect([body.text(), box.text()]).toEqual(["one", "two"]);
    box.editor.commands.undo();
    expect([body.text(), box.text()]).toEqual(["one", ""]);
    body.editor.commands.undo();
    expect([body.text(), box.text()]).toEqual(["", ""]);
    expect(body.editor.can().undo()).toBe(false);
    for (let step = 0; step < 3; step += 1) body.editor.chain().redo().run();
    expect([body.text(), box.text()]).toEqual(["one three", "two"]);
    expect(body.editor.commands.redo()).toBe(false);
  });

  it("forgets what was undone once something new is typed, wherever", async () => {
    const trail = new UndoTrail();
    const body = join(trail, "body");
    const box = join(trail, "box");
    await created();
    body.type("one");
    trail.undo();
    box.type("two");
    expect(trail.redo()).toBeNull();
    expect([body.text(), box.text()]).toEqual(["", "two"]);
  });

  it("takes back what was done beside the texts in its turn", async () => {
    const trail = new UndoTrail();
    const body = join(trail, "body");
    await created();
    body.type("one");
    let kind = "forecast";
    const deed = {
      undo: () => {
        kind = "fact";
      },
      redo: () => {
        kind = "forecast";
      },
    };
    body.editor.storage.sharedUndo?.did(deed);
    body.editor.commands.undo();
    expect([body.text(), kind]).toEqual(["one", "fact"]);
    body.editor.commands.undo();
    expect(body.text()).toBe("");
    body.editor.chain().redo().run();
    body.editor.chain().redo().run();
    expect([body.text(), kind]).toEqual(["one", "forecast"]);
  });

  it("goes on without a text that left", async () => {
    const trail = new UndoTrail();
    const body = join(trail, "body");
    const box = join(trail, "box");
    await created();
    body.type("one");
    box.type("two");
    box.editor.destroy();
    expect(trail.undo()).toBe("body");
    expect(body.text()).toBe("");
  });
});

describe("the history of a line", () => {
  it("makes one step of what is typed without a rest", () => {
    const line = new LineHistory("");
    expect([line.typed("a", 0), line.typed("ab", 300), line.typed("ab c", 2_000)]).toEqual([
      true,
      false,
      true,
    ]);
    expect([line.undo(), line.undo(), line.undo()]).toEqual(["ab", "", null]);
    expect([line.redo(), line.redo(), line.redo()]).toEqual(["ab", "ab c", null]);
  });

  it("goes back to the beginning and forward to the end, whatever was typed", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.nat(1_000)), { minLength: 1 }), (typed) => {
        const line = new LineHistory("start");
        let now = 0;
        for (const [words, rest] of typed) {
          now += rest;
          line.typed(words, now);
        }
        while (line.undo() !== null);
        expect(line.value).toBe("start");
        while (line.redo() !== null);
        expect(line.value).toBe(typed.at(-1)?.[0]);
      }),
    );
  });

  it("leads nowhere once somebody else's words are there", () => {
    const line = new LineHistory("mine");
    line.typed("mine too", 0);
    line.replaced("theirs");
    expect(line.undo()).toBeNull();
  });
});

/** Tiptap tells its extensions of a new editor in a task of its own. */
const created = () => new Promise((resolve) => setTimeout(resolve));
