import type { KnownPage, PreflightSource } from "@/lib/preflight/draft";
import { nameKey } from "@/lib/suggestions/aliases";
import { isPersonLike, namesIn } from "@/lib/suggestions/names";
import { GROUP, isPeople, isRole } from "@/lib/suggestions/nouns";
import { splitSentences } from "@/lib/suggestions/sentences";
import { tokenise } from "@/lib/suggestions/tokens";

/** Words of a text to compare names by: letters and digits in lower case, accents off, one space between words. */
export function comparable(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’]s(?![\p{L}\p{N}])/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

const holds = (text: string, words: string) => words !== "" && ` ${text} `.includes(` ${words} `);

/** What publishers call their pages and themselves besides their name. */
const PAGE_WORDS =
  /^(?:blog|newsroom|news|press|docs|documentation|help|support|center|centre|status|changelog|research|group|company|inc|corp|ltd|llc|plc|ag|gmbh|co|the|of|for|and)$/;
/** Places in which an organisation keeps speaking: "its help pages" stand in the Help Center. */
const STANDING =
  /^(?:help|docs|documentation|support|blog|newsroom|status|changelog|forum|handbook|faq|wiki)$/;

const core = (publisher: string) =>
  comparable(publisher)
    .split(" ")
    .filter((word) => !PAGE_WORDS.test(word))
    .join(" ");

/** Whether a speaker is somebody by name: not "regulators", "the company", "a spokesperson". */
export function isNamed(speaker: string): boolean {
  const [first = "", ...others] = speaker
    .trim()
    .replace(/^(?:the|an?|our|its|their)\s+/i, "")
    .split(/\s+/);
  if (!/\p{Lu}/u.test(first)) return false;
  const last = (others.at(-1) ?? first).toLowerCase();
  return !(others.length === 0 && (isPeople(last) || isRole(last) || GROUP.has(last)));
}

/** Everybody in "Ana Ruiz and Castell": a name that has the word in itself stays whole where a source knows it so. */
export const speakersIn = (speaker: string): string[] => speaker.split(/\s+and\s+/);

/** The parts of an address's host that may be a name: "global.rakuten.com" has "global" and "rakuten". */
function hostNames(url: string | null): string[] {
  if (url === null || !URL.canParse(url)) return [];
  return new URL(url).hostname.split(".").slice(0, -1);
}

/** The least letters of a name that is looked for within a host's name ("openai" in "openai-status"). */
const LEAST_IN_HOST = 5;

const initialsOf = (words: string[]) =>
  words
    .filter((word) => !/^(?:of|the|for|and)$/.test(word))
    .map((word) => word[0])
    .join("");

function isAbbreviated(name: string, publisher: string): boolean {
  const [short, long] = name.includes(" ") ? [publisher, name] : [name, publisher];
  return short.length > 1 && !short.includes(" ") && initialsOf(long.split(" ")) === short;
}

/** Whether a source carries a name: in its publisher, title, byline, host, or in its text that was kept. */
function carries(source: PreflightSource, name: string): boolean {
  const { title, publisher, byline, url, text } = source;
  const by = core(publisher);
  if ([title, publisher, byline].some((field) => holds(comparable(field), name))) return true;
  // "Google DeepMind" speaks on pages of Google; "WHO" on those of the World Health Organization.
  if (holds(name, by) || isAbbreviated(name, comparable(publisher))) return true;
  const joined = name.replaceAll(" ", "");
  const inHost = hostNames(url).some(
    (part) =>
      comparable(part).replaceAll(" ", "") === joined ||
      (joined.length >= LEAST_IN_HOST && part.includes(joined)),
  );
  return inHost || holds(comparable(text), name);
}

/** The words after "X's" in a text, four at most, as they are written; "own" and punctuation end or fall out. */
function ownedBy(name: string, texts: string[]): string[][] {
  const found: string[][] = [];
  for (const text of texts) {
    for (const match of text.matchAll(
      /([\p{L}\p{N}][\p{L}\p{N} .&‑-]{0,60}?)['’]s?\s+((?:[\p{L}\p{N}.‑-]+\s*){1,4})/gu,
    )) {
      if (!` ${comparable(match[1] ?? "")}`.endsWith(` ${name}`)) continue;
      found.push((match[2] ?? "").trim().split(/\s+/));
    }
  }
  return found;
}

/**
 * Whether a source is a page of something that the story calls the speaker's own: "Anthropic's help documentation" and a source
 * of the "Claude Help Center", or "Orrin's Halyard" and one with the title "Halyard 3". Product names are words with a capital
 * or a digit; kinds of pages are those that an organisation keeps (`STANDING`). Not where the source's publisher is somebody else
 * whom the story has speak.
 */
function isOwn(source: PreflightSource, owned: string[][], others: string[]): boolean {
  if (others.some((other) => holds(comparable(source.publisher), other))) return false;
  const page = `${comparable(source.title)} ${comparable(source.publisher)}`;
  return owned.some((words) =>
    words.some((word) => {
      const key = comparable(word);
      const isProduct = key.length > 2 && /[\p{Lu}\p{N}]/u.test(word);
      return (isProduct || STANDING.test(key)) && holds(page, key);
    }),
  );
}

/**
 * Whether a source's publisher is named after something in the title of a page that is known to be the speaker's own: of the
 * "Halyard Help Center", when Orrin once published "Introducing Halyard 3".
 */
function isKnownAsOwn({ publisher }: PreflightSource, name: string, known: readonly KnownPage[]): boolean {
  const by = core(publisher);
  return known.some((page) => core(page.publisher) === name && holds(comparable(page.title), by));
}

/** What is named in the same sentence as a person: whom they speak for, as far as the story says. */
function namedWith(name: string, texts: string[]): string[] {
  const surname = name.split(" ").at(-1) ?? name;
  return texts.flatMap((text) =>
    splitSentences(text)
      .map(({ start, end }) => text.slice(start, end))
      .filter((sentence) => holds(comparable(sentence), surname))
      .flatMap((sentence) => namesIn(tokenise(sentence)).map((each) => comparable(nameKey(each.text)))),
  );
}

export interface SpeakerContext {
  sources: readonly PreflightSource[];
  /** Pages of any story, with whose they are. */
  known: readonly KnownPage[];
  /** The story's own texts. */
  texts: string[];
  /** Everybody whom the story has speak. */
  speakers: readonly string[];
  /** What the speaker is, where somebody wrote it down: "chief executive of Nvidia". */
  role?: string | null;
}

/**
 * Whether a speaker has a source in the story. By the first of these that holds, over names without case, accents and company forms:
 * a source carries the name (`carries`); a source is a page of what the story calls the speaker's own (`isOwn`), or of
 * what a page of theirs is known to be about (`isKnownAsOwn`); a person's role, or a sentence that names them, names an organisation that a source carries. No list of known names is behind any of it.
 */
export function isSourced(
  speaker: string,
  { sources, known, texts, speakers, role }: SpeakerContext,
): boolean {
  const name = comparable(nameKey(speaker));
  if (name === "" || sources.some((source) => carries(source, name))) return true;
  const others = speakers.map((each) => comparable(nameKey(each))).filter((other) => other !== name);
  const owned = ownedBy(name, texts);
  if (sources.some((source) => isOwn(source, owned, others) || isKnownAsOwn(source, name, known)))
    return true;
  if (sources.some(({ publisher }) => holds(comparable(role ?? ""), core(publisher)))) return true;
  if (!isPersonLike(speaker)) return false;
  const around = namedWith(name, texts).filter((other) => !holds(name, other));
  return around.some((other) => sources.some((source) => carries(source, other)));
}
