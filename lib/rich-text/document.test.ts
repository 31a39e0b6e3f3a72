import { describe, expect, it } from "vitest";
import { type RichTextNode, richText } from "@/lib/rich-text/document";
import { plainText } from "@/lib/rich-text/plain-text";
import { bold, captioned, doc, PICTURE, p, picture, table } from "@/lib/rich-text/test-words";

const refused = (node: RichTextNode) => richText.safeParse(doc(node)).error?.issues[0]?.message;
const withAttrs = (attrs: Record<string, unknown>): RichTextNode => {
  const node = picture();
  return { ...node, attrs: { ...node.attrs, ...attrs } };
};

describe("a picture in a text", () => {
  it("is kept with its words, credit and size", () => {
    const given = doc(picture({ alt: "A quay", credit: "Jo Doe" }, "The ", ...bold("quay")), p("After."));
    expect(richText.parse(given)).toEqual(given);
    expect(plainText(given)).toBe("The quay\n\nAfter.");
  });

  it.each([
    { imageId: null },
    { imageId: "../../secret" },
    { imageId: PICTURE.toUpperCase() },
    { alt: "x".repeat(1001) },
    { alt: 3 },
    { credit: "x".repeat(301) },
    { width: 0 },
    { height: 1.5 },
    { height: "900" },
    { width: 1e9 },
  ])("is refused with %j", (attrs) => {
    expect(refused(withAttrs(attrs))).toBe("The text has a picture that cannot be shown.");
  });

  it("has one line of words as its caption, nothing else", () => {
    expect(refused({ ...picture(), content: [p("Block")] })).toBeDefined();
  });
});

describe("a table's caption", () => {
  it("is kept and counts as words", () => {
    const parsed = richText.parse(doc(captioned("Fees in May", table(["Berth"], ["12"]))));
    expect(parsed.content[0]?.attrs).toEqual({ caption: "Fees in May" });
    expect(plainText(parsed)).toBe("Fees in May\nBerth\n12");
  });

  it.each([" padded", "two\nlines", "", "x".repeat(301), 12, { a: 1 }])("is refused as %j", (caption) => {
    expect(refused({ ...table(["a"]), attrs: { caption } })).toBe(
      "The text has a table with an unusable caption.",
    );
  });
});
