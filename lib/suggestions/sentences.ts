/** A stretch of a paragraph: UTF-16 offsets, `end` exclusive. */
export interface Span {
  start: number;
  end: number;
}

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

/** Always before a name or a number, so the stop after them ends nothing. */
const TITLE =
  /(?:^|[\s(“"‘'])(?:Mr|Mrs|Ms|Mx|Dr|Prof|Sen|Rep|Gov|Gen|Col|Lt|Capt|Sgt|Rev|Hon|Pres|St|Mt|No|Nos|vs|v|Fig|Figs|Eq|Vol|pp|cf|ca|approx|e\.g|i\.e|viz|al)\.$/;
/** Before a number only. */
const MONTH = /\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Art|Sec|Ch|p)\.$/;
/** Letters with stops (U.S., a.m.) and a company's form: end a sentence only before a word that begins one. */
const DOTTED = /(?:\b(?:\p{L}\.){2,}|\b(?:Inc|Corp|Co|Ltd|Bros|Jr|Sr|etc)\.)$/u;
/** A time of day goes on only with its zone or its day. */
const TIME = /\b[ap]\.m\.$/i;
const ZONE = /^(?:[A-Z]{2,4}\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)/;
/** The initial of a name: one capital letter after another name or at the beginning ("J. Doe", "Ursula K. Le Guin"). */
const INITIAL = /(?:^|[\s“"(])\p{Lu}\.$/u;
/** Words that begin sentences far more often than they follow an abbreviation. */
const STARTER =
  /^[“"‘'(]?(?:The|A|An|This|That|These|Those|It|Its|He|She|They|We|I|You|His|Her|Their|Our|In|On|At|By|For|From|With|But|And|Or|So|Yet|As|If|When|While|After|Before|Since|Although|Though|However|Meanwhile|Still|Then|There|Here|Now|What|Who|Why|How|Where|Which|Shares|Analysts|According)\b/;

/** Characters before a stop that may tell whose it is. */
const TAIL = 40;

/** Whether the stop at the end of `before` belongs to a word of it, so that `after` goes on with the sentence. */
function goesOn(before: string, after: string): boolean {
  const head = before.trimEnd();
  // Question and exclamation marks inside a quotation: “Is it so?” asked Kim.
  if (/^\p{Ll}/u.test(after)) return !/\n\s*$/.test(before);
  if (TITLE.test(head)) return true;
  if (MONTH.test(head)) return /^\d/.test(after);
  if (INITIAL.test(head)) return /^\p{Lu}/u.test(after) && !STARTER.test(after);
  if (TIME.test(head)) return ZONE.test(after);
  if (DOTTED.test(head)) return !STARTER.test(after) && !/^[“"‘]/.test(after);
  // The number of an item, at the beginning of a line.
  return /^\s*\(?\d{1,3}[.)]$/.test(head);
}

/**
 * The sentences of one paragraph, in order, without the white space between them. `Intl.Segmenter` finds them; what it
 * cuts after an abbreviation, an initial or a quoted question is put together again. A line break always ends one.
 */
export function splitSentences(paragraph: string): Span[] {
  const spans: Span[] = [];
  for (const { segment, index } of segmenter.segment(paragraph)) {
    const last = spans.at(-1);
    if (last && goesOn(paragraph.slice(Math.max(last.start, index - TAIL), index), segment))
      last.end = index + segment.length;
    else spans.push({ start: index, end: index + segment.length });
  }
  return spans.map((span) => trimmed(paragraph, span)).filter(({ start, end }) => start < end);
}

function trimmed(text: string, { start, end }: Span): Span {
  const raw = text.slice(start, end);
  const lead = raw.length - raw.trimStart().length;
  return { start: start + lead, end: Math.max(start + lead, end - (raw.length - raw.trimEnd().length)) };
}
