import { Node } from "@tiptap/pm/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { proseMirrorSchema, type RichText, richText } from "@/lib/rich-text/document";
import { markedTexts } from "@/lib/rich-text/marks";
import { bold, claimMark, italic, link, list, p, table, doc as words } from "@/lib/rich-text/test-words";
import { applyReplacement } from "@/lib/threads/apply";
import { partText } from "@/lib/threads/part-text";

/** As it is stored: with every attribute. */
const doc = (...content: Parameters<typeof words>) => richText.parse(words(...content));

const textOf = (document: RichText) => partText(Node.fromJSON(proseMirrorSchema, document)).text;

function change(document: RichText, words: string, replacement: string): RichText | null {
  const start = textOf(document).indexOf(words);
  return applyReplacement(document, { start, end: start + words.length }, replacement);
}

describe("applyReplacement", () => {
  it("puts words in, takes words out and changes words, as typing would", () => {
    const document = doc(p("The fee is ", bold("four euros"), " now."));
    const at = "The fee is ".length;
    expect(applyReplacement(document, { start: at, end: at }, "only ")).toEqual(
      doc(p("The fee is only ", bold("four euros"), " now.")),
    );
    expect(change(document, " now", "")).toEqual(doc(p("The fee is ", bold("four euros"), ".")));
    expect(change(document, "four", "five")).toEqual(doc(p("The fee is ", bold("five euros"), " now.")));
  });

  it("keeps the marks of the words that stay, across several of them", () => {
    const document = doc(p("It ", italic("may"), " cost ", bold("four"), " euros."));
    expect(change(document, "may cost four euros", "may soon cost four dollars")).toEqual(
      doc(p("It ", italic("may"), " soon cost ", bold("four"), " dollars.")),
    );
  });

  it("keeps a claim over the words that stay and those between them", () => {
    const document = doc(p("They say ", claimMark("c", "revenue passes $1 trillion by 2027"), "."));
    const changed = change(document, "$1", "$2");
    expect(changed && markedTexts("claim", changed).get("c")).toBe("revenue passes $2 trillion by 2027");
  });

  it("does not put a claim on words that have nothing left of it", () => {
    const document = doc(p("They say ", claimMark("c", "revenue passes $1 trillion"), "."));
    const changed = change(document, "revenue passes $1 trillion", "nothing new");
    expect(changed).toEqual(doc(p("They say nothing new.")));
  });

  it("does not grow a claim or a link at its end", () => {
    const document = doc(p(claimMark("c", "A fact"), " and ", link("https://a.example", "a link")));
    const end = "A fact".length;
    expect(applyReplacement(document, { start: end, end }, " of sorts")).toEqual(
      doc(p(claimMark("c", "A fact"), " of sorts and ", link("https://a.example", "a link"))),
    );
  });

  it("works in lists and tables, and leaves the rest alone", () => {
    const fees = table(["Berth", "Fee"], ["North", "€4"]);
    const document = doc(list("first", "second"), fees);
    expect(change(document, "second", "third")).toEqual(doc(list("first", "third"), fees));
    const freed = change(document, "€4", "");
    expect(freed && textOf(freed)).toBe("first\nsecond\nBerth\nFee\nNorth\n");
  });

  it("refuses what reaches over two blocks", () => {
    expect(change(doc(p("One"), p("Two")), "One\nTwo", "Three")).toBeNull();
  });

  it("makes of the text just what was suggested, whatever it is", () => {
    const bits = fc.array(fc.constantFrom("tide", "fee ", ", ", "hour", " ", "\n", "€", "🎈"), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(bits, bits, bits, (before, within, after) => {
        const [left, middle] = [before.join(""), within.join("")];
        const inner = middle
          .split("\n")
          .flatMap((line, index) => [
            ...(index === 0 ? [] : [{ type: "hardBreak" }]),
            ...(line === "" ? [] : [bold(line)]),
          ]);
        const document = doc(
          p(...(left.replaceAll("\n", "") === "" ? [] : [left.replaceAll("\n", "")]), ...inner),
        );
        const start = left.replaceAll("\n", "").length;
        const end = start + middle.length;
        const changed = applyReplacement(document, { start, end }, after.join(""));
        expect(changed && textOf(changed)).toBe(textOf(document).slice(0, start) + after.join(""));
      }),
    );
  });
});
