import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Block, blockKey, blocksOf, frameKey, lineBlock, type Run } from "@/lib/revisions/blocks";
import { type ComparedBlock, compare } from "@/lib/revisions/compare";
import { compareWords, type Piece } from "@/lib/revisions/words";
import type { RichText, RichTextNode } from "@/lib/rich-text/document";
import { bold, doc, heading, link, list, p, quote, table } from "@/lib/rich-text/test-words";

type Side = "before" | "after";

const isOn = (side: Side, kind: string) => kind !== (side === "before" ? "added" : "removed");

const textOn = (side: Side, pieces: Piece[]) =>
  pieces.flatMap((piece) => (isOn(side, piece.kind) ? piece.text : [])).join("");

/** What one side of a comparison reads, block by block: words, cells and (after) how it is set. */
function reading(side: Side, blocks: ComparedBlock[]): string[] {
  return blocks
    .filter((block) => isOn(side, block.change))
    .map(({ frame, was, pieces, cells }) => {
      const shown = cells.filter((cell) => isOn(side, cell.change));
      const texts = shown.map((cell) => textOn(side, cell.pieces));
      return JSON.stringify([
        frameKey(side === "before" ? (was ?? frame) : frame),
        textOn(side, pieces),
        texts,
      ]);
    });
}

const joined = (runs: Run[]) => runs.map((run) => run.text).join("");
const expected = (blocks: Block[]) =>
  blocks.map(({ frame, runs, cells }) =>
    JSON.stringify([frameKey(frame), joined(runs), cells.map((cell) => joined(cell.runs))]),
  );

const compareTexts = (before: RichText, after: RichText) => {
  const part = (document: RichText) => [{ name: "body", label: "Text", blocks: blocksOf(document) }];
  return compare(part(before), part(after))[0]?.blocks ?? [];
};

const word = fc.constantFrom("oak", "elm", "ash", "fir", "the", "a", "tall", ",", ".", "東京", "港");
const sentence = fc.array(word, { maxLength: 12 }).map((words) => words.join(" "));
const inline = fc.array(
  fc
    .record({ text: sentence.filter((text) => text !== ""), isBold: fc.boolean() })
    .map(({ text, isBold }) => {
      return isBold ? bold(text) : [{ type: "text", text }];
    }),
  { maxLength: 3 },
);
const block: fc.Arbitrary<RichTextNode> = fc.oneof(
  inline.map((parts) => p(...parts.flat())),
  inline.map((parts) => heading(3, ...parts.flat())),
  fc.array(sentence.filter(Boolean), { minLength: 1, maxLength: 4 }).map((items) => list(...items)),
  sentence.filter(Boolean).map((text) => quote(text)),
  fc
    .array(fc.array(sentence.filter(Boolean), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
    .map((rows) => table(...rows)),
);
const text = fc.array(block, { maxLength: 6 }).map((blocks) => doc(...blocks));

describe("comparing two versions", () => {
  it("loses nothing: each side reads as it was, whatever the two are", () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const blocks = compareTexts(before, after);
        expect(reading("before", blocks)).toEqual(expected(blocksOf(before)));
        expect(reading("after", blocks)).toEqual(expected(blocksOf(after)));
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  it("says that nothing differs exactly where nothing does", () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const isSame = blocksOf(before).map(blockKey).join("\n") === blocksOf(after).map(blockKey).join("\n");
        expect(compareTexts(before, after).every(({ change }) => change === "same")).toBe(isSame);
        expect(compareTexts(after, after).every(({ change }) => change === "same")).toBe(true);
      }),
      { numRuns: 200, seed: 11 },
    );
  });

  it("shows the words that changed inside a paragraph, and a new one beside it", () => {
    const blocks = compareTexts(
      doc(p("The port charges by the day."), p("It rains.")),
      doc(p("The port charges by the hour."), p("Fees rose in May."), p("It rains.")),
    );
    expect(blocks.map(({ change }) => change)).toEqual(["changed", "added", "same"]);
    expect(blocks[0]?.pieces.map(({ kind, text }) => [kind, text])).toEqual([
      ["same", "The port charges by the "],
      ["removed", "day"],
      ["added", "hour"],
      ["same", "."],
    ]);
  });

  it("takes neighbouring changed words for one change", () => {
    const runs = (text: string) => [{ text, styles: [] }];
    const pieces = compareWords(runs("It was a cold wet day."), runs("It was a bright dry day."));
    expect(pieces.map(({ kind, text }) => [kind, text])).toEqual([
      ["same", "It was a "],
      ["removed", "cold wet"],
      ["added", "bright dry"],
      ["same", " day."],
    ]);
  });

  it("cuts languages without spaces into words", () => {
    const pieces = compareWords(
      [{ text: "東京は日本の首都です", styles: [] }],
      [{ text: "京都は日本の首都です", styles: [] }],
    );
    expect(pieces.map(({ kind }) => kind)).toEqual(["removed", "added", "same"]);
    expect(pieces.at(-1)?.text).toBe("は日本の首都です");
  });

  it("names what is only set otherwise: weight, the address of a link, a paragraph that became a heading", () => {
    const [words] = compareTexts(
      doc(p("See ", link("https://old.example/", "the report"), " now")),
      doc(p("See ", link("https://new.example/", "the report"), " ", bold("now"))),
    );
    expect(
      words?.pieces.filter(({ kind }) => kind === "restyled").map(({ text, note }) => [text, note]),
    ).toEqual([
      ["the report", "now a link to https://new.example/; no longer a link to https://old.example/"],
      ["now", "now bold"],
    ]);
    const [block] = compareTexts(doc(p("Berths and fees")), doc(heading(3, "Berths and fees")));
    expect([block?.was?.kind, block?.frame.kind]).toEqual(["paragraph", "heading"]);
  });

  it("keeps a table a table: a changed cell, a new column, a row that went", () => {
    const before = doc(table(["Lens", "Price"], ["Crown glass", "4 euros"], ["Flint glass", "5 euros"]));
    const [, crown, flint] = compareTexts(before, doc(table(["Lens", "Price"], ["Crown glass", "6 euros"])));
    expect(crown?.cells.map(({ change }) => change)).toEqual(["same", "changed"]);
    expect(flint?.change).toBe("removed");
    const [head] = compareTexts(
      before,
      doc(
        table(
          ["Lens", "Made in", "Price"],
          ["Crown glass", "Jena", "4 euros"],
          ["Flint glass", "Jena", "5 euros"],
        ),
      ),
    );
    expect(head?.cells.map(({ change }) => change)).toEqual(["same", "added", "same"]);
  });

  it("takes a line for the same line whatever it says, and tells an emptied part", () => {
    const title = (words: string) => [{ name: "title", label: "Title", blocks: [lineBlock(words)] }];
    expect(compare(title("Woods"), title("Seas"))[0]?.blocks[0]?.change).toBe("changed");
    const box = (words: string[]) => [
      { name: "box", label: "Box", blocks: words.map((one) => lineBlock(one)) },
    ];
    expect(compare(box(["Said."]), box([]))[0]?.blocks.map(({ change }) => change)).toEqual(["removed"]);
    expect(compare(box(["Said."]), [])[0]?.isChanged).toBe(true);
  });
});
