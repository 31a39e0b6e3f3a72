import * as chrono from "chrono-node";

/** A time by which something is to have happened. */
export interface Horizon {
  /** The last day of it, YYYY-MM-DD; null for words that need to know today ("next year") where that is not given. */
  iso: string | null;
  /** As the sentence puts it: "by the end of 2028". */
  words: string;
}

const MONTH =
  "(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.?|Feb\\.?|Mar\\.?|Apr\\.?|Aug\\.?|Sept?\\.?|Oct\\.?|Nov\\.?|Dec\\.?)";
const DAY = "(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)";
const PART =
  "(?:the )?(?:end|start|beginning|middle|close|turn|first half|second half|first quarter|second quarter|third quarter|fourth quarter|spring|summer|autumn|fall|winter)";
const UNIT = "(?:days?|weeks?|months?|quarters?|years?|decades?|seasons?|games)";
const NUMBER =
  "(?:\\d+|a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve|the next few|the coming)";
const LEAD =
  "(?:by|in|through|until|before|from|for|on|during|at|to|of|within|over|around|after|as early as|no later than)";

// From the most particular to the least, so that "by the end of 2028" is not read as "2028".
const TIMES = new RegExp(
  `\\b(?:${[
    `(?:${LEAD} )?(?:early|late|mid-?|${PART} of|${PART},?) ?(?:in )?(?:20\\d\\d|next year|this year|${MONTH}(?: 20\\d\\d)?|the year|the decade|the century|the season|the month|the quarter|the summer)`,
    `(?:${LEAD} )?(?:\\d{1,2} ${MONTH}|${MONTH} \\d{1,2}(?:st|nd|rd|th)?(?!\\d))(?:,? 20\\d\\d)?`,
    `(?:${LEAD} )?${MONTH},? 20\\d\\d`,
    `(?:${LEAD} )?(?:Q[1-4]|H[12])(?:,? (?:of )?(?:FY)?20\\d\\d)?`,
    `${LEAD} (?:the )?(?:fiscal |financial )?(?:FY)?20\\d\\d(?:s)?(?:[-–/]\\d\\d)?`,
    `(?:later|earlier) (?:this|next) (?:week|month|quarter|year|decade|season|spring|summer|autumn|fall|winter)`,
    "(?:in|for|during) the (?:first|second|third|fourth|final|current|coming) (?:quarter|half)",
    `(?:${LEAD} )?(?:next|this coming|the coming|the following) (?:week|month|quarter|year|decade|season|spring|summer|autumn|fall|winter|${DAY})`,
    `(?:within|in|over) (?:the (?:next|coming) )?(?:about )?${NUMBER}?(?:[- ]to[- ]\\w+)? ?${UNIT}`,
    `(?:${LEAD} )(?:the )?(?:spring|summer|autumn|fall|winter)`,
    `${LEAD} ${MONTH}\\b`,
    `(?:by|on|next|until|before) ${DAY}(?:'s|’s)?`,
    "(?:tomorrow|tonight|the end of the year|year-end|year end|within (?:weeks|months|days|years|hours))",
  ].join("|")})`,
  "gi",
);

const pad = (number: number) => String(number).padStart(2, "0");
const lastDay = (year: number, month: number) =>
  `${year}-${pad(month)}-${pad(new Date(Date.UTC(year, month, 0)).getUTCDate())}`;

/** The last month of a part of a year. */
const PART_ENDS: [RegExp, number][] = [
  [/first quarter|\bQ1/i, 3],
  [/second quarter|\bQ2|first half|\bH1|\bearly|\bmid/i, 6],
  [/third quarter|\bQ3/i, 9],
  [/spring/i, 5],
  [/summer/i, 8],
  [/autumn|\bfall\b/i, 11],
];

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const DATE = new RegExp(`(?:(\\d{1,2}) )?\\b(${MONTH})(?: (\\d{1,2})(?!\\d))?`);

function resolve(words: string, reference: Date | undefined): string | null {
  const year = Number(/20\d\d/.exec(words)?.[0] ?? Number.NaN);
  const [, dayBefore, name, dayAfter] = DATE.exec(words) ?? [];
  if (!Number.isNaN(year) && name === undefined) {
    return lastDay(year, PART_ENDS.find(([part]) => part.test(words))?.[1] ?? 12);
  }
  if (!Number.isNaN(year) && name !== undefined) {
    const month = MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
    const day = dayBefore ?? dayAfter;
    return day === undefined ? lastDay(year, month) : `${year}-${pad(month)}-${pad(Number(day))}`;
  }
  return reference ? relativeTo(words, reference) : null;
}

/** "by the end of the year": the one that it is. A parser of dates reads one that begins now. */
const THIS_YEAR = /\b(?:the end of the year|later this year|year[- ]end)\b/i;
const WHOLE_YEAR = /\b(?:next|this|coming|following) year\b/i;

/** "next year", "by Friday", "in May": the last day of the next one after the day it was written. */
function relativeTo(words: string, reference: Date): string | null {
  if (THIS_YEAR.test(words)) return lastDay(reference.getUTCFullYear(), 12);
  const start = chrono.parse(words, reference, { forwardDate: true })[0]?.start;
  const [year, month] = [start?.get("year"), start?.get("month")];
  if (!start || year == null || month == null) return null;
  if (WHOLE_YEAR.test(words)) return lastDay(year, 12);
  if (/\bquarter\b/i.test(words)) return lastDay(year, Math.ceil(month / 3) * 3);
  if (start.isCertain("month") && !start.isCertain("day")) return lastDay(year, month);
  return `${year}-${pad(month)}-${pad(start.get("day") ?? 1)}`;
}

/** The time to come that a sentence names, the last one where it names several; not yet resolved to a day. */
export function findHorizon(masked: string): Horizon | null {
  // In lower case, "may" and "march" are verbs.
  const words = [...masked.matchAll(TIMES)]
    .map(([found]) => found.trim())
    .findLast((found) => !/\b(?:may|march)\b/.test(found));
  return words === undefined ? null : { iso: null, words };
}

/** @param reference the day it was written, for "next year" */
export const resolveHorizon = (words: string, reference?: Date): Horizon => ({
  iso: resolve(words, reference),
  words,
});
