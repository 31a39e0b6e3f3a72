import { Node } from "@tiptap/pm/model";
import { describe, expect, it } from "vitest";
import { proseMirrorSchema, type RichText } from "@/lib/rich-text/document";
import { bold, claimMark, doc, heading, list, p, quote, table } from "@/lib/rich-text/test-words";
import { partText } from "@/lib/threads/part-text";

const node = (document: RichText) => Node.fromJSON(proseMirrorSchema, document);

const DOCUMENTS: Record<string, RichText> = {
  "nothing typed": doc(),
  paragraphs: doc(p("One ", bold("two"), " three"), p(), p("Four")),
  "a line break": doc(p("One", { type: "hardBreak" }, "two")),
  "a list": doc(p("Before"), list("first", "second"), p("After")),
  "a table": doc(p("Before"), table(["Berth", "Fee"], ["North", "€4"], ["South", "€5"]), p("After")),
  "a rule and a quotation": doc(heading(3, "Head"), { type: "horizontalRule" }, quote("Said", bold(" so"))),
  "marks of claims": doc(p("It ", claimMark("c", "costs ", bold("four")), " euros 🎈 now")),
};

describe("partText", () => {
  it.each(Object.entries(DOCUMENTS))("gives ProseMirror's own text: %s", (_, document) => {
    const root = node(document);
    const leaf = (each: Node) => (each.type.name === "hardBreak" ? "\n" : "\uFFFC");
    expect(partText(root).text).toBe(root.textBetween(0, root.content.size, "\n", leaf));
  });

  it.each(Object.entries(DOCUMENTS))("leads from every offset to a position and back: %s", (_, document) => {
    const { text, positionAt, offsetAt } = partText(node(document));
    for (let offset = 0; offset <= text.length; offset += 1) {
      expect(offsetAt(positionAt(offset))).toBe(offset);
    }
  });

  it.each(Object.entries(DOCUMENTS))("stands before the same letter on both sides: %s", (_, document) => {
    const root = node(document);
    const { text, positionAt } = partText(root);
    for (const [offset, letter] of [...text].entries()) {
      if (letter === "\n" || letter === "\uFFFC" || text.includes("🎈")) continue;
      expect(root.textBetween(positionAt(offset), positionAt(offset) + 1)).toBe(letter);
    }
  });

  it("takes a position between two blocks for the beginning of the next", () => {
    const { offsetAt } = partText(node(doc(p("ab"), p("cd"))));
    expect([3, 4, 5].map(offsetAt)).toEqual([2, 3, 3]);
  });
});
