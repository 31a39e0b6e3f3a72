import { measureOnThrowAway } from "@/bench/throw-away";
import { db } from "@/lib/db";
import { COMMAND_LINE } from "@/lib/policy";
import { richTextColumn } from "@/lib/rich-text/column";
import { EMPTY } from "@/lib/rich-text/document";
import { lookUp, search } from "@/lib/search/queries";
import { newAnchor } from "@/lib/stories/anchor";
import { paragraphs } from "@/prisma/factories";

// How long the desk's search takes over 5,000 stories of about 400 words, 2,500 sources and 5,000 comments:
// `npx tsx bench/search.ts`, on a throw-away database.

const STORIES = 5_000;
const ROUNDS = 15;
const NAME = "plumbline_bench_search";
const QUERIES = [
  "k",
  "berth",
  "berth fee",
  "tonnage zyx",
  "word12",
  "zyxw",
  "rare4711",
  "https://port.example/fees/17",
  "小米",
  "%",
  "no such thing at all",
];

let seed = 7;
const random = (below: number) => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return seed % below;
};
const COMMON = ["berth", "fee", "tonnage", "harbour", "kilowatt", "model", "price", "the", "of", "and"];
/** Few words often and many seldom, as in a language. */
const word = () =>
  random(3) === 0 ? (COMMON[random(COMMON.length)] ?? "") : `word${random(random(20_000) + 1)}`;
const sentence = (length: number) => Array.from({ length }, word).join(" ");

async function fill(): Promise<void> {
  const { id: issueId } = await db().issue.create({
    data: {
      title: "Bench",
      slug: "bench",
      introduction: richTextColumn(EMPTY),
      closing: richTextColumn(EMPTY),
    },
  });
  const section = await db().section.create({ data: { issueId, title: "All", position: 1 } });
  for (let from = 0; from < STORIES; from += 500) {
    const data = Array.from({ length: 500 }, (_, n) => ({
      anchor: newAnchor(),
      headline: `${sentence(7)} rare${from + n}`,
      body: richTextColumn(
        paragraphs(
          ...Array.from({ length: 8 }, () => sentence(45)),
          (from + n) % 97 === 0 ? "小米发布了" : "end",
        ),
      ),
      whyItMatters: richTextColumn(paragraphs(sentence(40))),
      sectionId: section.id,
      position: from + n + 1,
    }));
    const made = await db().story.createManyAndReturn({ data, select: { id: true } });
    const threads = await db().thread.createManyAndReturn({
      data: made.map(({ id }) => ({ storyId: id, kind: "comment" as const })),
      select: { id: true },
    });
    await db().comment.createMany({ data: threads.map(({ id }) => ({ threadId: id, text: sentence(20) })) });
    await db().source.createMany({
      data: made.slice(0, 250).map((_, n) => ({
        title: sentence(6),
        publisher: "Bulletin",
        url: `https://port.example/fees/${from + n}`,
      })),
    });
  }
  await db().$executeRaw`ANALYZE`;
}

async function measure(name: string, run: () => Promise<unknown[]>): Promise<void> {
  const times: number[] = [];
  let found = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const started = performance.now();
    found = (await run()).length;
    times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) =>
    (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(1);
  console.log(`${name.padEnd(44)}${String(found).padStart(6)}${at(0.5).padStart(9)}${at(0.95).padStart(9)}`);
}

async function main(): Promise<void> {
  const started = performance.now();
  await fill();
  console.log(`${STORIES} stories written in ${((performance.now() - started) / 1000).toFixed(0)} s\n`);
  console.log(`${"query".padEnd(44)}${"shown".padStart(6)}${"median".padStart(9)}${"p95 ms".padStart(9)}`);
  for (const query of QUERIES)
    await measure(`search  ${query}`, async () => (await search(COMMAND_LINE, { query })).hits);
  for (const query of ["", ...QUERIES.slice(0, 3)])
    await measure(`look up ${query || "(nothing typed)"}`, () => lookUp(COMMAND_LINE, { query }));
}

await measureOnThrowAway(NAME, main);
