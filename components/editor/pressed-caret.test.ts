// @vitest-environment jsdom
import { Editor } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { afterEach, beforeEach, expect, test } from "vitest";
import { applyDocument } from "@/components/editor/apply-document";
import { PressedCaret } from "@/components/editor/pressed-caret";
import { richTextExtensions } from "@/lib/rich-text/extensions";
import { doc, p } from "@/lib/rich-text/test-words";

let editor: Editor;

beforeEach(() => {
  // The test's browser lays nothing out: nothing is at any point.
  document.elementFromPoint = () => null;
  const element = document.body.appendChild(document.createElement("div"));
  editor = new Editor({
    element,
    extensions: [...richTextExtensions, PressedCaret],
    content: doc(p("The port charges by the hour."), p("Nobody asked the pilots.")),
  });
  editor.registerPlugin(signs);
  editor.commands.setTextSelection({ from: 5, to: 9 });
  editor.view.dom.tabIndex = 0;
  editor.view.dom.focus();
});

afterEach(() => editor.destroy());

/** Draws the first paragraph anew whenever it is told to, as comments and claims do when they were read again. */
const signs: Plugin = new Plugin({
  state: {
    init: () => DecorationSet.empty,
    apply: (tr, before) =>
      tr.getMeta(signs)
        ? DecorationSet.create(tr.doc, [Decoration.inline(1, 4, { class: String(tr.getMeta(signs)) })])
        : before,
  },
  props: { decorations: (state) => signs.getState(state) },
});

const selected = () => {
  const { from, to } = editor.state.selection;
  return editor.state.doc.textBetween(from, to);
};
/** Selects a word of the second paragraph as a press does: the browser has it, and has not told of it. */
function press(from: number, to: number) {
  editor.view.dom.dispatchEvent(new MouseEvent("mousedown", { bubbles: true, button: 0 }));
  const text = editor.view.dom.querySelectorAll("p")[1]?.firstChild;
  if (!text) throw new Error("There is no second paragraph.");
  getSelection()?.setBaseAndExtent(text, from, text, to);
}
const draw = (sign: string) => editor.view.dispatch(editor.state.tr.setMeta(signs, sign));

test("what is drawn anew in the middle of a press takes the new selection along", () => {
  expect(selected()).toBe("port");
  press(17, 23);
  draw("signed");
  expect(selected()).toBe("pilots");
  expect(getSelection()?.toString()).toBe("pilots");
});

test("nor is a key lost that moves the caret while something is drawn anew", () => {
  editor.view.dom.dispatchEvent(new KeyboardEvent("keydown", { key: "End", bubbles: true }));
  const text = editor.view.dom.querySelectorAll("p")[1]?.firstChild;
  if (text) getSelection()?.setBaseAndExtent(text, 0, text, 6);
  draw("signed");
  expect(selected()).toBe("Nobody");
});

test("so do a colleague's words, which move what was pressed", () => {
  press(17, 23);
  applyDocument(editor, doc(p("The port now charges by the hour."), p("Nobody asked the pilots.")));
  expect(selected()).toBe("pilots");
});

test("without a press, and once a key was pressed after it, the text's own selection stands", () => {
  const text = editor.view.dom.querySelectorAll("p")[1]?.firstChild;
  if (text) getSelection()?.setBaseAndExtent(text, 0, text, 6);
  draw("one");
  expect(selected()).toBe("port");
  press(17, 23);
  editor.view.dom.dispatchEvent(new KeyboardEvent("keydown", { key: "Shift", bubbles: true }));
  draw("two");
  expect(selected()).toBe("port");
});
