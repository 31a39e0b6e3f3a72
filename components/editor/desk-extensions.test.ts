// @vitest-environment jsdom
import { Editor } from "@tiptap/core";
import { afterEach, describe, expect, it } from "vitest";
import { type DeskSetting, deskExtensions } from "@/components/editor/desk-extensions";
import { BLOCKS, matching } from "@/components/editor/slash-items";
import { leaveTable, moveInTable } from "@/components/editor/table-moves";
import { type RichText, type RichTextNode, richText } from "@/lib/rich-text/document";
import { doc, p, picture, table } from "@/lib/rich-text/test-words";

const open: Editor[] = [];
afterEach(() => {
  for (const editor of open.splice(0)) editor.destroy();
});

const nothing = () => {};
const setting: DeskSetting = {
  variant: "body",
  placeholder: "",
  uploadImage: null,
  choosePicture: nothing,
  onToolbar: nothing,
  onLink: nothing,
};

function edit(content: RichText = doc()): Editor {
  const element = document.createElement("div");
  const editor = new Editor({ element, content, extensions: deskExtensions({ current: setting }) });
  open.push(editor);
  return editor;
}

/** Key by key, as a browser hands them to ProseMirror. */
function type(editor: Editor, words: string): void {
  for (const key of words) {
    const { view } = editor;
    const { from, to } = view.state.selection;
    const plain = () => view.state.tr.insertText(key, from, to);
    const isTaken = view.someProp("handleTextInput", (handle) => handle(view, from, to, key, plain));
    if (!isTaken) view.dispatch(plain());
  }
}

function press(editor: Editor, key: string, held: KeyboardEventInit = {}): boolean {
  const event = new KeyboardEvent("keydown", { key, ...held });
  return editor.view.someProp("handleKeyDown", (handle) => handle(editor.view, event)) ?? false;
}

const kinds = (editor: Editor) => editor.getJSON().content.map((node) => node.type);

describe("what is typed", () => {
  it.each([
    ['"Yes," he said', "“Yes,” he said"],
    ["it's 'so'", "it’s ‘so’"],
    ['("a" and ["b"])', "(“a” and [“b”])"],
    ["wait -- no", "wait — no"],
    ["5 - 3", "5 – 3"],
    ["well-known", "well-known"],
    ["and so...", "and so…"],
    ['"\'Tis"', "“‘Tis”"],
  ])("%s is set as %s", (typed, set) => {
    const editor = edit();
    type(editor, typed);
    expect(editor.getText()).toBe(set);
  });

  it("comes back as it was typed by Undo", () => {
    const editor = edit();
    type(editor, '5"');
    editor.commands.undo();
    expect(editor.getText()).toBe('5"');
  });

  it("stays as it is in code", () => {
    const editor = edit();
    type(editor, '``` "a" -- b...');
    expect(editor.getJSON().content[0]).toMatchObject({
      type: "codeBlock",
      content: [{ text: '"a" -- b...' }],
    });
    const inline = edit();
    inline.commands.toggleCode();
    type(inline, '"a"');
    expect(inline.getText()).toBe('"a"');
    const begun = edit();
    type(begun, '`"a" -- b` "c"');
    expect(begun.getText()).toBe('"a" -- b “c”');
  });

  it.each([
    ["# a", "heading"],
    ["## a", "heading"],
    ["### a", "heading"],
    ["#### a", "heading"],
    ["- a", "bulletList"],
    ["* a", "bulletList"],
    ["1. a", "orderedList"],
    ["> a", "blockquote"],
    ["--- ", "paragraph"],
    ["---", "horizontalRule"],
    ["``` a", "codeBlock"],
  ])("%s makes a block", (typed, kind) => {
    const editor = edit();
    type(editor, typed);
    expect(kinds(editor)).toContain(kind);
  });

  it.each(["# a", "## a"])("%s is the highest heading a body may have", (typed) => {
    const editor = edit();
    type(editor, typed);
    expect(editor.getJSON().content[0]).toMatchObject({ attrs: { level: 3 }, content: [{ text: "a" }] });
    expect(richText.safeParse(editor.getJSON()).error).toBeUndefined();
  });

  it.each([
    ["**a**", "bold"],
    ["__a__", "bold"],
    ["*a*", "italic"],
    ["_a_", "italic"],
    ["~~a~~", "strike"],
    ["`a`", "code"],
  ])("%s makes a mark", (typed, kind) => {
    const editor = edit();
    type(editor, typed);
    expect(editor.getJSON().content[0]?.content?.[0]).toMatchObject({ text: "a", marks: [{ type: kind }] });
  });
});

describe("a table", () => {
  const words = (editor: Editor) =>
    ((editor.getJSON().content[0] as RichTextNode).content ?? []).map((row) =>
      (row.content ?? []).map((cell) => cell.content?.[0]?.content?.[0]?.text).join(""),
    );
  const inTable = (cell: string) => {
    const editor = edit(doc(table(["h", "i"], ["a", "b"], ["c", "d"])));
    editor.state.doc.descendants((node, at) => {
      if (node.text === cell) editor.commands.setTextSelection(at);
    });
    return editor;
  };

  it("moves rows under its header, and columns, and the caret with them", () => {
    const editor = inTable("a");
    expect(moveInTable(editor, "up")).toBe(false);
    expect(moveInTable(editor, "down")).toBe(true);
    expect(words(editor)).toEqual(["hi", "cd", "ab"]);
    expect(moveInTable(editor, "right")).toBe(true);
    expect(words(editor)).toEqual(["ih", "dc", "ba"]);
    expect(moveInTable(editor, "right")).toBe(false);
    expect(editor.state.selection.$from.parent.textContent).toBe("a");
    expect(richText.safeParse(editor.getJSON()).error).toBeUndefined();
  });

  it("is left at either end, into a paragraph", () => {
    const editor = inTable("d");
    expect(leaveTable(editor, "after")).toBe(true);
    expect(editor.state.selection.$from.parent.type.name).toBe("paragraph");
    expect(editor.state.selection.$from.depth).toBe(1);
    const top = inTable("h");
    leaveTable(top, "before");
    expect(kinds(top)[0]).toBe("paragraph");
  });
});

describe("a picture", () => {
  it("is gone on from by Enter, and selected before it is removed", () => {
    const editor = edit(doc(picture({}, "Seen")));
    editor.commands.setTextSelection(1);
    expect(press(editor, "Backspace")).toBe(true);
    expect(kinds(editor)[0]).toBe("figure");
    press(editor, "Enter");
    expect(editor.state.selection.$from.parent.type.name).toBe("paragraph");
    expect(editor.getJSON().content[0]).toMatchObject({ content: [{ text: "Seen" }] });
  });
});

describe("the list of blocks", () => {
  it.each([
    ["", BLOCKS.length],
    ["h", 3],
    ["numbered l", 1],
    ["DIV", 1],
    ["zzz", 0],
  ])("has for %j as many as %i", (query, count) => {
    expect(matching(BLOCKS, query)).toHaveLength(count);
  });
  it("keeps words that are typed after it was left", () => {
    const editor = edit(doc(p("a")));
    editor.commands.focus("end");
    type(editor, " and/or");
    expect(editor.getText()).toBe("a and/or");
  });
});
