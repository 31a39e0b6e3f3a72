import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RichText, RichTextNode } from "@/lib/rich-text/document";
import { documentMerge, mergeDocuments } from "@/lib/rich-text/merge";
import { plainText } from "@/lib/rich-text/plain-text";
import { claimMark, doc, list, p, table } from "@/lib/rich-text/test-words";

const base = doc(p("one"), p("two"), p("three"));
const lines = (document: RichText) => plainText(document).split("\n\n");

describe("two documents made from one", () => {
  it("merge where they differ in different blocks, neighbours included", () => {
    const mine = doc(p("one mine"), p("two"), p("three"));
    const theirs = doc(p("one"), p("two theirs"), p("three"), p("four"));
    const { value, base: again, conflicts } = mergeDocuments(base, mine, theirs);
    expect(lines(value)).toEqual(["one mine", "two theirs", "three", "four"]);
    expect(again).toEqual(theirs);
    expect(conflicts).toEqual([]);
  });

  it("take new blocks of both at one place, theirs first", () => {
    const mine = doc(p("one"), p("mine"), p("two"), p("three"));
    const theirs = doc(p("one"), p("theirs"), p("two"), p("three"));
    expect(lines(mergeDocuments(base, mine, theirs).value)).toEqual([
      "one",
      "theirs",
      "mine",
      "two",
      "three",
    ]);
  });

  it("conflict in the block that both changed, or one changed and the other removed", () => {
    const mine = doc(p("one"), p("two mine"), p("three mine"));
    const theirs = doc(p("zero"), p("one"), p("two theirs"));
    const { value, base: again, conflicts } = mergeDocuments(base, mine, theirs);
    expect(lines(value)).toEqual(["zero", "one", "two mine", "three mine"]);
    expect(lines(again)).toEqual(["zero", "one", "two", "three"]);
    expect(conflicts).toHaveLength(1);
    expect(conflicts.map(({ mine, theirs }) => [lines(mine), lines(theirs)])).toEqual([
      [["two mine", "three mine"], ["two theirs"]],
    ]);
    expect(mergeDocuments(again, value, theirs)).toMatchObject({ value, base: again, conflicts });
  });

  it("do not conflict with what a lost save of ours brought", () => {
    const sent = doc(p("one mine"), p("two"), p("three"));
    const mine = doc(p("one mine, longer"), p("two"), p("three"));
    const theirs = doc(p("one mine"), p("two"), p("three theirs"));
    const { value, conflicts } = mergeDocuments(base, mine, theirs, [sent]);
    expect(conflicts).toEqual([]);
    expect(lines(value)).toEqual(["one mine, longer", "two", "three theirs"]);
  });

  it("merge items of one list and rows of one table", () => {
    const start = doc(list("a", "b"), table(["h", "i"], ["1", "2"], ["3", "4"]));
    const mine = doc(list("a mine", "b"), table(["h", "i"], ["1", "2 mine"], ["3", "4"]));
    const theirs = doc(list("a", "b theirs", "c"), table(["h", "i"], ["1", "2"], ["3 theirs", "4"]));
    const { value, conflicts } = mergeDocuments(start, mine, theirs);
    expect(conflicts).toEqual([]);
    expect(value).toEqual(
      doc(list("a mine", "b theirs", "c"), table(["h", "i"], ["1", "2 mine"], ["3 theirs", "4"])),
    );
  });

  it("do not join rows of tables that have different columns", () => {
    const start = doc(table(["h", "i"], ["1", "2"]));
    const mine = doc(table(["h", "i"], ["1", "2 mine"]));
    const theirs = doc(table(["h", "i", "j"], ["1", "2", "3"]));
    expect(mergeDocuments(start, mine, theirs).conflicts).toHaveLength(1);
  });
});

describe("a conflict that is decided", () => {
  const mine = doc(p("one"), p("two mine"), p("three mine"));
  const theirs = doc(p("one"), p("two theirs"), p("three theirs"));
  const decide = (choice: "mine" | "theirs" | "both") => {
    const first = mergeDocuments(base, mine, theirs);
    const next = documentMerge.decide(first.base, first.value, theirs, first.conflicts[0]?.id ?? "", choice);
    return { next, left: mergeDocuments(next.base, next.mine, theirs) };
  };

  it("leaves the others, and what was chosen stands", () => {
    for (const [choice, middle] of [
      ["mine", ["two mine"]],
      ["theirs", ["two theirs"]],
      ["both", ["two theirs", "two mine"]],
    ] as const) {
      const { left } = decide(choice);
      expect(left.conflicts).toHaveLength(1);
      expect(lines(left.value)).toEqual(["one", ...middle, "three mine"]);
      const id = left.conflicts[0]?.id ?? "";
      const last = documentMerge.decide(left.base, left.value, theirs, id, choice);
      expect(last.base).toEqual(theirs);
      expect(mergeDocuments(last.base, last.mine, theirs).conflicts).toEqual([]);
    }
  });

  it("anchors a claim once where both versions stay", () => {
    const start = doc(p(claimMark("c1", "said")));
    const [a, b] = [doc(p(claimMark("c1", "said"), " mine")), doc(p(claimMark("c1", "said"), " theirs"))];
    const { base: again, value, conflicts } = mergeDocuments(start, a, b);
    const both = documentMerge.decide(again, value, b, conflicts[0]?.id ?? "", "both");
    expect(both.mine).toEqual(doc(p(claimMark("c1", "said"), " theirs"), p("said", " mine")));
  });
});

