import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { type Field, samplePages } from "@/bench/pages/samples";
import { EXTRACTOR_VERSION } from "@/lib/extraction/extract";
import { readPage } from "@/lib/extraction/read-page";

/** How many of the sample pages may be read wrong in a field; `npx tsx bench/metadata.ts` names them. */
const MOST_WRONG: Record<Field, number> = {
  title: 1,
  publisher: 1,
  byline: 3,
  publishedAt: 1,
  description: 0,
  sourceType: 0,
  language: 0,
};

const samples = samplePages();
const read = await Promise.all(
  samples.map(async (sample) => ({ sample, result: await readPage(sample.page) })),
);

test.each(Object.keys(MOST_WRONG) as Field[])("%s is found on the sample pages", (field) => {
  const wrong = read.filter(({ sample, result }) => result.metadata[field] !== sample.expected[field]);
  const names = wrong.map(({ sample }) => sample.name);
  expect(names.length, names.join(", ")).toBeLessThanOrEqual(MOST_WRONG[field]);
});

test("every field that is found says by which rule", () => {
  for (const { result } of read) {
    const { from, ...fields } = result.metadata;
    const known = Object.entries(fields).flatMap(([field, value]) => (value === null ? [] : [field]));
    expect(Object.keys(from).sort()).toEqual(known.sort());
  }
});

test("the text of no sample page changes without a new version of the extractor", () => {
  const texts = read.map(({ sample, result }) => [
    sample.name,
    result.outcome === "text" ? createHash("sha256").update(result.text).digest("hex").slice(0, 16) : null,
  ]);
  expect(Object.fromEntries(texts)).toMatchSnapshot(`version ${EXTRACTOR_VERSION}`);
});

test("the article is there whole, without what stands around it", () => {
  const text = (name: string) => {
    const result = read.find(({ sample }) => sample.name === name)?.result;
    return result?.outcome === "text" ? result.text : "";
  };
  expect(text("og-only").split("\n\n")[0]).toBe("Ferry operators ask for a second berth at Low Point");
  expect(text("og-only")).toContain(
    "The berth at Low Point in January. Photo: Ivo Lund\n\nWhat comes next\n\n",
  );
  expect(text("og-only")).not.toMatch(/Dredging starts|harbourlad|Weather/);
  expect(text("json-ld-news")).toContain(
    "Curtailed energy\n\nMonth\tGWh\nJanuary\t112\nFebruary\t431\n\nThe decision",
  );
  expect(text("json-ld-news")).not.toMatch(/812 partners/);
  expect(text("forum")).toMatch(/Check the coupling[\s\S]*That was it, thank you[\s\S]*page 31\./);
  expect(text("unclosed")).toMatch(
    /Find the moon\nFind the chart\nWait\n\nSprings\t4\.2 m\nNeaps\t1\.9 m\n\nMore in part two$/,
  );
});
