// npx tsx bench/desk.ts [--json] [--quick]: an issue of 60 stories and 30,000 words on the desk, measured in a real browser. It serves the
// built app on a throw-away database, or measures the one that PLUMBLINE_URL and DATABASE_URL name.
import { loadavg } from "node:os";
import type { BrowserContext } from "@playwright/test";
import { openApp, openBrowser, signIn } from "@/bench/desk/app";
import { type Figure, measureAndLeave, median, quantile } from "@/bench/desk/figures";
import { makeLongIssue } from "@/bench/desk/issue";
import { dragOverAll, framesOfEmptyPage, heapInUse, moveByKeys, watchMoves } from "@/bench/desk/moving";
import { type Opening, openIssue, TITLE, textOf } from "@/bench/desk/opening";
import { typeKeys } from "@/bench/desk/typing";
import { Failure } from "../scripts/failure.ts";
import { prepareLeaving } from "../scripts/leaving.ts";

const quick = process.argv.includes("--quick");
const OPENINGS = quick ? 1 : 5;
const KEYS = quick ? 30 : 200;
const MOVES = quick ? 6 : 30;
const DRAGS = quick ? 3 : 7;
/** A frame at 60 in a second, in milliseconds. */
const FRAME = 1000 / 60;

const asJson = process.argv.includes("--json");
const leaving = prepareLeaving();
const say = (words: string) => process.stderr.write(`${words} …\n`);

async function main(): Promise<Figure[]> {
  const app = await openApp(leaving, say);
  const issue = await makeLongIssue(app.database);
  const browser = await openBrowser(leaving, say);
  const context = await signIn(browser, app);
  const address = `/desk/issues/${issue.id}`;
  const middle = issue.storyIds[29];
  if (!middle) throw new Failure("The issue has no story in its middle.");
  // The first opening after a start also loads the server's own code.
  await (await openIssue(context, address, TITLE)).page.close();
  say(`opening it ${OPENINGS} times at its front and ${OPENINGS} times in its middle`);
  const front = await openMany(context, address, TITLE);
  const inMiddle = await openMany(context, `${address}?part=story:${middle}`, textOf(middle));
  const { page } = await openIssue(context, `${address}?part=story:${middle}`, textOf(middle));
  say(`typing ${KEYS} keys`);
  const keys = await typeKeys(page, textOf(middle), KEYS);
  say(`moving a story ${MOVES} times, and dragging one over the whole list and back ${DRAGS} times`);
  await watchMoves(page);
  const moves = await moveByKeys(page, MOVES);
  const drags: Awaited<ReturnType<typeof dragOverAll>>[] = [];
  const empty: number[] = [];
  for (let time = 0; time < DRAGS; time += 1) {
    // In turn, so that what else the machine does falls on both alike.
    empty.push(...(await framesOfEmptyPage(context)));
    await page.bringToFront();
    drags.push(await dragOverAll(page));
  }
  const heap = await heapInUse(page);
  return [
    { name: "Stories", value: issue.storyIds.length, unit: "stories", target: null },
    { name: "Claims", value: issue.claims, unit: "claims", target: null },
    { name: "Words", value: issue.words, unit: "words", target: null },
    ...opened("at its front", front),
    ...opened("in its middle", inMiddle),
    { name: "Key to frame, median", value: median(keys), unit: "ms", target: 50 },
    { name: "Key to frame, p95", value: quantile(keys, 0.95), unit: "ms", target: 100 },
    { name: "Key to frame, longest", value: Math.max(...keys), unit: "ms", target: null },
    { name: "Move by key settles, median", value: median(moves), unit: "ms", target: null },
    { name: "Move by key settles, p95", value: quantile(moves, 0.95), unit: "ms", target: 100 },
    ...dropped(
      "the first story at the end",
      drags.map(({ settled }) => settled[0] ?? Number.NaN),
    ),
    ...dropped(
      "the last story at the top",
      drags.map(({ settled }) => settled[1] ?? Number.NaN),
    ),
    ...framesOf(drags.flatMap(({ frames }) => frames)),
    { name: "An empty page beside it: frames a second", value: perSecond(empty), unit: "fps", target: null },
    { name: "JavaScript heap", value: heap, unit: "MB", target: null },
    { name: "Load of the machine at the end", value: loadavg()[0] ?? Number.NaN, unit: "", target: null },
  ];
}

async function openMany(context: BrowserContext, address: string, field: string): Promise<Opening[]> {
  const openings: Opening[] = [];
  for (let time = 0; time < OPENINGS; time += 1) {
    const { page, opening } = await openIssue(context, address, field);
    openings.push(opening);
    await page.close();
  }
  return openings;
}

function opened(where: string, openings: Opening[]): Figure[] {
  const of = (name: string, read: (opening: Opening) => number): Figure => ({
    name: `Opens ${where}: ${name}`,
    value: median(openings.map(read)),
    unit: "ms",
    target: null,
  });
  const ready = openings.map((opening) => opening.ready);
  return [
    of("first byte", (opening) => opening.response),
    of("last byte", (opening) => opening.received),
    of("parsed", (opening) => opening.parsed),
    { ...of("can be typed in", (opening) => opening.ready), target: 2000 },
    { name: `Opens ${where}: slowest`, value: Math.max(...ready), unit: "ms", target: null },
    of("longest task", (opening) => Math.max(0, ...opening.longTasks)),
  ];
}

function dropped(what: string, settled: number[]): Figure[] {
  return [
    { name: `Drop of ${what} settles, median`, value: median(settled), unit: "ms", target: 100 },
    { name: `Drop of ${what} settles, slowest`, value: Math.max(...settled), unit: "ms", target: null },
  ];
}

const perSecond = (frames: number[]) =>
  (frames.length * 1000) / frames.reduce((sum, delta) => sum + delta, 0);

function framesOf(frames: number[]): Figure[] {
  const dropped = frames.reduce((sum, delta) => sum + Math.max(0, Math.round(delta / FRAME) - 1), 0);
  return [
    {
      name: "Dragging: frames a second",
      value: perSecond(frames),
      unit: "fps",
      target: 58,
      atLeast: true,
    },
    { name: "Dragging: frame, median", value: median(frames), unit: "ms", target: null },
    { name: "Dragging: frame, p95", value: quantile(frames, 0.95), unit: "ms", target: null },
    { name: "Dragging: frames shown", value: frames.length, unit: "frames", target: null },
    { name: "Dragging: frames dropped", value: dropped, unit: "frames", target: null },
  ];
}

await measureAndLeave(leaving, asJson, main);
