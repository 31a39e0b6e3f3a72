import { blocksOf } from "@/lib/revisions/blocks";
import { compare } from "@/lib/revisions/compare";
import type { RichText } from "@/lib/rich-text/document";

// How long it takes to compare two versions of a story of 5,000 words. `tsx bench/compare.ts`

const WORDS = 5_000;
const RUNS = 20;

/** Numbers that look random and are the same on every run. */
function* numbers(seed: number): Generator<number> {
  let state = seed;
  for (;;) {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    yield state / 4_294_967_296;
  }
}

function words(seed: number, count: number): string[] {
  const random = numbers(seed);
  return Array.from({ length: count }, () => `w${Math.floor((random.next().value ?? 0) ** 2 * 3_000)}`);
}

function story(all: string[], perParagraph: number): RichText {
  const content = [];
  for (let at = 0; at < all.length; at += perParagraph) {
    const text = `${all.slice(at, at + perParagraph).join(" ")}.`;
    content.push({ type: "paragraph", content: [{ type: "text", text }] });
  }
  return { type: "doc", content };
}

const written = words(1, WORDS);
const every = (step: number) => written.map((word, index) => (index % step === 0 ? `${word}x` : word));
const CASES: [string, RichText, RichText][] = [
  ["every 10th word changed, 80 words a paragraph", story(written, 80), story(every(10), 80)],
  ["every 10th word changed, one paragraph", story(written, WORDS), story(every(10), WORDS)],
  ["another text altogether", story(written, 80), story(words(2, WORDS), 80)],
  ["another text altogether, one paragraph", story(written, WORDS), story(words(2, WORDS), WORDS)],
  ["paragraphs cut elsewhere", story(written, 80), story(written, 95)],
];

for (const [name, before, after] of CASES) {
  const times = Array.from({ length: RUNS }, () => {
    const began = performance.now();
    const part = (document: RichText) => [{ name: "body", label: "Text", blocks: blocksOf(document) }];
    compare(part(before), part(after));
    return performance.now() - began;
  }).sort((a, b) => a - b);
  const [median, worst] = [times[RUNS / 2] ?? 0, times.at(-1) ?? 0];
  console.info(`${name}: median ${median.toFixed(0)} ms, worst ${worst.toFixed(0)} ms`);
}
