import { describe, expect, test } from "vitest";
import { OPENER, PIECE, placeOpeners } from "@/components/edition/mark-pieces";
import type { RichTextNode } from "@/lib/rich-text/document";
import { analysisMark, bold, claimMark, doc, link, p } from "@/lib/rich-text/test-words";

/** The paragraph as one line: pieces in brackets, openers as *id*. */
function outline(nodes: RichTextNode[] = []): string {
  return nodes
    .map((node) => {
      if (node.type === OPENER) return `*${node.attrs?.id}${node.attrs?.hangs ? "~" : ""}*`;
      const inner = node.text ?? outline(node.content);
      const names: Record<string, string> = { [PIECE.claim]: "c", [PIECE.analysis]: "a", [PIECE.link]: "l" };
      return names[node.type] ? `${names[node.type]}[${inner}]` : inner;
    })
    .join("");
}

const placed = (...parts: Parameters<typeof p>) =>
  outline(placeOpeners(doc(p(...parts)), new Set(["c1", "c2", "a1"])).content[0]?.content);

describe("openers", () => {
  test("come once, after the last of several text nodes, and the pieces are one", () => {
    expect(placed(claimMark("c1", "one ", bold("two"), " three"), " four")).toBe(
      "c[one two three]*c1~* four",
    );
  });

  test("come after the comma or full stop that follows", () => {
    expect(placed(claimMark("c1", "one"), ", two")).toBe("c[one],*c1~* two");
    expect(placed(claimMark("c1", "one"), ".”")).toBe("c[one].”*c1~*");
  });

  test("hang only where a space or the end follows", () => {
    expect(placed(claimMark("c1", "one"), "two")).toBe("c[one]*c1*two");
    expect(placed(claimMark("c1", "one"), claimMark("c2", ", two"))).toBe("c[one]*c1*c[, two]*c2~*");
  });

  test("stand outside links, wherever the claim ends", () => {
    expect(placed(claimMark("c1", "see ", link("https://a.example/", "here")), ".")).toBe(
      "c[see l[here]].*c1~*",
    );
    expect(placed(link("https://a.example/", claimMark("c1", "one"), " two"))).toBe("c[l[one]]*c1~*l[ two]");
  });

  test("come once when a claim is interrupted", () => {
    expect(placed(claimMark("c1", "one"), " and ", claimMark("c1", "two"))).toBe("c[one] and c[two]*c1~*");
  });

  test("of a claim inside an analysis stand before that of the analysis", () => {
    expect(placed(analysisMark("a1", "so ", claimMark("c1", "one"), "."), " End")).toBe(
      "a[so c[one].]*c1**a1~* End",
    );
    expect(placed(analysisMark("a1", "so ", claimMark("c1", "one"), " then"), ".")).toBe(
      "a[so c[one]]*c1~*a[ then].*a1~*",
    );
  });

  test("are left out for marks of unknown rows, which become plain text", () => {
    expect(placed(claimMark("c9", "one"), analysisMark("a9", " two"), " three")).toBe("one two three");
  });
});
