import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { richText } from "@/lib/rich-text/document";
import { find, replaceFound } from "@/lib/rich-text/find";
import { plainText } from "@/lib/rich-text/plain-text";
import { doc, p, table } from "@/lib/rich-text/test-words";

const plain = { caseSensitive: false, wholeWord: false };

describe("finding words", () => {
  it("finds them in a line with or without regard to case, whole or in part", () => {
    const line = "Port, port and Airport";
    expect(find(line, { text: "port", ...plain })).toHaveLength(3);
    expect(find(line, { text: "port", caseSensitive: true, wholeWord: false })).toHaveLength(2);
    expect(find(line, { text: "port", caseSensitive: false, wholeWord: true })).toEqual([
      { from: 0, to: 4 },
      { from: 6, to: 10 },
    ]);
  });

  it("takes what is typed as words, never as a pattern", () => {
    expect(find("a.c abc $1 \\n", { text: ".", ...plain })).toHaveLength(1);
    expect(find("a.c abc $1 \\n", { text: "\\n", ...plain })).toHaveLength(1);
    expect(replaceFound("costs 5", find("costs 5", { text: "5", ...plain }), "$1 & $&")).toBe(
      "costs $1 & $&",
    );
    expect(find("anything", { text: "", ...plain })).toEqual([]);
  });

  it("finds them in paragraphs and cells, also across the border of a mark", () => {
    const bold = { type: "bold" };
    const mixed = {
      type: "paragraph",
      content: [
        { type: "text", text: "tide ta" },
        { type: "text", text: "bles", marks: [bold] },
      ],
    };
    const document = doc(p("The tide tables."), mixed, table(["Tide tables"], ["none"]));
    expect(find(document, { text: "tide tables", ...plain })).toHaveLength(3);
  });

  it("keeps a mark over words that are replaced within it", () => {
    const claim = { type: "claim", attrs: { id: "0190a1b2-0000-7000-8000-000000000001" } };
    const document = richText.parse(
      doc({ type: "paragraph", content: [{ type: "text", text: "The fee is 5 euro", marks: [claim] }] }),
    );
    const replaced = replaceFound(document, find(document, { text: "5", ...plain }), "6");
    expect(replaced.content[0]?.content).toEqual([
      { type: "text", text: "The fee is 6 euro", marks: [claim] },
    ]);
  });

  it("replaces in any document exactly what replacing in its words replaces", () => {
    const words = fc.array(fc.constantFrom("fee", "tide", "Fee", "a"), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(
        fc.array(words, { minLength: 1, maxLength: 5 }),
        fc.constantFrom("", "x", "fee fee"),
        (texts, by) => {
          const document = doc(...texts.map((text) => p(text.join(" "))));
          const replaced = replaceFound(document, find(document, { text: "fee", ...plain }), by);
          const expected = texts.map((text) => text.join(" ").replace(/fee/gi, by));
          expect(plainText(replaced)).toBe(expected.filter((text) => text !== "").join("\n\n"));
        },
      ),
    );
  });
});
