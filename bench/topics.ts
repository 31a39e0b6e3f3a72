import { measureOnThrowAway } from "@/bench/throw-away";
import { raise, TAGS } from "@/lib/cache";
import { db } from "@/lib/db";
import { testEdition } from "@/lib/editions/test-edition";
import { testClaim, testEvidence, testSource, testStory } from "@/lib/editions/test-parts";
import { listTopics, readTopic } from "@/lib/entities/public";
import { listEntities } from "@/lib/entities/queries";
import { COMMAND_LINE } from "@/lib/policy";
import { doc, p } from "@/lib/rich-text/test-words";
import { makeEntity } from "@/prisma/factories";
import { insertPublished } from "@/prisma/test-published";

// How long the pages about topics take when ten years are published: 520 issues of 15 stories of about 500 words with 6 claims
// each, by 600 entities: `npx tsx bench/topics.ts`, on a throw-away database.

const ISSUES = 520;
const STORIES = 15;
const CLAIMS = 6;
const ENTITIES = 600;
const ROUNDS = 7;
const NAME = "plumbline_bench_topics";

let seed = 7;
const random = (below: number) => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return seed % below;
};
/** Few speak often and many seldom. */
const nameOf = (n: number) => `Corvia${n % 300} ${n < 300 ? "Rail" : "Labs"}`;
const someone = () => nameOf(random(random(ENTITIES) + 1));
const word = () => (random(60) === 0 ? someone() : `word${random(5_000)}`);
const sentence = (length: number) => Array.from({ length }, word).join(" ");

function story(number: number, anchor: string) {
  const claims = Array.from({ length: CLAIMS }, (_, index) =>
    testClaim(number * 100 + index, sentence(15), {
      kind: "statement",
      speaker: someone(),
      evidence: [testEvidence(testSource(random(3_000)), sentence(12))],
    }),
  );
  const body = doc(...Array.from({ length: 8 }, () => p(sentence(60))));
  return { ...testStory(number, { headline: sentence(8), body, claims }), anchor };
}

async function fill(): Promise<void> {
  for (let n = 0; n < ENTITIES; n += 1) await makeEntity(db(), { name: nameOf(n), kind: "organisation" });
  for (let n = 1; n <= ISSUES; n += 1) {
    const stories = Array.from({ length: STORIES }, (_, index) =>
      story(index + 1, `s-${String(n * 100 + index).padStart(10, "0")}`),
    );
    const sections = [{ title: "All", stories }];
    await insertPublished(
      testEdition({ number: n, slug: `issue-${n}`, edition: 1, sections, highlights: [], corrections: [] }),
    );
  }
  await db().$executeRaw`ANALYZE`;
}

async function measure(name: string, before: () => Promise<unknown>, run: () => Promise<unknown>) {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await before();
    const started = performance.now();
    await run();
    times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  const [median = 0, worst = 0] = [times[Math.floor(times.length / 2)], times.at(-1)];
  console.log(`${name.padEnd(56)}${median.toFixed(0).padStart(9)}${worst.toFixed(0).padStart(9)}`);
}

async function main(): Promise<void> {
  await fill();
  const changed = () => raise(db(), [TAGS.entities]);
  const nothing = async () => undefined;
  console.log(
    `${`${ISSUES} issues, ${ENTITIES} entities`.padEnd(56)}${"median".padStart(9)}${"worst ms".padStart(9)}`,
  );
  await measure("all topics, first reading after a change", changed, listTopics);
  await measure("all topics, kept", nothing, listTopics);
  const [most] = (await listTopics()).toSorted((a, b) => b.stories - a.stories);
  await measure(`the topic of ${most?.stories} stories and ${most?.claims} claims`, nothing, () =>
    readTopic(most?.slug ?? ""),
  );
  await measure("a topic of few", nothing, () => readTopic("corvia299-labs"));
  await measure("the desk's list", nothing, () => listEntities(COMMAND_LINE));
}

await measureOnThrowAway(NAME, main);
