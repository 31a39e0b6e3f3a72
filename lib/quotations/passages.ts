import { UNMISTAKABLE } from "@/lib/quotations/context";
import { isGuarded, isNegation } from "@/lib/quotations/guarded-words";
import { exactPlacements, nearPlacements, type Placement } from "@/lib/quotations/placements";
import type { Break, Cut, Segment } from "@/lib/quotations/segments";
import { isSame, tokensIn } from "@/lib/quotations/tokens";

/** A passage of a normalised text that a quotation's segments stand in, one after the other. */
export interface Passage {
  start: number;
  end: number;
  errors: number;
  /** A person must see how it differs: characters differ, an editor's words are in it, or an omission hides a negation. */
  needsSignature: boolean;
  placements: Placement[];
}

/** All that one quotation may leave out, in characters: three or four paragraphs, still one passage to read and to judge. */
const LONGEST_OMISSION = 2_000;
/** Around a segment too short to be known by itself, an omission stays within a sentence or two. */
const SHORT_OMISSION = 200;
/** What an editor's bracket may stand in place of: a name or a phrase. */
const LONGEST_REPLACED = 80;

/** Places tried for the first of several segments. */
const MOST_CHAINS = 1_000;

const UNTIL_NEXT_SENTENCE = /[.!?]["')\]]* /;

function furthest(made: Break, one: Segment, other: Segment): number {
  if (!made.omits) return LONGEST_REPLACED;
  return Math.min(one.text.length, other.text.length) < UNMISTAKABLE ? SHORT_OMISSION : LONGEST_OMISSION;
}

/** The first placement that begins in [from, to]. */
function nextIn(placements: readonly Placement[], from: number, to: number): Placement | undefined {
  let [low, high] = [0, placements.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((placements[middle]?.start ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  const found = placements[low];
  return found && found.start <= to ? found : undefined;
}

const guardedIn = (text: string) =>
  tokensIn(text)
    .map((token) => token.text)
    .filter(isGuarded);

const sameWords = (one: string[], other: string[]) =>
  one.length === other.length && one.every((word, index) => isSame(word, other[index] ?? ""));

/** The quotation's words from one ellipsis to the next with the editor's in their place, and what the text has there. */
interface Stretch {
  quoted: string;
  start: number;
  end: number;
}

function stretchesOf({ segments }: Cut, placements: Placement[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const [index, { text, before }] of segments.entries()) {
    const { start, end } = placements[index] ?? { start: 0, end: 0 };
    const last = stretches.at(-1);
    if (!last || before.omits) stretches.push({ quoted: text, start, end });
    else {
      last.quoted += before.isWithinWord ? `${before.words}${text}` : ` ${before.words} ${text}`;
      last.end = end;
    }
  }
  return stretches;
}

/** An editor's bracket neither brings in nor takes away a number, a negation, a modal or a quantifier. */
function isHonest(text: string, quote: Cut, placements: Placement[]): boolean {
  const breaks = [...quote.segments.map((segment) => segment.before), quote.after];
  if (!breaks.some((made) => made.edits)) return true;
  const [first] = quote.segments;
  const loose = breaks.filter((made) => made.omits || made === first?.before || made === quote.after);
  if (loose.some((made) => guardedIn(made.words).length > 0)) return false;
  return stretchesOf(quote, placements).every(({ quoted, start, end }) =>
    sameWords(guardedIn(quoted), guardedIn(text.slice(start, end))),
  );
}

/** An ellipsis within a sentence that leaves out a "not". */
function hidesNegation(text: string, { segments }: Cut, placements: Placement[]): boolean {
  return segments.some(({ before }, index) => {
    const [last, next] = [placements[index - 1], placements[index]];
    if (!before.omits || !last || !next) return false;
    const omitted = text.slice(last.end, next.start);
    return !UNTIL_NEXT_SENTENCE.test(omitted) && tokensIn(omitted).some((token) => isNegation(token.text));
  });
}

function chainFrom(first: Placement, { segments }: Cut, found: readonly Placement[][]): Placement[] | null {
  const chain = [first];
  let omitted = 0;
  for (const [index, segment] of segments.entries()) {
    const [before, last] = [segments[index - 1], chain.at(-1)];
    if (!before || !last) continue;
    const limit = Math.min(furthest(segment.before, before, segment), LONGEST_OMISSION - omitted);
    const next = nextIn(found[index] ?? [], last.end, last.end + limit);
    if (!next) return null;
    omitted += next.start - last.end;
    chain.push(next);
  }
  return chain;
}

function passageOf(text: string, quote: Cut, placements: Placement[]): Passage | null {
  const [first, last] = [placements[0], placements.at(-1)];
  if (!first || !last || !isHonest(text, quote, placements)) return null;
  const errors = placements.reduce((sum, placement) => sum + placement.errors, 0);
  const isEdited = quote.after.edits || quote.segments.some(({ before }) => before.edits);
  return {
    start: first.start,
    end: last.end,
    errors,
    needsSignature: errors > 0 || isEdited || hidesNegation(text, quote, placements),
    placements,
  };
}

function passagesOf(text: string, quote: Cut, found: readonly Placement[][]): Passage[] {
  const firsts = found.length === 1 ? found[0] : found[0]?.slice(0, MOST_CHAINS);
  return (firsts ?? [])
    .map((first) => chainFrom(first, quote, found))
    .filter((chain) => chain !== null)
    .map((chain) => passageOf(text, quote, chain))
    .filter((passage) => passage !== null);
}

/** With its bracketed letter in the other case too, where the text has it so. */
function exactly(text: string, { text: words, isFlipped }: Segment): Placement[] {
  if (!isFlipped) return exactPlacements(text, words);
  const [letter = ""] = words;
  const other = letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase();
  const flipped = exactPlacements(text, other + words.slice(letter.length));
  return [...exactPlacements(text, words), ...flipped].sort((a, b) => a.start - b.start);
}

const byPlace = (a: Placement, b: Placement) => a.start - b.start || a.errors - b.errors;

/**
 * The passages in which all segments stand in their sequence: those that have them character for character, or where there
 * are none, those that have some of them nearly.
 */
export function findPassages(text: string, quote: Cut): Passage[] {
  const exact = quote.segments.map((segment) => exactly(text, segment));
  if (exact.every((placements) => placements.length > 0)) {
    const passages = passagesOf(text, quote, exact);
    if (passages.length > 0) return passages;
  }
  const found = quote.segments.map((segment, index) =>
    [...(exact[index] ?? []), ...nearPlacements(text, segment.text)].sort(byPlace),
  );
  return found.every((placements) => placements.length > 0) ? passagesOf(text, quote, found) : [];
}