// Words are numbers that are never used twice, so that a word says who wrote it and where it went.
const blocks = fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 8 });
const edits = fc.array(
  fc.record({
    at: fc.nat(20),
    deed: fc.constantFrom("write", "insert", "remove", "split", "move", "join"),
    to: fc.nat(20),
  }),
  { maxLength: 6 },
);
type Edit = { at: number; deed: string; to: number };

function edited(start: string[][], deeds: Edit[], side: string): string[][] {
  let text = start.map((words) => [...words]);
  let count = 0;
  for (const { at, deed, to } of deeds) {
    count += 1;
    const word = `${side}${count}`;
    const index = at % Math.max(1, text.length);
    const here = text[index] ?? [];
    if (deed === "insert" || text.length === 0) text = text.toSpliced(index, 0, [word]);
    else if (deed === "write") text = text.with(index, here.toSpliced(to % (here.length + 1), 0, word));
    else if (deed === "remove") text = text.toSpliced(index, 1);
    else if (deed === "split") text = text.toSpliced(index, 1, here.slice(0, 1), [...here.slice(1), word]);
    else if (deed === "join") text = text.toSpliced(index, 2, [...here, ...(text[index + 1] ?? [])]);
    else text = text.toSpliced(index, 1).toSpliced(to % text.length, 0, here);
  }
  return text;
}

const asDocument = (text: string[][]) =>
  doc(...text.map((words): RichTextNode => (words.length > 0 ? p(words.join(" ")) : { type: "paragraph" })));
const wordsOf = (...documents: RichText[]) =>
  new Set(documents.flatMap((document) => plainText(document).match(/\w+/g) ?? []));

describe("whatever two people do to one document", () => {
  const property = (check: (base: RichText, mine: RichText, theirs: RichText) => void) =>
    fc.assert(
      fc.property(blocks, edits, edits, (sizes, ours, others) => {
        let word = 0;
        const start = sizes.map((size) => Array.from({ length: size }, () => `b${++word}`));
        check(
          asDocument(start),
          asDocument(edited(start, ours, "m")),
          asDocument(edited(start, others, "t")),
        );
      }),
      { numRuns: 1_500 },
    );

  it("every word that the other did not delete is in the merged text or in a conflict", () => {
    property((start, mine, theirs) => {
      const { value, conflicts } = mergeDocuments(start, mine, theirs);
      const shown = wordsOf(value, ...conflicts.flatMap((one) => [one.mine, one.theirs]));
      const [inBase, inMine, inTheirs] = [wordsOf(start), wordsOf(mine), wordsOf(theirs)];
      for (const word of inMine) if (!inBase.has(word) || inTheirs.has(word)) expect(shown).toContain(word);
      for (const word of inTheirs) if (!inBase.has(word) || inMine.has(word)) expect(shown).toContain(word);
    });
  });

  it("merging again from its result finds the same conflicts, and deciding each leaves none", () => {
    property((start, mine, theirs) => {
      let { value, base: again, conflicts } = mergeDocuments(start, mine, theirs);
      let turns = 0;
      while (conflicts[0]) {
        const choice = (["mine", "theirs", "both"] as const)[turns % 3] ?? "both";
        const next = documentMerge.decide(again, value, theirs, conflicts[0].id, choice);
        ({ value, base: again, conflicts } = mergeDocuments(next.base, next.mine, theirs));
        turns += 1;
        expect(turns).toBeLessThan(30);
      }
      expect(again).toEqual(theirs);
    });
  });

  it("the order of the two decides only who is called mine", () => {
    property((start, mine, theirs) => {
      const [one, two] = [mergeDocuments(start, mine, theirs), mergeDocuments(start, theirs, mine)];
      expect(one.conflicts.length).toBe(two.conflicts.length);
    });
  });
});
