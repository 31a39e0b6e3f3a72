import * as chrono from "chrono-node";

/** What is known of the page that helps to read its dates. */
export interface DateHints {
  /** BCP 47; with a region where one is known. */
  language: string | null;
  /** The last label of the host's name. */
  topLevel: string;
}

const CHRONO: Record<string, chrono.Chrono> = {
  en: chrono.en.strict,
  de: chrono.de.strict,
  fr: chrono.fr.strict,
  es: chrono.es.strict,
  pt: chrono.pt.strict,
  nl: chrono.nl.strict,
  it: chrono.it.strict,
  sv: chrono.sv.strict,
  fi: chrono.fi.strict,
  ru: chrono.ru.strict,
  uk: chrono.uk.strict,
};
/** Month first is written in the United States and where its habits went; elsewhere the day is first. */
const MONTH_FIRST = new Set(["US", "PH", "us"]);
const LONGEST = 200;

/** An ISO date of a day that exists and can be when something was published; 1 January 1970 is a computer's zero. */
function isoDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  if (!exists || year < 1500 || year > 2200) return null;
  const iso = date.toISOString().slice(0, 10);
  return iso === "1970-01-01" ? null : iso;
}

/** Year first: ISO 8601, its compact form, "2026/3/12", "2026. 3. 12.", and the signs of Chinese, Japanese and Korean. */
function yearFirst(text: string): string | null | undefined {
  const iso =
    /(?<!\d)(\d{4})(?:-(\d{2})-(\d{2})|\/(\d{1,2})\/(\d{1,2})|\. ?(\d{1,2})\. ?(\d{1,2}))(?!\d)/.exec(text);
  const compact = /^(\d{4})([01]\d)([0-3]\d)(?:T?\d{4,6})?Z?$/.exec(text);
  const signs = /(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]/.exec(text);
  const found = iso ?? compact ?? signs;
  if (!found) return undefined;
  const [year, month, day] = found.slice(1).filter((part) => part !== undefined);
  return isoDay(Number(year), Number(month), Number(day));
}

/** "03/04/2026" is two days; where the country is not known it is none (null). Undefined where there are no such figures. */
function numeric(text: string, { language, topLevel }: DateHints): string | null | undefined {
  const found = /(?<![\d.])(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)/.exec(text);
  if (!found) return undefined;
  const [first, second, year] = [Number(found[1]), Number(found[3]), Number(found[4])];
  const [base = "en", region] = (language ?? "en").split("-").filter((part) => part.length === 2);
  if (first > 12 || first === second || found[2] === "." || base !== "en") return isoDay(year, second, first);
  if (second > 12 || MONTH_FIRST.has(region ?? topLevel)) return isoDay(year, first, second);
  return region !== undefined || /^(?:uk|ie|au|nz|in|za)$/.test(topLevel)
    ? isoDay(year, second, first)
    : null;
}

/** In words: only where day, month and year are all said ("yesterday" and "March 2026" are no day). */
function inWords(text: string, language: string | null): string | null {
  if (!/\d{4}/.test(text)) return null;
  const own = language?.slice(0, 2) ?? "en";
  for (const each of new Set([own, "en", ...Object.keys(CHRONO)])) {
    const said = CHRONO[each]?.parse(text.replace(/(?<=\d)(?:er|º|ª)(?=\s)/g, ""), new Date(0)) ?? [];
    for (const { start } of said)
      if (start.isCertain("year") && start.isCertain("month") && start.isCertain("day"))
        return isoDay(start.get("year") ?? 0, start.get("month") ?? 0, start.get("day") ?? 0);
  }
  return null;
}

/**
 * The day that a text names, as an ISO date; null where it names none for certain. The day is the one that is printed:
 * "2026-03-12T23:30:00-05:00" is the 12th, though it was the 13th in Greenwich by then.
 */
export function readDate(value: unknown, hints: DateHints): string | null {
  if (typeof value !== "string" && typeof value !== "number") return null;
  const text = String(value).trim().slice(0, LONGEST);
  if (/^\d{10}(?:\d{3})?$/.test(text)) {
    const moment = new Date(Number(text.padEnd(13, "0")));
    return isoDay(moment.getUTCFullYear(), moment.getUTCMonth() + 1, moment.getUTCDate());
  }
  const day = yearFirst(text) ?? numeric(text, hints);
  return day === undefined ? inWords(text, hints.language) : day;
}

/** The day in an address ("/2026/03/12/", "/2026-03-12-a-title", "/20260312/"). */
export function dateInUrl(url: string): string | null {
  const found = /\/(20\d{2}|19\d{2})(?:([/-])(\d{1,2})\2(\d{1,2})|([01]\d)([0-3]\d))(?=[/_.-]|$)/.exec(
    new URL(url).pathname,
  );
  if (!found) return null;
  return isoDay(Number(found[1]), Number(found[3] ?? found[5]), Number(found[4] ?? found[6]));
}
