import { expect, test } from "vitest";
import { figuresIn } from "@/lib/preflight/figures";
import { aDraft, aStory, said, saidOf, told } from "@/lib/preflight/test-draft";
import { doc, p, table } from "@/lib/rich-text/test-words";

test("figures: scales, currencies, shares; no versions, no parts of names", () => {
  const read = (text: string) => figuresIn(text).map(({ value, unit }) => [value, unit]);
  expect(read("$1.5 trillion, 256k tokens, 30,000 people, 12 per cent, 4.5%")).toEqual([
    [1.5e12, "$"],
    [256_000, ""],
    [30_000, ""],
    [12, "%"],
    [4.5, "%"],
  ]);
  expect(read("GPT-5.4, R2D2, 3.0.1, N1.7, 1st, MAI-Image-2")).toEqual([]);
});

const prices = table(
  ["Model", "Input (1M tokens)", "Output (1M tokens)", "Strength"],
  ["Halyard 3 mini", "$0.75", "$4.50", "Cheap"],
  ["Halyard 3 nano", "$0.20", "$1.25", "Cheaper"],
);
const against = (...texts: string[]) =>
  saidOf("figure-unlike-table", aStory({ body: doc(...texts.map((text) => p(text)), prices) }));

test("figure-unlike-table: where row, column and unit are beyond doubt", () => {
  const right = "Orrin says Halyard 3 mini charges $0.75 per 1M input tokens, $4.50 per 1M output tokens.";
  expect(against(right)).toEqual([]);
  expect(against(right.replace("4.50", "4.05"))).toEqual([
    "Story 1 says $4.05 of Halyard 3 mini where its table says $4.50 (“Output (1M tokens)”).",
  ]);
  expect(against("For Halyard 3 nano the input price is $0.25, the output price $1.25.")).toHaveLength(1);
  expect(against("Halyard‑3 mini is new. Its input price is $0.57.")).toHaveLength(1);
});

test("figure-unlike-table: nothing where any of them is in doubt", () => {
  // Both rows; no column's word; another unit; a figure of something else.
  expect(against("Halyard 3 mini and Halyard 3 nano cost $9 per 1M input tokens.")).toEqual([]);
  expect(against("Halyard 3 mini costs $9.")).toEqual([]);
  expect(against("Halyard 3 mini takes 400k input tokens.")).toEqual([]);
  expect(against("Orrin raised $9 million from investors who put input first.")).toEqual([]);
});

const elsewhere = (here: string, there: string) =>
  said("figure-unlike-elsewhere", aDraft({ introduction: doc(p(here)), stories: [told(there)] }));

test("figure-unlike-elsewhere: one subject, one figure, the same thing counted", () => {
  expect(
    elsewhere(
      "Castell is training 30,000 professionals on it.",
      "The news: Castell is training 3,000 professionals.",
    ),
  ).toEqual([]);
  expect(
    elsewhere(
      "Castell trains 30,000 shipping professionals.",
      "In short: Castell trains 3,000 shipping professionals.",
    ),
  ).toHaveLength(1);
  expect(
    elsewhere(
      "Castell commits $100 million to its partner network.",
      "Castell is committing $10 million to a partner network.",
    ),
  ).toHaveLength(1);
});

test("figure-unlike-elsewhere: nothing where both may be true", () => {
  const one = "Castell trains 30,000 shipping professionals.";
  for (const other of [
    one,
    "Orrin trains 3,000 shipping professionals.",
    "Castell trained 3,000 shipping professionals last year.",
    "Castell trains 3,000 more shipping professionals.",
    "Castell trains 3,000 sailing instructors.",
    "Castell fired 3,000 people.",
    "Castell says “we train 3,000 shipping professionals”.",
  ]) {
    expect(elsewhere(one, other), other).toEqual([]);
  }
});
