import { CLAIM_STATES } from "@/lib/claims/state";
import { type ClaimRow, ROW_KINDS, type RowKind } from "@/lib/claims/table/row";

/** What one can ask for beside the state of the evidence. */
const DOUBTS = ["disputed", "retracted"] as const;
export const ASKED_STATES = [...CLAIM_STATES, ...DOUBTS] as const;
export type AskedState = (typeof ASKED_STATES)[number];

/** Columns that rows can be put in order by. */
export const SORTS = [
  "kind",
  "words",
  "issue",
  "story",
  "speaker",
  "uttered",
  "state",
  "evidence",
  "source",
  "due",
  "outcome",
] as const;
export type Sort = (typeof SORTS)[number];

/** Which rows are asked for, and in what order. Words that are empty and what is null ask for all. */
export interface ClaimsAsked {
  /** Each of these words is in the row's words, headline, speaker or sources. */
  words: string;
  kind: RowKind | null;
  /** Part of a speaker's name, or any of an entity's names for all of them. */
  speaker: string;
  /** Part of a source's title, publisher or host. */
  source: string;
  state: AskedState | null;
  /** An issue's id, or those that stand in none. */
  issue: string | "backlog" | null;
  /** Null for the issues as they are read. */
  sort: Sort | null;
  descending: boolean;
}

const fold = (text: string) => text.normalize("NFKC").toLowerCase();
const has = (text: string | null, part: string) => fold(text ?? "").includes(part);

const hostOf = (url: string | null) => (url !== null && URL.canParse(url) ? new URL(url).hostname : "");

function isOfSource({ sources }: ClaimRow, part: string): boolean {
  return sources.some(({ title, publisher, url }) =>
    [title, publisher, hostOf(url)].some((text) => has(text, part)),
  );
}

function holds(row: ClaimRow, word: string): boolean {
  return (
    [row.words, row.story.headline, row.speaker].some((text) => has(text, word)) || isOfSource(row, word)
  );
}

/**
 * The rows that are asked for, in the order in which they came. `isTheirs` says whether a speaker written in another way is the
 * one asked for.
 */
export function selectRows(
  rows: readonly ClaimRow[],
  asked: ClaimsAsked,
  isTheirs: (speaker: string) => boolean = () => false,
): ClaimRow[] {
  const words = fold(asked.words).split(/\s+/u).filter(Boolean);
  const [speaker, source] = [fold(asked.speaker.trim()), fold(asked.source.trim())];
  return rows.filter(
    (row) =>
      (asked.kind === null || row.kind === asked.kind) &&
      (asked.state === null || row.state === asked.state || row.status === asked.state) &&
      (asked.issue === null || (row.issue?.id ?? "backlog") === asked.issue) &&
      (speaker === "" || has(row.speaker, speaker) || (row.speaker !== null && isTheirs(row.speaker))) &&
      (source === "" || isOfSource(row, source)) &&
      words.every((word) => holds(row, word)),
  );
}

const OUTCOMES = ["open", "yes", "no", "ambiguous"] as const;

/** What a column's cell is put in order by; null where it is empty. */
const KEYS: Record<Sort, (row: ClaimRow) => string | number | null> = {
  kind: ({ kind }) => ROW_KINDS.indexOf(kind),
  words: ({ words }) => words,
  issue: ({ issue }) => issue?.number ?? null,
  story: ({ story }) => story.number,
  speaker: ({ speaker }) => speaker,
  uttered: ({ uttered }) => uttered,
  state: ({ state }) => (state === null ? null : CLAIM_STATES.indexOf(state)),
  evidence: ({ evidence, premises }) => evidence ?? premises,
  source: ({ sources: [first] }) => first?.title ?? null,
  due: ({ due }) => due,
  outcome: ({ outcome }) => (outcome === null ? null : OUTCOMES.indexOf(outcome)),
};

// One order on every machine, capitals beside small letters.
const COLLATOR = new Intl.Collator("en", { numeric: true });

function compare(a: string | number, b: string | number): number {
  return typeof a === "number" && typeof b === "number" ? a - b : COLLATOR.compare(String(a), String(b));
}

/** The rows in the order that is asked for: empty cells last both ways, and what is equal as it came. */
export function sortRows(
  rows: readonly ClaimRow[],
  { sort, descending }: Pick<ClaimsAsked, "sort" | "descending">,
): ClaimRow[] {
  if (sort === null) return [...rows];
  const key = KEYS[sort];
  return rows.toSorted((one, other) => {
    const [a, b] = [key(one), key(other)];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return descending ? compare(b, a) : compare(a, b);
  });
}
