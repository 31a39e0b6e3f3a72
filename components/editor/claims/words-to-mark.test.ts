import { EditorState, TextSelection } from "@tiptap/pm/state";
import { expect, it } from "vitest";
import { wordsToMark } from "@/components/editor/claims/words-to-mark";
import { proseMirrorSchema } from "@/lib/rich-text/document";
import { bold, doc, p } from "@/lib/rich-text/test-words";

const document = proseMirrorSchema.nodeFromJSON(
  doc(p("Ferries wait at the pi", bold("er’s"), " end, in 2027."), p("Über alles spät.")),
);
const text = document.textBetween(0, document.content.size, "\n\n");

/** What is marked when these words, or parts of words, are selected. */
function marked(selected: string): string | null {
  const from = text.indexOf(selected) + 1;
  const selection = TextSelection.create(document, from, from + selected.length);
  const range = wordsToMark(EditorState.create({ doc: document, selection }));
  return range && document.textBetween(range.from, range.to);
}

it.each([
  ["Ferr", "Ferries"],
  ["erries wait at the pi", "Ferries wait at the pier’s"],
  [" wait ", "wait"],
  ["er’s end,", "pier’s end,"],
  ["n 202", "in 2027"],
  ["ber alles sp", "Über alles spät"],
])("“%s” is marked as “%s”", (selected, words) => {
  expect(text).toContain(selected);
  expect(marked(selected)).toBe(words);
});
