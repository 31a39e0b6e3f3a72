import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { readIssueFile } from "@/lib/importers/read-file";
import { bodyParagraphs } from "@/lib/suggestions/body";
import { certaintyOf } from "@/lib/suggestions/certainty";
import { RULES, type RuleName } from "@/lib/suggestions/rules";
import { suggestKinds } from "@/lib/suggestions/suggest";
import {
  type Compared,
  compareStory,
  isKindPassable,
  isKindRight,
  isSpeakerRight,
  labelledStories,
  scoreRules,
  seedLabels,
  sentenceHash,
} from "@/lib/suggestions/test-labels";

// How often the suggested kinds and speakers are right on labelled text, and how long a story takes:
// `tsx bench/suggestions.ts [--mistakes]` (those of the held-out text are not shown: rules are not to be fitted to it). The seed is measured where it lies beside the project, by its sentences' hashes.

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const SEED = path.join(ROOT, "../shared/seed/weekly-digest.txt");
const RUNS = 50;
const SENTENCES = 30;

const share = (part: number, whole: number) => (whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)}%`);
const order = new Map<string, number>(
  ["points back", ...RULES.map(({ name }) => name)].map((name, index) => [name, index]),
);

function printRules(compared: Compared[]): void {
  console.log(
    `  ${"rule".padEnd(20)}${"kind".padEnd(12)}${"fired".padStart(6)}${"right".padStart(6)}${"precision".padStart(11)}${"recall".padStart(8)}`,
  );
  const scores = scoreRules(compared).sort((a, b) => (order.get(a.rule) ?? 99) - (order.get(b.rule) ?? 99));
  for (const { rule, kind, fired, right, labelled } of scores) {
    console.log(
      `  ${rule.padEnd(20)}${kind.padEnd(12)}${String(fired).padStart(6)}${String(right).padStart(6)}${share(right, fired).padStart(11)}${share(right, labelled).padStart(8)}  ${certaintyOf(rule as RuleName)}`,
    );
  }
}

function print(title: string, compared: Compared[], showMistakes: boolean): void {
  const attributed = compared.filter(({ label }) => label.speaker !== null);
  const right = compared.filter(isKindRight).length;
  const passable = compared.filter(isKindPassable).length;
  const speakers = attributed.filter(isSpeakerRight).length;
  const invented = compared.filter(({ label, suggestion }) => label.speaker === null && suggestion?.speaker);
  console.log(`\n${title}: ${compared.length} sentences`);
  console.log(
    `  kinds right ${share(right, compared.length)} (${right}); with the labels' second opinions ${share(passable, compared.length)}`,
  );
  console.log(
    `  speakers right ${share(speakers, attributed.length)} (${speakers} of ${attributed.length} attributed); named where none is labelled ${invented.length}`,
  );
  printRules(compared);
  if (showMistakes) printMistakes(compared);
}

function printMistakes(compared: Compared[]): void {
  for (const each of compared.filter((one) => !isKindRight(one) || !isSpeakerRight(one))) {
    const { label, suggestion } = each;
    const got = suggestion
      ? `${suggestion.kind} · ${suggestion.speaker} · ${suggestion.rule} · “${suggestion.cue}”`
      : "cut differently";
    console.log(
      `  ${each.where}: ${each.text}\n    labelled ${label.kind}${label.or === undefined ? "" : `/${label.or}`} · ${label.speaker}; suggested ${got}`,
    );
  }
}

/** The seed's sentences beside their labels; says so where a sentence is not the one that was labelled. */
function compareSeed(): Compared[] {
  const labels = seedLabels.parse(
    JSON.parse(readFileSync(path.join(ROOT, "bench/seed-labels.json"), "utf8")),
  );
  const { issue } = readIssueFile("weekly-digest.txt", readFileSync(SEED));
  const stories = issue.sections.flatMap((section) => section.stories);
  const suggested = stories.map(({ body }) => suggestKinds(bodyParagraphs(body)).flat());
  return labels.map((label) => {
    const suggestion = suggested[label.story - 1]?.[label.sentence - 1];
    const isSame = suggestion && sentenceHash(suggestion.sentence) === label.hash;
    const where = `story ${label.story}, sentence ${label.sentence}`;
    return { where, text: suggestion?.sentence ?? "", label, suggestion: isSame ? suggestion : undefined };
  });
}

/** The first run also compiles the expressions; what a machine does beside it is in its wall time and not in its processor time. */
function time(paragraphs: string[]): void {
  const times = Array.from({ length: RUNS }, () => {
    const [began, used] = [performance.now(), process.cpuUsage()];
    suggestKinds(paragraphs);
    const { user, system } = process.cpuUsage(used);
    return { wall: performance.now() - began, processor: (user + system) / 1000 };
  });
  const [first] = times;
  const sorted = times
    .slice(1)
    .map(({ wall }) => wall)
    .sort((a, b) => a - b);
  const ms = (value: number | undefined) => `${value?.toFixed(1)} ms`;
  console.log(
    `A story of ${SENTENCES} sentences: first ${ms(first?.wall)} (${ms(first?.processor)} of the processor), then median ${ms(sorted[RUNS / 2])}, worst ${ms(sorted.at(-1))}`,
  );
}

const stories = labelledStories(path.join(ROOT, "bench/labels"));
const all = stories.flatMap(({ paragraphs }) => paragraphs.flat().map(({ text }) => text));
time(
  Array.from({ length: 6 }, (_, n) => all.slice((n * SENTENCES) / 6, ((n + 1) * SENTENCES) / 6).join(" ")),
);
const mistakes = process.argv.includes("--mistakes");
for (const set of ["train", "held-out"]) {
  const chosen = stories.filter((story) => story.set === set);
  const compared = chosen.flatMap((story) => compareStory(story, (paragraphs) => suggestKinds(paragraphs)));
  print(`Ours, ${set}`, compared, mistakes && set === "train");
}
if (existsSync(SEED)) print("The seed", compareSeed(), mistakes);
