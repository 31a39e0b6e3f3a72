import { atStart, sentencesOf } from "@/lib/preflight/prose";
import { type Finding, quoted, type Reading, type Rule } from "@/lib/preflight/rule";

const MONTHS = [
  ...["january", "february", "march", "april", "may", "june"],
  ...["july", "august", "september", "october", "november", "december"],
];
const MONTH = MONTHS.join("|");
const DAY = new RegExp(
  `\\b(?:(?<m>${MONTH})\\s+(?<d>\\d{1,2})(?:st|nd|rd|th)?|(?<d2>\\d{1,2})(?:st|nd|rd|th)?\\s+(?<m2>${MONTH}))(?!\\d)(?:,?\\s+(?<y>\\d{4}))?`,
  "giu",
);

/** ISO dates that a day may be: in its year, or in those of the week where it names none. */
function datesOf(match: RegExpExecArray, years: string[]): string[] {
  const { m, m2, d, d2, y } = match.groups ?? {};
  const month = String(MONTHS.indexOf((m ?? m2 ?? "").toLowerCase()) + 1).padStart(2, "0");
  const day = (d ?? d2 ?? "").padStart(2, "0");
  return (y ? [y] : years).map((year) => `${year}-${month}-${day}`);
}

/** Words between a day and "this week" that tie the day to something else than what happened this week. */
const OTHERWISE =
  /[;:—–]|\b(?:will|would|for|from|until|till|by|to|due|says?|said|that|which|starting|effective|since|after|before|but|while|not|never|deadline|through|of|about|planned|scheduled|expected)\b/i;
const NEGATED = /\b(?:not|never|no)\b|n['’]t\b/i;
const THIS_WEEK = /\bthis week\b(?!['’]s)/gi;

/** UTF-16 units between a day and "this week" that still read as one: "this week, on March 5". */
const NEAR = 60;

function daysOutside(sentence: string, from: string, to: string): string[] {
  const years = [...new Set([from.slice(0, 4), to.slice(0, 4)])];
  return [...sentence.matchAll(THIS_WEEK)].flatMap((week) => {
    const lead =
      sentence
        .slice(0, week.index)
        .split(/[;:—–]/)
        .at(-1) ?? "";
    if (NEGATED.test(lead)) return [];
    return [...sentence.matchAll(DAY)].flatMap((day) => {
      const [dayEnd, weekEnd] = [day.index + day[0].length, week.index + week[0].length];
      const between =
        day.index > week.index ? sentence.slice(weekEnd, day.index) : sentence.slice(dayEnd, week.index);
      if (between.length > NEAR || OTHERWISE.test(between)) return [];
      return datesOf(day, years).every((date) => date < from || date > to) ? [day[0]] : [];
    });
  });
}

/** Days that the week does not have. Nothing is said while the issue has no week. */
function outsideWeek({ draft, prose }: Reading): Finding[] {
  const { from, to } = draft.week;
  if (from === null || to === null) return [];
  const claimed = prose.filter(({ text }) => /this week/i.test(text));
  return claimed.flatMap((each) =>
    sentencesOf(each).flatMap((sentence) =>
      daysOutside(sentence, from, to).map((day) => ({
        sentence: `${atStart(each.where)} says “this week” of ${day}, which is outside the issue's week: ${quoted(sentence)}`,
        place: { ...each.place, quote: sentence },
        about: `${each.place.storyId ?? each.place.part} ${sentence}`,
      })),
    ),
  );
}

/** Days. */
export const DATE_RULES: Rule[] = [
  {
    name: "date-outside-week",
    level: "warning",
    about: "A day that is told as of this week lies in the week that the issue covers.",
    check: outsideWeek,
  },
];
