import { compareTexts } from "@/lib/snapshots/compare";

// How long it takes to compare two texts of 500,000 characters, the most a page's text has. `tsx bench/compare-snapshots.ts`

const LENGTH = 500_000;
const RUNS = 5;

let state = 7;
const below = (limit: number) => {
  state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
  return Math.floor((state / 4_294_967_296) * limit);
};

/** Paragraphs of so many words, until the text is long enough. */
function text(wordsInParagraph: number): string[] {
  const paragraphs: string[] = [];
  for (let length = 0; length < LENGTH; length += wordsInParagraph * 6)
    paragraphs.push(Array.from({ length: wordsInParagraph }, () => `w${below(3_000)}`).join(" "));
  return paragraphs;
}

const long = text(80);
const every = (step: number, paragraphs = long) =>
  paragraphs.map((paragraph, place) =>
    place % step === 0 ? paragraph.replace(/w\d+/u, "other") : paragraph,
  );
const lines = text(8);
const one = text(LENGTH / 6);

const CASES: [string, string[], string[]][] = [
  ["the same", long, long],
  ["one paragraph in twenty changed", long, every(20)],
  ["every paragraph changed by a word", long, every(1)],
  ["every short line changed by a word", lines, every(1, lines)],
  ["one line in two changed", lines, every(2, lines)],
  ["turned round", long, long.toReversed()],
  ["short lines turned round", lines, lines.toReversed()],
  ["another text altogether", long, text(80)],
  ["another text altogether, short lines", lines, text(8)],
  ["another text altogether, one paragraph", one, text(LENGTH / 6)],
];

for (const [name, before, after] of CASES) {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const began = performance.now();
    compareTexts(before.join("\n"), after.join("\n"));
    times.push(performance.now() - began);
  }
  times.sort((a, b) => a - b);
  console.log(`${Math.round(times[RUNS >> 1] ?? 0)} ms`.padStart(9), name);
}
