import { type Figure, figuresIn } from "@/lib/preflight/figures";
import { atStart, type Prose, sentencesOf } from "@/lib/preflight/prose";
import { type Finding, quoted, type Reading, type Rule } from "@/lib/preflight/rule";
import { comparable } from "@/lib/preflight/speakers";
import { type PlainTable, plainTables } from "@/lib/rich-text/plain-text";
import { nameKey } from "@/lib/suggestions/aliases";
import { namesIn } from "@/lib/suggestions/names";
import { tokenise } from "@/lib/suggestions/tokens";

const has = (text: string, words: string) => ` ${text} `.includes(` ${words} `);
const wordsOf = (text: string) => comparable(text).split(" ").filter(Boolean);

// ── Against the story's table

/** A figure of a table: of which row and which column, and the words that only that column's heading has. */
interface Cell {
  row: string;
  heading: string;
  words: string[];
  figure: Figure;
  text: string;
}

/** A cell is a figure when it says nothing else. */
function onlyFigure(text: string): Figure | null {
  const [figure, ...more] = figuresIn(text.trim());
  return figure && more.length === 0 && figure.start === 0 && figure.end === text.trim().length
    ? figure
    : null;
}

function cellsOf({ header, rows }: PlainTable): Cell[] {
  const distinct = header.map((heading, at) =>
    wordsOf(heading).filter(
      (word) =>
        word.length > 3 &&
        !/\d/.test(word) &&
        !header.some((other, index) => index !== at && has(comparable(other), word)),
    ),
  );
  return rows.flatMap(([row = "", ...cells]) =>
    cells.flatMap((text, index): Cell[] => {
      const figure = onlyFigure(text);
      const words = distinct[index + 1] ?? [];
      const heading = header[index + 1] ?? "";
      return figure && words.length > 0 && row.trim() ? [{ row, heading, words, figure, text }] : [];
    }),
  );
}

/** The clause around a figure: up to the figures beside it, commas, semicolons, dashes and "and". */
function clauseAround(sentence: string, figure: Figure, all: Figure[]): string {
  const alike = all.filter(({ unit }) => unit === figure.unit);
  const from = Math.max(0, ...alike.filter(({ end }) => end <= figure.start).map(({ end }) => end));
  const to = Math.min(
    sentence.length,
    ...alike.filter(({ start }) => start >= figure.end).map(({ start }) => start),
  );
  const before =
    sentence
      .slice(from, figure.start)
      .split(/,|;|[—–]|\band\b|\bor\b/)
      .at(-1) ?? "";
  const after = sentence.slice(figure.end, to).split(/,|;|[—–]|\band\b|\bor\b/)[0] ?? "";
  return comparable(`${before} ${after}`);
}

/** The row that a sentence is about: the only one it names, or else the only one that its paragraph names. */
function rowOf(sentence: string, paragraph: string, rows: string[]): string | null {
  for (const text of [comparable(sentence), paragraph]) {
    const named = rows.filter((row) => has(text, comparable(row)));
    if (named.length > 0) return named.length === 1 ? (named[0] ?? null) : null;
  }
  return null;
}

/**
 * Figures of a paragraph that are not those of the story's table. A figure is compared with a cell only where there is no
 * mistaking which: the sentence is about one row, the clause around the figure has a word that only that column's
 * heading has, and the units are the same.
 */
function unlikeTable(prose: Prose, cells: Cell[]): Finding[] {
  const rows = [...new Set(cells.map(({ row }) => row))];
  const paragraph = comparable(prose.text);
  if (!rows.some((row) => has(paragraph, comparable(row)))) return [];
  return sentencesOf(prose).flatMap((sentence) => {
    const figures = figuresIn(sentence);
    const row = figures.length > 0 ? rowOf(sentence, paragraph, rows) : null;
    if (row === null) return [];
    const ofRow = cells.filter((cell) => cell.row === row);
    return figures.flatMap((figure): Finding[] => {
      const clause = clauseAround(sentence, figure, figures);
      const [cell, ...others] = ofRow.filter(({ words }) => words.some((word) => has(clause, word)));
      if (!cell || others.length > 0 || cell.figure.unit !== figure.unit) return [];
      if (cell.figure.value === figure.value) return [];
      const said = sentence.slice(figure.start, figure.end);
      return [
        {
          sentence: `${atStart(prose.where)} says ${said} of ${row} where its table says ${cell.text.trim()} (“${cell.heading}”).`,
          place: { ...prose.place, quote: sentence },
          about: `${prose.place.storyId} ${comparable(row)} ${comparable(cell.heading)} ${said}`,
        },
      ];
    });
  });
}

// ── Against the rest of the issue

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
    const weighty = wordsOf(sentence).filter(
      (word) => word.length > 3 && !LIGHT.test(word) && !/\d/.test(word) && !own.has(word),
    );
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
    check: ({ draft, prose }) =>
      draft.stories.flatMap((story) => {
        const cells = plainTables(story.body).flatMap(cellsOf);
        if (cells.length === 0) return [];
        return prose
          .filter(({ place, kind }) => place.storyId === story.id && kind === "paragraph")
          .flatMap((each) => unlikeTable(each, cells));
      }),
  },
  {
    name: "figure-unlike-elsewhere",
    level: "warning",
    about: "The same thing has the same figure throughout the issue.",
    check: unlikeElsewhere,
  },
];
