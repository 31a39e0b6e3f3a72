import { bare, cleanLine } from "./clean-text.ts";
import { isThing, resolved, type Thing, typesOf } from "./json-ld.ts";

const BY =
  /^(?:(?:written|posted|published|reported|story|words|text|article) by|by|von|par|por|door|di|av|autore?r?(?:in)?|author|par|текст|文)\s*[:：/]?\s+|^(?:文|记者|記者|作者|執筆)\s*[:：/／]\s*/iu;
const ADDRESS = /\S+@\S+\.\S+|(?:https?:\/\/|www\.)\S+|(?<=^|[\s(])@\w+/gi;
/** After the name: a job, a date, the time it takes to read. */
const AFTER =
  /\s*(?:[|·•]|\s[–—-]\s|\bUpdated\b|\bPublished\b|\bPosted\b|\bon \w+ \d|,\s*(?:for the |(?:[\p{L}-]+ ){0,3}(?:writer|reporter|editor|correspondent|columnist|journalist|redakteur(?:in)?|korrespondent(?:in)?)\b)).*$/iu;
const NOBODY =
  /^(?:admin(?:istrator)?|webmaster|root|user|author|editor|redaktion|unknown|anonymous|null|undefined|n\/a|none|[a-z]+\.[a-z]+)$/i;
const LONGEST_BYLINE = 300;

/** The names in a byline, without "By", e-mail addresses, jobs and dates; null when nobody is named. */
export function cleanByline(value: unknown): string | null {
  const line = cleanLine(value);
  if (line === null || /^https?:\/\/\S+$/.test(line)) return null;
  const name = line
    .replace(BY, "")
    .replace(ADDRESS, " ")
    .replace(AFTER, "")
    .replace(/\s+(?:기자|記者|记者)$/u, "")
    .replace(/[<([]\s*[>)\]]/g, "")
    .replace(/\s+/g, " ")
    .replace(/^[\s,;:–—-]+|[\s,;:–—-]+$/gu, "");
  return name === "" || name.length > LONGEST_BYLINE || NOBODY.test(name) || !/\p{L}/u.test(name)
    ? null
    : name;
}

/** Catalogues write the family name first. */
export function asSpoken(name: string): string {
  const parts = name.split(/\s*,\s*/);
  const [family, given] = parts;
  return parts.length === 2 && family && given && !/^(?:jr|sr|ph\.?d|m\.?d)\.?$/i.test(given)
    ? `${given} ${family}`
    : name;
}

/** Names in the order of the page, each once, as one byline; null for none. */
export function joinNames(names: (string | null)[]): string | null {
  const known = new Map<string, string>();
  for (const name of names) if (name !== null && !known.has(bare(name))) known.set(bare(name), name);
  return known.size === 0 ? null : [...known.values()].join(", ");
}

/** Who a node of JSON-LD names: a string, a node, the id of one, or a list of those. */
export function namesOf(value: unknown, things: Thing[]): (string | null)[] {
  if (Array.isArray(value))
    return value.slice(0, 50).flatMap((each) => (Array.isArray(each) ? [] : namesOf(each, things)));
  const thing = resolved(value, things);
  if (!isThing(thing)) return [cleanLine(thing)];
  if (Array.isArray(thing.name)) return thing.name.slice(0, 50).map(cleanLine);
  const whole = cleanLine(thing.name);
  if (whole !== null || !typesOf(thing).includes("Person")) return [whole];
  return [cleanLine([thing.givenName, thing.familyName].filter(Boolean).join(" "))];
}

/** Chinese sites divide by "_", Japanese ones by a wide bar. */
const SEPARATOR = /\s+[|–—·•»«:-]+\s+|\s*[|｜»]\s*|(?<=\S):\s+|(?<=\p{Script=Han})_(?=\p{Script=Han})/u;

/** Whether a part of a title is the site's own name, or the label of its domain in other letters. */
function isSiteName(part: string, names: string[], domain: string): boolean {
  const said = bare(part);
  if (said === "") return true;
  const label = bare(domain.split(".")[0] ?? "");
  const without = said.replace(/^the/, "");
  if (label.length > 3 && (without === label.replace(/^the/, "") || said === bare(domain))) return true;
  return names.some((name) => bare(name) === said || bare(name).replace(/^the/, "") === without);
}

/**
 * A page's <title> taken apart: the headline, and the site's name where it stood before or behind it ("Headline —
 * Publisher", "Publisher | Section | Headline"). What is cut is known as the site's name, is what the page's own heading
 * leaves over, or stands behind a bar, which headlines hardly use.
 */
export function splitTitle(
  title: string,
  known: { names: string[]; domain: string; headings: string[] },
): { headline: string; site: string | null } {
  const parts = title.split(SEPARATOR);
  const isSite = (part: string | undefined) =>
    part !== undefined && isSiteName(part, known.names, known.domain);
  const site = [parts.at(-1), parts[0]].find(isSite) ?? null;
  const shown = known.headings.find(
    (heading) => parts.length > 1 && !isSite(heading) && isPartOf(heading, title),
  );
  if (shown)
    return { headline: shown, site: site ?? (title.startsWith(shown) ? parts.at(-1) : parts[0]) ?? null };
  let [start, end] = [0, title.length];
  for (let last = parts.length - 1; last > 0 && isSite(parts[last]); last--)
    end = title.lastIndexOf(parts[last] ?? "", end - 1);
  if (end === title.length && isSite(parts[0]) && parts.length > 1)
    start = title.indexOf(parts[1] ?? "", (parts[0] ?? "").length);
  const left = title.slice(start, end).replace(/^[\s|｜_–—·•»«:-]+|[\s|｜_–—·•»«:-]+$/gu, "");
  const barred = /^(.{10,}?)\s+[|»]\s+[^|»]{2,40}$/u.exec(left)?.[1];
  return { headline: (site === null ? barred : null) ?? (left === "" ? title : left), site };
}

/** Whether a heading is the whole beginning or end of a title, up to a separator. */
function isPartOf(heading: string, title: string): boolean {
  const edge = /^\s*[|｜_–—·•»«:-]|^\s*$/u;
  if (title.startsWith(heading)) return edge.test(title.slice(heading.length));
  return title.endsWith(heading) && /[|｜_–—·•»«:-]\s*$/u.test(title.slice(0, -heading.length));
}
