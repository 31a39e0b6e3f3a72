// npx tsx bench/suggestions-on-paste.ts [--json] [--quick]: how long after a paste of 30 sentences their suggested kinds are painted, in a
// real browser, in an issue of 60 stories; and that typing beside them stays as quick as without. It serves the built app on a
// throw-away database, or measures the one that PLUMBLINE_URL and DATABASE_URL name.
import { loadavg } from "node:os";
import { openApp, openBrowser, signIn } from "@/bench/desk/app";
import { type Figure, measureAndLeave, median, quantile } from "@/bench/desk/figures";
import { makeLongIssue } from "@/bench/desk/issue";
import { openIssue, textOf } from "@/bench/desk/opening";
import { type Pasted, pasteStories } from "@/bench/desk/pasting";
import { typeKeys } from "@/bench/desk/typing";
import { Failure } from "../scripts/failure.ts";
import { prepareLeaving } from "../scripts/leaving.ts";

const quick = process.argv.includes("--quick");
const PASTES = quick ? 5 : 20;
const KEYS = quick ? 30 : 200;

const asJson = process.argv.includes("--json");
const leaving = prepareLeaving();
const say = (words: string) => process.stderr.write(`${words} …\n`);

async function main(): Promise<Figure[]> {
  const app = await openApp(leaving, say);
  const issue = await makeLongIssue(app.database);
  const browser = await openBrowser(leaving, say);
  const context = await signIn(browser, app);
  const middle = issue.storyIds[29];
  if (!middle) throw new Failure("The issue has no story in its middle.");
  const field = textOf(middle);
  const { page } = await openIssue(context, `/desk/issues/${issue.id}?part=story:${middle}`, field);
  // The rules are fetched in a quiet moment, and every text is read by them once.
  await page.locator("[data-suggestion]").first().waitFor();
  say(`pasting ${PASTES} times`);
  const pastes = await pasteStories(page, field, PASTES);
  say(`typing ${KEYS} keys`);
  const keys = await typeKeys(page, field, KEYS);
  return [
    { name: "Stories", value: issue.storyIds.length, unit: "stories", target: null },
    ...figuresOf("its words", pastes, ({ words }) => words, null),
    ...figuresOf("suggestions under them", pastes, ({ underlines }) => underlines, 100),
    ...figuresOf("the list beside them", pastes, ({ list }) => list, 100),
    { name: "Key to frame, median", value: median(keys), unit: "ms", target: 50 },
    { name: "Key to frame, p95", value: quantile(keys, 0.95), unit: "ms", target: 100 },
    { name: "Load of the machine at the end", value: loadavg()[0] ?? Number.NaN, unit: "", target: null },
  ];
}

function figuresOf(
  what: string,
  pastes: Pasted[],
  of: (paste: Pasted) => number,
  target: number | null,
): Figure[] {
  const times = pastes.map(of);
  return [
    { name: `Paste to ${what}, median`, value: median(times), unit: "ms", target },
    { name: `Paste to ${what}, p95`, value: quantile(times, 0.95), unit: "ms", target },
  ];
}

await measureAndLeave(leaving, asJson, main);
