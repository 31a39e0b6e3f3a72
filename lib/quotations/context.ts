import search from "approx-string-match";

/** What stood around a passage when it was quoted, normalised, and where it began in the normalised text. */
export interface Context {
  prefix: string;
  suffix: string;
  position: number | undefined;
}

// The weights of the Hypothesis client (src/annotator/anchoring/match-quote.ts).
const WEIGHT = { quote: 50, prefix: 20, suffix: 20, position: 2 };
const TOTAL = WEIGHT.quote + WEIGHT.prefix + WEIGHT.suffix + WEIGHT.position;

/** Of a side's characters, the part that must stand beside the words for the side to bear them out. */
const BEARS_OUT = 0.85;
/** Characters by which a place is known: shorter words need context to make up for what they lack. */
export const UNMISTAKABLE = 20;

/** From 0 to 1, how much of a side is in a window of its own length. */
function likeness(window: string, side: string): number {
  if (window === side) return 1;
  if (window === "") return 0;
  const errors = search(window, side, side.length)[0]?.errors ?? side.length;
  return 1 - errors / side.length;
}

const sidesAt = (text: string, start: number, end: number, { prefix, suffix }: Context) => ({
  prefix: prefix === "" ? undefined : likeness(text.slice(Math.max(0, start - prefix.length), start), prefix),
  suffix: suffix === "" ? undefined : likeness(text.slice(end, end + suffix.length), suffix),
});

/** From 0 to 1: how well a passage fits the quotation and what was around it. A side that is not known counts in full. */
export function score(
  text: string,
  passage: { start: number; end: number },
  similarity: number,
  context: Context,
): number {
  const sides = sidesAt(text, passage.start, passage.end, context);
  const distance = context.position === undefined ? 0 : Math.abs(passage.start - context.position);
  const sum =
    WEIGHT.quote * similarity +
    WEIGHT.prefix * (sides.prefix ?? 1) +
    WEIGHT.suffix * (sides.suffix ?? 1) +
    WEIGHT.position * Math.max(0, 1 - distance / Math.max(1, text.length));
  return sum / TOTAL;
}

/** True where the words, with the sides that stand beside them, are long enough to be known by. */
export function isBorneOut(
  text: string,
  passage: { start: number; end: number },
  length: number,
  context: Context,
): boolean {
  if (length + context.prefix.length + context.suffix.length < UNMISTAKABLE) return false;
  const sides = sidesAt(text, passage.start, passage.end, context);
  const known =
    ((sides.prefix ?? 0) >= BEARS_OUT ? context.prefix.length : 0) +
    ((sides.suffix ?? 0) >= BEARS_OUT ? context.suffix.length : 0);
  return length + known >= UNMISTAKABLE;
}
