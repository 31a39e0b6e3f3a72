// One zone for server and browser, so that both write the same day.
const DAY = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});

/** "18 Mar 2026" of an ISO date or moment, in UTC. */
export function shortDate(iso: string): string {
  return DAY.format(new Date(iso));
}

const MOMENT = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  timeZone: "UTC",
});

/** "18 Mar 2026, 14:05 UTC" of an ISO moment: for what is told apart by the hour. */
export function dayAndTime(iso: string): string {
  return `${MOMENT.format(new Date(iso))} UTC`;
}

/** "14 to 20 Mar 2026"; null when nobody has said which week. */
export function shortWeek(week: { from: string | null; to: string | null }): string | null {
  const { from, to } = week;
  if (!from || !to) return from || to ? shortDate(from ?? to ?? "") : null;
  // Ends that differ are joined by a word: a dash is read out as one.
  const parts = DAY.formatRangeToParts(new Date(from), new Date(to));
  return parts
    .map(({ type, source, value }) =>
      source === "shared" && type === "literal" && /[–-]/.test(value) ? " to " : value,
    )
    .join("");
}

/** "18 Mar, 14:05" where the reader is; only for what the browser reads by itself. */
export function localMoment(iso: string): string {
  const options: Intl.DateTimeFormatOptions = {
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
  };
  return new Date(iso).toLocaleString("en-GB", options);
}
