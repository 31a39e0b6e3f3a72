import { measureOnThrowAway } from "@/bench/throw-away";
import { readAsked } from "@/lib/claims/table/address";
import { claimsCsv } from "@/lib/claims/table/export";
import { publishedTable } from "@/lib/claims/table/queries";
import { testEdition } from "@/lib/editions/test-edition";
import { testClaim, testEvidence, testSource, testStory } from "@/lib/editions/test-parts";
import { COMMAND_LINE } from "@/lib/policy";
import { doc, p } from "@/lib/rich-text/test-words";
import { insertPublished } from "@/prisma/test-published";

// How long the table of everything published takes over a year of large issues, 52 of 60 stories with 7 claims each and two
// editions an issue: `npx tsx bench/claims-table.ts`, on a throw-away database.

const ISSUES = 52;
const STORIES = 60;
const CLAIMS = 7;
const ROUNDS = 9;
const NAME = "plumbline_bench_claims";
const QUERIES = [
  "",
  "q=berths",
  "kind=forecast&sort=due",
  "speaker=corvia&sort=-words",
  "source=wire&state=verified",
];

function issueOf(number: number, edition: number) {
  const source = testSource(number, { publisher: "Harbour Wire" });
  const stories = Array.from({ length: STORIES }, (_, story) => {
    const claims = Array.from({ length: CLAIMS }, (_, at) => {
      const id = (number * STORIES + story) * CLAIMS + at;
      const words = `Claim ${id}: it expects ${id % 97} million berths a year by the end of 2027, and sells a fifth of them`;
      const isForecast = at % 3 === 0;
      return testClaim(id, words, {
        kind: isForecast ? "forecast" : "fact",
        speaker: at % 2 === 0 ? "Corvia" : null,
        due: isForecast
          ? { at: "2027-12-31", criteria: null, probability: null, outcome: "open", resolvedAt: null }
          : null,
        evidence: [testEvidence(source, `${words}. `.repeat(2))],
      });
    });
    return testStory(story + 1, {
      headline: `Story ${story}`,
      body: doc(p("It stands here. ".repeat(100))),
      claims,
    });
  });
  const sections = [{ title: "All", stories }];
  return testEdition({ number, edition, slug: `week-${number}`, sections, highlights: [], corrections: [] });
}

async function fill(): Promise<void> {
  for (let number = 1; number <= ISSUES; number += 1) {
    const issueId = await insertPublished(issueOf(number, 1));
    await insertPublished(issueOf(number, 2), issueId);
  }
}

/** The middle of several rounds, in milliseconds. */
async function median(rounds: number, work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now();
    await work();
    times.push(performance.now() - began);
  }
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0;
}

async function main(): Promise<void> {
  await fill();
  const table = (query: string) => publishedTable(COMMAND_LINE, readAsked(new URLSearchParams(query)));
  const first = await median(1, () => table(""));
  console.log(`after publishing  ${Math.round(first)} ms, read out of ${ISSUES * 2} editions`);
  for (const query of QUERIES) {
    const { rows, all } = await table(query);
    const time = await median(ROUNDS, () => table(query));
    console.log(`${query || "(everything)"}  ${Math.round(time)} ms, ${rows.length} of ${all} rows`);
  }
  const { rows } = await table("");
  console.log(`as CSV  ${Math.round(await median(3, async () => claimsCsv(rows)))} ms`);
}

await measureOnThrowAway(NAME, main);
