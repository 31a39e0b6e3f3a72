import { comparable, holds } from "@/lib/preflight/comparable";
import type { PreflightStory } from "@/lib/preflight/draft";
import { type Figure, figuresIn } from "@/lib/preflight/figures";
import { atStart, type Prose, sentencesOf } from "@/lib/preflight/prose";
import type { Finding, Reading } from "@/lib/preflight/rule";
import { type PlainTable, plainTables } from "@/lib/rich-text/plain-text";

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
    comparable(heading)
      .split(" ")
      .filter(
        (word) =>
          word.length > 3 &&
          !/\d/.test(word) &&
          !header.some((other, index) => index !== at && holds(comparable(other), word)),
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
    const named = rows.filter((row) => holds(text, comparable(row)));
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
  if (!rows.some((row) => holds(paragraph, comparable(row)))) return [];
  return sentencesOf(prose).flatMap((sentence) => {
    const figures = figuresIn(sentence);
    const row = figures.length > 0 ? rowOf(sentence, paragraph, rows) : null;
    if (row === null) return [];
    const ofRow = cells.filter((cell) => cell.row === row);
    return figures.flatMap((figure): Finding[] => {
      const clause = clauseAround(sentence, figure, figures);
      const [cell, ...others] = ofRow.filter(({ words }) => words.some((word) => holds(clause, word)));
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

/** Every such figure of a story. */
export function figuresUnlikeTable(story: PreflightStory, { prose }: Reading): Finding[] {
  const cells = plainTables(story.body).flatMap(cellsOf);
  if (cells.length === 0) return [];
  return prose
    .filter(({ place, kind }) => place.storyId === story.id && kind === "paragraph")
    .flatMap((each) => unlikeTable(each, cells));
}
