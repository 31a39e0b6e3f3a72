import search from "approx-string-match";

/** W3C TextQuoteSelector into the text of a story's part, with the offset where it last stood. `exact` is empty for a place between words. */
export interface Selector {
  exact: string;
  prefix: string;
  suffix: string;
  /** UTF-16 units into the text. */
  start: number;
}

/** Where a selector's words stand now. "exact": word for word. "near": a little was changed in them. */
export interface Anchor {
  start: number;
  end: number;
  certainty: "exact" | "near";
}

/** Characters of context kept on each side. */
export const CONTEXT = 32;
/** Characters around the context within which it is looked for. */
const SLACK = 16;
/** Words found again need one side of their context this much alike … */
const ONE_SIDE = 0.85;
/** … or both sides this much on average. */
const BOTH_SIDES = 0.65;
/** Words that occur once and are at least so long are the same words, wherever they were moved. */
const UNMISTAKABLE = 32;
/** Of changed words, the part of their characters that may differ; shorter words must be the same. */
const MOST_ERRORS = 0.25;
const SHORTEST_NEAR = 8;
/** A place between words is looked for beside this many characters of its context. */
const BESIDE = 8;

// The ends of the text count as context: nothing anybody types is made of these.
const BEGINNING = "\u0002";
const END = "\u0003";

/** The selector of a stretch of text; its context is never cut inside a pair of surrogates. */
export function selectorAt(text: string, start: number, end: number): Selector {
  return {
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - CONTEXT), start).replace(/^[\uDC00-\uDFFF]/, ""),
    suffix: text.slice(end, end + CONTEXT).replace(/[\uD800-\uDBFF]$/, ""),
    start,
  };
}

/**
 * Finds a selector's words in a text that may have changed since. Word for word first, where their context bears it out,
 * the likeliest context winning and then the nearest place; then with at most a quarter of their characters changed, again
 * only between likely contexts. Null when the words are gone: nothing is attached to words that merely resemble them.
 */
export function findAnchor(text: string, selector: Selector): Anchor | null {
  const sides = paddedSides(selector);
  const padded = BEGINNING.repeat(CONTEXT) + text + END.repeat(CONTEXT);
  const found = (places: Place[]) => best(places, padded, sides, selector.start);
  if (selector.exact === "") {
    const place = found(between(padded, sides));
    return place && { ...bare(place), certainty: place.verbatim ? "exact" : "near" };
  }
  const verbatim = occurrences(text, selector.exact);
  const [only] = verbatim;
  const place = found(verbatim) ?? (isUnmistakable(selector, verbatim) ? only : undefined);
  if (place) return { ...bare(place), certainty: "exact" };
  const near = found(resembling(text, selector.exact));
  return near && { ...bare(near), certainty: "near" };
}

interface Place {
  start: number;
  end: number;
}

interface Sides {
  prefix: string;
  suffix: string;
}

const bare = ({ start, end }: Place): Place => ({ start, end });

const isUnmistakable = ({ exact }: Selector, places: Place[]) =>
  places.length === 1 && exact.length >= UNMISTAKABLE;

function paddedSides({ prefix, suffix }: Selector): Sides {
  return { prefix: prefix.padStart(CONTEXT, BEGINNING), suffix: suffix.padEnd(CONTEXT, END) };
}

function occurrences(text: string, words: string): Place[] {
  const places: Place[] = [];
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) {
    places.push({ start: at, end: at + words.length });
  }
  return places;
}

function resembling(text: string, words: string): Place[] {
  if (words.length < SHORTEST_NEAR) return [];
  return search(text, words, Math.floor(words.length * MOST_ERRORS));
}

/** Every place beside the last characters of the prefix or the first ones of the suffix. */
function between(padded: string, { prefix, suffix }: Sides): Place[] {
  const after = occurrences(padded, prefix.slice(-BESIDE)).map(({ end }) => end);
  const before = occurrences(padded, suffix.slice(0, BESIDE)).map(({ start }) => start);
  const inText = (at: number) => at >= CONTEXT && at <= padded.length - CONTEXT;
  return [...new Set([...after, ...before])].filter(inText).map((at) => {
    const start = at - CONTEXT;
    return { start, end: start };
  });
}

interface Judged extends Place {
  likeness: number;
  distance: number;
  /** One side at least is word for word what it was. */
  verbatim: boolean;
}

function best(places: Place[], padded: string, sides: Sides, start: number): Judged | null {
  const judged = places.map((place) => judge(place, padded, sides, start)).filter((each) => each !== null);
  const byLikeness = (a: Judged, b: Judged) => b.likeness - a.likeness || a.distance - b.distance;
  return judged.sort(byLikeness)[0] ?? null;
}

function judge(place: Place, padded: string, sides: Sides, expected: number): Judged | null {
  const from = place.start + CONTEXT;
  const to = place.end + CONTEXT;
  const window = padded.slice(Math.max(0, from - CONTEXT - SLACK), from);
  const before = likeness(window, sides.prefix, (match) => window.length - match.end);
  const after = likeness(padded.slice(to, to + CONTEXT + SLACK), sides.suffix, (match) => match.start);
  const average = (before + after) / 2;
  if (Math.max(before, after) < ONE_SIDE && average < BOTH_SIDES) return null;
  const distance = Math.abs(place.start - expected);
  return { ...bare(place), likeness: average, distance, verbatim: before === 1 || after === 1 };
}

/** From 0 to 1: how much of a side is left in its window, less what came between it and the words. */
function likeness(window: string, side: string, gap: (match: Place) => number): number {
  const costs = search(window, side, CONTEXT / 2).map((match) => match.errors + gap(match));
  return costs.length === 0 ? 0 : Math.max(0, 1 - Math.min(...costs) / CONTEXT);
}
