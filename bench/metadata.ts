// npx tsx bench/metadata.ts: what lib/extraction finds on the sample pages, field by field, and what it finds wrong.
import { type Field, samplePages } from "@/bench/pages/samples";
import { extract } from "@/lib/extraction/extract";

const FIELDS: Field[] = [
  "title",
  "publisher",
  "byline",
  "publishedAt",
  "description",
  "sourceType",
  "language",
];

interface Wrong {
  name: string;
  field: Field;
  expected: string | null;
  found: string | null;
}

const samples = samplePages();
const wrong: Wrong[] = [];
const times: number[] = [];
for (const { name, page, expected } of samples) {
  const started = performance.now();
  const { metadata } = await extract(page);
  times.push(performance.now() - started);
  for (const field of FIELDS)
    if (metadata[field] !== expected[field])
      wrong.push({ name, field, expected: expected[field], found: metadata[field] });
}

const share = (right: number, all: number) => `${((100 * right) / all).toFixed(1)}%`;
console.log(`${"field".padEnd(14)}${"right".padStart(6)}${"expected".padStart(10)}${"share".padStart(9)}`);
for (const field of FIELDS) {
  const right = samples.length - wrong.filter((each) => each.field === field).length;
  console.log(
    `${field.padEnd(14)}${String(right).padStart(6)}${String(samples.length).padStart(10)}${share(right, samples.length).padStart(9)}`,
  );
}
const all = samples.length * FIELDS.length;
console.log(
  `${"all".padEnd(14)}${String(all - wrong.length).padStart(6)}${String(all).padStart(10)}${share(all - wrong.length, all).padStart(9)}\n`,
);
for (const { name, field, expected, found } of wrong)
  console.log(
    `${name}: ${field}\n  expected ${JSON.stringify(expected)}\n  found    ${JSON.stringify(found)}`,
  );
times.sort((a, b) => a - b);
console.log(
  `\nA page, its thread included: median ${(times[Math.floor(times.length / 2)] ?? 0).toFixed(0)} ms`,
);
