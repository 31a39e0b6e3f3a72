import { expect, test } from "vitest";
import { aDraft, aSource, said, told } from "@/lib/preflight/test-draft";

const of = (...texts: string[]) => said("name-spelt-two-ways", aDraft({ stories: [told(...texts)] }));

test("capitals, accents, hyphens, a space", () => {
  expect(of("We met Orrin and ORRIN.", "Again Orrin came.")).toEqual([
    "One name is spelt two ways: “Orrin” (story 1) and “ORRIN” (story 1).",
  ]);
  for (const pair of [
    ["the people of Néville", "the people of Neville"],
    ["with GPT-5.4 now", "with GPT5.4 now"],
    ["with OpenMast now", "with Open Mast now"],
    ["with GitMast now", "with Gitmast now"],
  ]) {
    expect(of(...pair), pair.join(" / ")).toHaveLength(1);
  }
});

test("not what only begins a sentence, common words, typographic hyphens, others' words or sources", () => {
  for (const texts of [
    ["Sail is up. We sail.", "The sail."],
    ["GPT‑5.4 and GPT-5.4 are one."],
    ["Orrin’s boat and Orrin."],
    ["We met Orrin. It said “ORRIN IS HERE”."],
    ["STEM is a word for it, and IT is another.", "It stems from him."],
    ["The Open Mast and the open mast."],
  ]) {
    expect(of(...texts), texts.join(" / ")).toEqual([]);
  }
  const stories = [{ ...told("We met Orrin."), sources: [aSource({ publisher: "ORRIN Blog" })] }];
  expect(said("name-spelt-two-ways", aDraft({ stories }))).toEqual([]);
});
