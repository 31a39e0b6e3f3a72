import { Node } from "@tiptap/pm/model";
import fc from "fast-check";
import { expect, test } from "vitest";
import { proseMirrorSchema, type RichText } from "@/lib/rich-text/document";
import { analysisMark, bold, claimMark, doc, heading, list, p, table } from "@/lib/rich-text/test-words";
import { suggestedIn } from "@/lib/suggestions/in-document";

const node = (document: RichText) => Node.fromJSON(proseMirrorSchema, document);
const BREAK = { type: "hardBreak" };

test("a sentence is found where it stands, whatever lies around and in it", () => {
  const document = node(
    doc(
      heading(3, "Orrin said so."),
      table(["Orrin said so."]),
      p("Rain."),
      p("Orrin ", bold("said"), " the mill is open.", BREAK, "That is an inference."),
      list("Castell said on Monday that prices will fall by the end of 2027."),
    ),
  );
  const found = suggestedIn(document);
  expect(found.map(({ kind, speaker, horizonAt }) => [kind, speaker, horizonAt])).toEqual([
    ["statement", "Orrin", null],
    ["analysis", null, null],
    ["forecast", "Castell", "2027-12-31"],
  ]);
  for (const { from, to, sentence } of found) expect(document.textBetween(from, to)).toBe(sentence);
});

test("what is marked gets none, and still says who speaks in what follows", () => {
  const said = "Castell said the mill is open.";
  const rest = " It said the price is fair.";
  const speakers = (document: RichText) => suggestedIn(node(document)).map(({ speaker }) => speaker);
  expect(speakers(doc(p(said, rest)))).toEqual(["Castell", "Castell"]);
  expect(speakers(doc(p(claimMark("a", said), rest)))).toEqual(["Castell"]);
  expect(speakers(doc(p(said, " It said the price ", analysisMark("b", "is"), " fair.")))).toEqual([
    "Castell",
  ]);
});

test("keys are unique, stay with what is typed behind, and positions hold any text", () => {
  const words = fc.array(
    fc.constantFrom(
      "Orrin said it rains.",
      "“It is so, and so it stays,” Ida said.",
      "It is an inference.",
      "\u200b",
      "😀.",
    ),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 4 }), (paragraphs) => {
      const texts = paragraphs.map((each) => each.join(" ")).filter(Boolean);
      const document = node(doc(...texts.map((text) => p(text))));
      const found = suggestedIn(document);
      expect(new Set(found.map(({ key }) => key)).size).toBe(found.length);
      for (const { from, to, sentence } of found) expect(document.textBetween(from, to)).toBe(sentence);
    }),
  );
});

test("a common noun is whom it refers back to, else it is asked who speaks; people without a name keep their words", () => {
  const speakers = (text: string, knownSpeakers: string[] = []) =>
    suggestedIn(node(doc(p(text))), { knownSpeakers }).map(({ speaker }) => speaker);
  const said = "The company said sales had doubled.";
  expect(speakers(said)).toEqual([null]);
  expect(speakers(`Halden Works opened a mill in May. ${said}`)).toEqual([null, "Halden Works"]);
  expect(speakers(`Halden opened a mill in May. ${said}`, ["Halden Works"])).toEqual([null, "Halden Works"]);
  expect(speakers("Analysts said sales had doubled.")).toEqual(["analysts"]);
});

test("the words that fired end where a word does", () => {
  const [found] = suggestedIn(node(doc(p("Halden opened a mill on 17 March."))));
  expect(found?.cue).toBe("17");
});
