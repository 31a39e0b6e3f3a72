/** English without a region is the house's own: day before month, as the prose is spelt. */
function locale(language: string): string {
  return language === "en" ? "en-GB" : language;
}

function format(language: string, date: Date, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale(language), { timeZone: "UTC", ...options }).format(date);
}

/** "17 March 2026" of a date or a moment in ISO 8601, in UTC. */
export function longDate(iso: string, language: string): string {
  return format(language, new Date(iso), { day: "numeric", month: "long", year: "numeric" });
}

/** "Dec 2027": as near as a due date needs to be told inside a sentence. */
export function monthAndYear(iso: string, language: string): string {
  return format(language, new Date(iso), { month: "short", year: "numeric" });
}

/** "14 to 20 March 2026", with month and year said twice only where they differ; null when no end of it is known. */
export function weekPhrase(
  week: { from: string | null; to: string | null },
  language: string,
): string | null {
  if (!week.from || !week.to)
    return week.from || week.to ? longDate(week.from ?? week.to ?? "", language) : null;
  const last = longDate(week.to, language);
  if (week.from === week.to) return last;
  const sameYear = week.from.slice(0, 4) === week.to.slice(0, 4);
  const sameMonth = week.from.slice(0, 7) === week.to.slice(0, 7);
  const first = format(language, new Date(week.from), {
    day: "numeric",
    ...(sameMonth ? {} : { month: "long" }),
    ...(sameYear ? {} : { year: "numeric" }),
  });
  return `${first} to ${last}`;
}
