import { type DemoStory, fact } from "@/prisma/demo/content";
import { analysis, body, claim, em, list, p } from "@/prisma/demo/notation";

export const marks: DemoStory = {
  key: "house-marks",
  headline: "The marks — what the shape beside a sentence says",
  author: "editor",
  state: "approved",
  sources: [],
  body: body(
    p`A digest is made of sentences of very different strength, and print sets them all in the same black. ${claim(
      "house-kinds",
      "Plumbline sorts what it asserts into five kinds of claim and keeps the editors’ own reasoning apart as a sixth",
    )}. Each has a word and, except for the plainest, a shape:`,
    list(
      p`${em("Fact")}, without a shape: we say so ourselves.`,
      p`◆ ${em("Statement")}: somebody says so, and is named; the words are ours.`,
      p`❝ ${em("Quotation")}: somebody says so, and the words are theirs.`,
      p`◇ ${em("Forecast")}: somebody expects it; there is a day on which it falls due.`,
      p`▷ ${em("Commitment")}: somebody has undertaken to do it.`,
      p`✎ ${em("Analysis")}: nobody said so; it is what we make of it.`,
    ),
    p`${claim(
      "house-words",
      "The word is always there beside the shape, and colour is never the only sign",
    )}. ${analysis(
      "house-print",
      "So a page printed in grey, or read aloud by a machine, loses nothing that it was meant to say",
    )}.`,
  ),
  why: {
    words: body(
      p`Readers do not mind being told what an editor thinks. They mind finding out later that this is what they were
      told. A box like this one is the place where we think aloud, and it is marked so that you can skip it.`,
    ),
    analysis: {
      restsOn: ["house-kinds"],
      counterargument: "Marks can also lend a weak sentence an air of method. Open them, and judge.",
    },
  },
  claims: { "house-kinds": fact(), "house-words": fact() },
  analyses: { "house-print": { restsOn: ["house-words"] } },
};
