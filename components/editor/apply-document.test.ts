// @vitest-environment jsdom
import { Editor } from "@tiptap/core";
import { UndoRedo } from "@tiptap/extensions";
import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { applyDocument } from "@/components/editor/apply-document";
import type { RichText, RichTextNode } from "@/lib/rich-text/document";
import { richTextExtensions } from "@/lib/rich-text/extensions";
import { canonicalNode } from "@/lib/rich-text/merge";
import { bold, doc, heading, link, list, p, quote, table } from "@/lib/rich-text/test-words";

let editor: Editor;

function open(content: RichText, onUpdate = vi.fn()) {
  editor = new Editor({ extensions: richTextExtensions, content, onUpdate });
  return onUpdate;
}
const words = () => editor.state.doc.textBetween(0, editor.state.doc.content.size, "|");
/** Puts the caret behind these words. */
function caretAfter(text: string) {
  editor.state.doc.descendants((node, at) => {
    const index = node.text?.indexOf(text) ?? -1;
    if (index >= 0) editor.commands.setTextSelection(at + index + text.length);
  });
}
const beforeCaret = () => {
  const { $from } = editor.state.selection;
  return $from.parent.textContent.slice(0, $from.parentOffset);
};

afterEach(() => editor.destroy());

describe("a document that comes from outside", () => {
  it("leaves the caret in its words when other blocks change, come and go", () => {
    open(doc(p("one"), p("two here"), p("three")));
    caretAfter("two he");
    applyDocument(editor, doc(p("zero"), p("one, longer"), p("two here"), p("four")));
    expect(words()).toBe("zero|one, longer|two here|four");
    expect(beforeCaret()).toBe("two he");
  });

  it("leaves it in its words when its own block changes before and after it", () => {
    open(doc(p("the end is near")));
    caretAfter("the end is");
    applyDocument(editor, doc(p("the end is very near")));
    expect(beforeCaret()).toBe("the end is");
    applyDocument(editor, doc(p("surely the end is very near")));
    expect(beforeCaret()).toBe("surely the end is");
  });

  it("is no edit: nothing is told, and undo takes back only what was typed here", () => {
    const onUpdate = open(doc(p("one"), p("two")));
    caretAfter("two");
    editor.commands.insertContent(" mine");
    onUpdate.mockClear();
    applyDocument(editor, doc(p("one theirs"), p("two mine")));
    expect(onUpdate).not.toHaveBeenCalled();
    editor.commands.undo();
    expect(words()).toBe("one theirs|two");
    expect(editor.extensionManager.extensions.some(({ name }) => name === UndoRedo.name)).toBe(true);
  });

  it("changes nothing where nothing differs, the empty line after a table included", () => {
    const content = doc(p("one"), table(["a"], ["b"]));
    open(content);
    applyDocument(editor, content);
    const before = editor.state.doc;
    expect(applyDocument(editor, content)).toBe(false);
    expect(editor.state.doc).toBe(before);
  });

  it("becomes what it should be, whatever stood there", () => {
    const text = fc.stringMatching(/^[ab ]{1,6}$/);
    const block = fc.oneof(
      text.map((words) => p(words)),
      fc.tuple(text, text).map(([a, b]) => p(a, bold(b))),
      text.map((words) => p(link("https://example.org/", words))),
      text.map((words) => heading(3, words)),
      fc.array(text, { minLength: 1, maxLength: 3 }).map((items) => list(...items)),
      text.map((words) => quote(words)),
      text.map((words) => table(["h"], [words])),
      fc.constant<RichTextNode>({ type: "paragraph" }),
    );
    const documents = fc
      .array(block, { minLength: 1, maxLength: 6 })
      .map((blocks) => doc(...blocks, p("end")));
    fc.assert(
      fc.property(documents, documents, (before, after) => {
        open(before);
        applyDocument(editor, after);
        const wanted = canonicalNode(editor.schema.nodeFromJSON(after).toJSON());
        const got = canonicalNode(editor.state.doc.toJSON());
        editor.state.doc.check();
        editor.destroy();
        expect(got).toBe(wanted);
      }),
      { numRuns: 100 },
    );
  });
});
