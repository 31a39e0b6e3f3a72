import { describe, expect, it } from "vitest";
import { withoutTrail } from "@/components/editor/trail";
import { EMPTY, type RichText, type RichTextNode } from "@/lib/rich-text/document";

const words: RichTextNode = { type: "paragraph", content: [{ type: "text", text: "words" }] };
const empty: RichTextNode = { type: "paragraph" };
const rule: RichTextNode = { type: "horizontalRule" };
const doc = (...content: RichTextNode[]): RichText => ({ type: "doc", content });

describe("withoutTrail", () => {
  it("drops the empty paragraph that the editor adds after anything but a paragraph", () => {
    expect(withoutTrail(doc(words, rule, empty))).toEqual(doc(words, rule));
  });

  it("leaves what somebody typed, and the empty document, alone", () => {
    for (const document of [doc(words, empty), doc(rule, words), doc(rule), EMPTY]) {
      expect(withoutTrail(document)).toBe(document);
    }
  });
});
