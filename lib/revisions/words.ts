import { diffArrays } from "diff";
import type { Run } from "@/lib/revisions/blocks";

/**
 * A stretch of words that did the same between two versions. "restyled" are words that stayed and are set otherwise;
 * `note` says how.
 */
export interface Piece {
  kind: "same" | "added" | "removed" | "restyled";
  text: string;
  styles: readonly string[];
  note?: string;
}

interface Token {
  text: string;
  styles: readonly string[];
}

interface Step {
  kind: Piece["kind"];
  token: Token;
  note?: string;
}

/** Beyond this many words taken and put, two texts have nothing to do with each other and are shown whole. */
const LONGEST_EDIT = 600;

// Words of every language, those without spaces too. One locale, so that server, browser and tests cut alike.
const SEGMENTER = new Intl.Segmenter("en", { granularity: "word" });

function tokensOf(runs: Run[]): Token[] {
  return runs.flatMap(({ text, styles }) =>
    Array.from(SEGMENTER.segment(text), ({ segment }) => ({ text: segment, styles })),
  );
}

/** Whether a person would call it a word: white space and punctuation alone are none. */
export function isWord(text: string): boolean {
  return /[\p{L}\p{N}\p{Emoji_Presentation}]/u.test(text);
}

/** The words of a text, in sequence. */
export function wordsOf(text: string): string[] {
  return Array.from(SEGMENTER.segment(text), ({ segment }) => segment).filter(isWord);
}

const STYLE_WORDS: Record<string, string> = {
  bold: "bold",
  italic: "italic",
  strike: "struck through",
  code: "code",
  claim: "a claim",
  analysis: "an analysis",
};

function wordOf(style: string): string {
  return style.startsWith("link ")
    ? `a link to ${style.slice("link ".length)}`
    : (STYLE_WORDS[style] ?? style);
}

/** "now bold; no longer a link to https://…"; undefined when both are set alike. */
function restyling(before: readonly string[], after: readonly string[]): string | undefined {
  const gained = after.filter((style) => !before.includes(style)).map((style) => `now ${wordOf(style)}`);
  const lost = before.filter((style) => !after.includes(style)).map((style) => `no longer ${wordOf(style)}`);
  const said = [...gained, ...lost].join("; ");
  return said === "" ? undefined : said;
}

function stay(before: Token, after: Token): Step {
  const note = restyling(before.styles, after.styles);
  return note === undefined ? { kind: "same", token: after } : { kind: "restyled", token: after, note };
}

function stepsBetween(before: Token[], after: Token[]): Step[] {
  const text = (token: Token) => token.text;
  const changes = diffArrays(before.map(text), after.map(text), { maxEditLength: LONGEST_EDIT });
  const put = (kind: "added" | "removed") => (token: Token) => ({ kind, token });
  if (!changes) return [...before.map(put("removed")), ...after.map(put("added"))];
  const steps: Step[] = [];
  let [old, now] = [0, 0];
  for (const { added, removed, count } of changes) {
    for (let step = 0; step < count; step += 1) {
      const [was, is] = [before[old], after[now]];
      if (removed && was) steps.push({ kind: "removed", token: was });
      else if (added && is) steps.push({ kind: "added", token: is });
      else if (was && is) steps.push(stay(was, is));
      if (!added) old += 1;
      if (!removed) now += 1;
    }
  }
  return steps;
}

/** Gaps between two changed words that only white space or punctuation fills belong to one change. */
function bridged(steps: Step[]): Step[] {
  const joined: Step[] = [];
  let index = 0;
  while (index < steps.length) {
    let end = index;
    while (steps[end]?.kind === "same" && !isWord(steps[end]?.token.text ?? "")) end += 1;
    const gap = steps.slice(index, end);
    const isBetween = isEdit(joined.at(-1)) && isEdit(steps[end]);
    if (gap.length > 0 && gap.length <= 2 && isBetween) {
      joined.push(...gap.map(({ token }) => ({ kind: "removed" as const, token })));
      joined.push(...gap.map(({ token }) => ({ kind: "added" as const, token })));
    } else joined.push(...gap);
    const next = steps[end];
    if (next) joined.push(next);
    index = end + 1;
  }
  return joined;
}

const isEdit = (step: Step | undefined) => step?.kind === "added" || step?.kind === "removed";

/** Within one change first everything that went, then everything that came. */
function sorted(steps: Step[]): Step[] {
  const out: Step[] = [];
  let run: Step[] = [];
  const flush = () => {
    // One by one: a run may be as long as a whole text, more than one call takes arguments.
    for (const kind of ["removed", "added"]) for (const step of run) if (step.kind === kind) out.push(step);
    run = [];
  };
  for (const step of steps) {
    if (isEdit(step)) run.push(step);
    else {
      flush();
      out.push(step);
    }
  }
  flush();
  return out;
}

function pieces(steps: Step[]): Piece[] {
  const out: Piece[] = [];
  for (const { kind, token, note } of steps) {
    const last = out.at(-1);
    if (last?.kind === kind && last.note === note && last.styles.join("\n") === token.styles.join("\n")) {
      last.text += token.text;
    } else out.push({ kind, ...token, ...(note !== undefined && { note }) });
  }
  return out;
}

/** Every word as one kind, for what is only on one side. */
export function wholePieces(runs: Run[], kind: Piece["kind"]): Piece[] {
  return pieces(runs.map((token) => ({ kind, token })));
}

/**
 * The words between two versions of one block. All pieces but the added ones, joined, are the words before; all but the
 * removed ones are the words after.
 */
export function compareWords(before: Run[], after: Run[]): Piece[] {
  return pieces(sorted(bridged(stepsBetween(tokensOf(before), tokensOf(after)))));
}
