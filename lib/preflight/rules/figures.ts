import { comparable } from "@/lib/preflight/comparable";
import { type Figure, figuresIn } from "@/lib/preflight/figures";
import { figuresUnlikeTable } from "@/lib/preflight/figures-of-table";
import { atStart, type Prose, sentencesOf } from "@/lib/preflight/prose";
import { type Finding, quoted, type Reading, type Rule } from "@/lib/preflight/rule";
import { nameKey } from "@/lib/suggestions/aliases";
import { namesIn } from "@/lib/suggestions/names";
import { tokenise } from "@/lib/suggestions/tokens";

/** A sentence that says one figure of one name. */
interface Said {
  prose: Prose;
  sentence: string;
  figure: Figure;
  said: string;
  subject: string;
  /** What is counted: the words after the figure; empty for sums of money and shares. */
  measure: string;
  /** Stems of the other words of weight. */
  stems: Set<string>;
}

/** Words that say that two figures may both be right: times, changes, comparisons, conditions, parts. */
const DIFFERS =
  /\b(?:than|from|more|another|additional|further|up|down|rose|rise|fell|fall|grew|grow|was|were|had|previous(?:ly)?|last|earlier|first|second|next|will|would|could|may|might|by|until|since|between|per|each|every|if|about half|half|quarter|month|year|day|week|annual(?:ly)?|not|no|least|most|only|part|of (?:the|its|them)|19\d\d|20\d\d|january|february|march|april|june|july|august|september|october|november|december|initial(?:ly)?)\b/i;
const LIGHT =
  /^(?:that|this|with|have|says?|said|also|which|into|over|about|around|some|their|there|them|they|what|when|while|total|nearly|almost|roughly)$/;

/** The words right after a figure up to a preposition, a mark or the third word. */
function measureAfter(sentence: string, end: number): string {
  const match =
    /^[\s-]((?:(?!of\b|in\b|on\b|for\b|to\b|at\b|and\b|or\b|with\b|that\b)[\p{L}]+[\s-]?){1,3})/u.exec(
      sentence.slice(end),
    );
  return comparable(match?.[1] ?? "");
}

function saidIn(prose: Prose): Said[] {
  return sentencesOf(prose).flatMap((sentence): Said[] => {
    const figures = figuresIn(sentence);
    const [figure] = figures;
    if (!figure || figures.length > 1 || DIFFERS.test(sentence) || /["“”«»]/.test(sentence)) return [];
    const names = [...new Set(namesIn(tokenise(sentence)).map(({ text }) => comparable(nameKey(text))))];
    const [subject] = names;
    if (!subject || names.length > 1) return [];
    const measure = measureAfter(sentence, figure.end);
    const own = new Set([...subject.split(" "), ...measure.split(" ")]);
    const weighty = comparable(sentence)
      .split(" ")
      .filter((word) => word.length > 3 && !LIGHT.test(word) && !/\d/.test(word) && !own.has(word));
    const stems = new Set(weighty.map((word) => word.slice(0, 5)));
    return [
      { prose, sentence, figure, said: sentence.slice(figure.start, figure.end), subject, measure, stems },
    ];
  });
}

/** Words of weight that two sentences must share besides subject and measure. */
const leastShared = ({ measure }: Said) => (measure === "" ? 3 : measure.includes(" ") ? 1 : 2);

function contradict(one: Said, other: Said): boolean {
  if (one.figure.unit !== other.figure.unit || one.figure.value === other.figure.value) return false;
  if (one.measure !== other.measure) return false;
  const shared = [...one.stems].filter((stem) => other.stems.has(stem)).length;
  return shared >= leastShared(one);
}

/**
 * The same thing said with another figure elsewhere. "The same" is narrow on purpose: each sentence has one figure and one
 * name, the same; the same unit and the same counted noun; words of weight in common; and neither has a word that
 * would make both true (a time, a change, a comparison: `DIFFERS`).
 */
function unlikeElsewhere({ prose }: Reading): Finding[] {
  const bySubject = new Map<string, Said[]>();
  for (const said of prose.flatMap(saidIn)) {
    bySubject.set(said.subject, [...(bySubject.get(said.subject) ?? []), said]);
  }
  return [...bySubject.values()].flatMap((all) =>
    all.flatMap((one, at) =>
      all
        .slice(at + 1)
        .filter((other) => contradict(one, other))
        .map((other) => ({
          sentence: `${atStart(other.prose.where)} says ${other.said} in ${quoted(other.sentence)}, and ${one.prose.where} says ${one.said}.`,
          place: { ...other.prose.place, quote: other.sentence },
          about: `${one.sentence} ${other.sentence}`,
        })),
    ),
  );
}

/** Figures that two places of the issue give differently. */
export const FIGURE_RULES: Rule[] = [
  {
    name: "figure-unlike-table",
    level: "warning",
    about: "A story's sentences give the figures that its table gives.",
    check: (reading) => reading.draft.stories.flatMap((story) => figuresUnlikeTable(story, reading)),
  },
  {
    name: "figure-unlike-elsewhere",
    level: "warning",
    about: "The same thing has the same figure throughout the issue.",
    check: unlikeElsewhere,
  },
];
