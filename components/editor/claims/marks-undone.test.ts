// @vitest-environment jsdom
import { closeHistory } from "@tiptap/pm/history";
import { afterAll, expect, it } from "vitest";
import { markAs } from "@/components/editor/claims/marking";
import { marksUndone } from "@/components/editor/claims/marks-undone";
import { MarkedText } from "@/components/editor/claims/test-marked-text";
import { newUuid } from "@/components/ui/new-uuid";
import { doc, p } from "@/lib/rich-text/test-words";

const text = new MarkedText();
afterAll(() => text.editor.destroy());

it("tells which mark undo took off, and nothing of one that was turned or of words that went", () => {
  const { editor } = text;
  text.open(doc(p("It rains. It pours.")));
  text.select(3);
  for (const type of ["claim", "analysis"] as const) {
    const marking = markAs(editor.state, type, newUuid());
    if (!("tr" in marking)) throw new Error(marking.kind);
    editor.view.dispatch(marking.tr);
  }
  editor.view.dispatch(closeHistory(editor.state.tr).insertText("!", 10));
  const undone = () => {
    const before = editor.state;
    editor.commands.undo();
    return marksUndone(before, editor.state);
  };
  expect([undone(), undone(), undone()]).toEqual([[], [], ["It rains."]]);
  const before = editor.state;
  editor.commands.redo();
  expect(marksUndone(before, editor.state)).toEqual([]);
});
