import type { PreflightDraft } from "@/lib/preflight/draft";
import { runPreflight } from "@/lib/preflight/run";
import { aClaim, aDraft, aSource, aStory, evidence } from "@/lib/preflight/test-draft";
import { doc, p, table } from "@/lib/rich-text/test-words";

// How long preflight takes for an issue of 60 stories and 30,000 words: the first time, and again after one story changed, as
// it does beside the draft. In the processor's time, so that what else the machine does counts for nothing. `tsx bench/preflight.ts`

const STORIES = 60;
const WORDS = 30_000;
const RUNS = 15;

const MAKERS = ["Orrin", "Castell", "Belvoir", "Harrow Labs", "Tamsin Group", "Mirafort"];
const SENTENCES = [
  "{} says the model charges $0.75 per 1M input tokens, $4.50 per 1M output tokens, which is a third less than before.",
  "According to {}, the mill will open this week, on March 19, with 300 people and one very long name on its door.",
  "The price suggests that {} wants the lower end of the market, and wants it before anybody else has looked there.",
  "“We have never built anything as large as this,” said Maud Ferris, who runs the yard for {} in the north.",
  "That is an inference, but the figures that {} gave in its report last year point the same way.",
  "{} launched the network in March and named four partners, all of whom had been at the yard in the summer.",
];

/** An issue like those that editors write; `run` makes every text another, so that nothing is known of it yet. */
function issue(run: number): PreflightDraft {
  let sentence = 0;
  const stories = Array.from({ length: STORIES }, (_, index) => {
    const paragraphs = [];
    for (let words = 0; words < WORDS / STORIES; ) {
      const text = Array.from({ length: 4 }, () => {
        sentence += 1;
        const maker = MAKERS[(sentence * 7 + index) % MAKERS.length] ?? "";
        return (SENTENCES[sentence % SENTENCES.length] ?? "").replace("{}", maker);
      }).join(" ");
      words += text.split(" ").length;
      paragraphs.push(p(`${text} Run ${run}.${index}.`));
    }
    const prices = table(["Model", "Input", "Output"], ["Halyard 3", "$0.75", "$4.50"]);
    const claims = Array.from({ length: 8 }, (_each, at) =>
      aClaim({ id: `${index}.${at}`, evidence: at % 2 ? [evidence()] : [] }),
    );
    return aStory({
      ...{ id: `story ${index}`, number: index + 1, claims, body: doc(...paragraphs, prices) },
      sources: [
        aSource({ id: `${index}.a` }),
        aSource({ id: `${index}.b`, text: "Castell said so. ".repeat(1_000) }),
      ],
    });
  });
  const knownPages = Array.from({ length: 1_000 }, (_, at) => ({
    publisher: `House ${at}`,
    title: `Page ${at}`,
  }));
  return aDraft({ stories, knownPages });
}

function measure(name: string, drafts: () => PreflightDraft[]): void {
  let lines = 0;
  const times = drafts()
    .map((draft) => {
      const began = process.cpuUsage();
      lines = runPreflight(draft).length;
      return process.cpuUsage(began).user / 1_000;
    })
    .sort((a, b) => a - b);
  const [median, worst] = [times[Math.floor(times.length / 2)] ?? 0, times.at(-1) ?? 0];
  console.info(`${name}: median ${median.toFixed(0)} ms, worst ${worst.toFixed(0)} ms (${lines} lines)`);
}

runPreflight(issue(-1));
measure("every story new", () => Array.from({ length: RUNS }, (_, run) => issue(run)));
measure("one story changed", () => {
  const known = issue(RUNS);
  runPreflight(known);
  return Array.from({ length: RUNS }, (_, run) => {
    const [first, ...others] = known.stories;
    const [changed] = issue(RUNS + 1 + run).stories;
    return { ...known, stories: changed && first ? [changed, ...others] : [] };
  });
});
