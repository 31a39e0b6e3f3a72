import { comparable, core, holds } from "@/lib/preflight/comparable";
import type { PreflightSource } from "@/lib/preflight/draft";
import { nameKey } from "@/lib/suggestions/aliases";
import { isPersonLike, namesIn } from "@/lib/suggestions/names";
import { GROUP, isPeople, isRole } from "@/lib/suggestions/nouns";
import { splitSentences } from "@/lib/suggestions/sentences";
import { tokenise } from "@/lib/suggestions/tokens";

/** Places in which an organisation keeps speaking: "its help pages" stand in the Help Center. */
const STANDING =
  /^(?:help|docs|documentation|support|blog|newsroom|status|changelog|forum|handbook|faq|wiki)$/;

/** Whether a speaker is somebody by name: not "regulators", "the company", "a spokesperson". */
export function isNamed(speaker: string): boolean {
  const [first = "", ...others] = speaker
    .trim()
    .replace(/^(?:the|an?|our|its|their)\s+/i, "")
    .split(/\s+/);
  if (!/\p{Lu}/u.test(first)) return false;
  const last = others.at(-1) ?? first;
  // "Early testers": a capital that only begins a sentence.
  if (others.length > 0) return !/^\p{Ll}.*s$/u.test(last);
  const word = last.toLowerCase();
  return !(isPeople(word, true) || isRole(word) || GROUP.has(word));
}

/** Everybody in "Ana Ruiz and Castell": a name that has the word in itself stays whole where a source knows it so. */
export const speakersIn = (speaker: string): string[] => speaker.split(/\s+and\s+/);

/** The parts of an address's host that may be a name: "global.rakuten.com" has "global" and "rakuten". */
function hostNames(url: string | null): string[] {
  if (url === null || !URL.canParse(url)) return [];
  return new URL(url).hostname.split(".").slice(0, -1);
}

/** A source as names are compared with it. */
interface NamedSource {
  publisher: string;
  /** The publisher's name without what it calls its pages. */
  core: string;
  title: string;
  byline: string;
  hosts: string[];
  /** Long, and seldom needed. */
  text(): string;
}

function namedSource({ title, publisher, byline, url, text }: PreflightSource): NamedSource {
  let read: string | null = null;
  return {
    publisher: comparable(publisher),
    core: core(publisher),
    title: comparable(title),
    byline: comparable(byline),
    hosts: hostNames(url),
    text: () => {
      read ??= comparable(text);
      return read;
    },
  };
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
function carries(source: NamedSource, name: string): boolean {
  const { title, publisher, byline, hosts } = source;
  if ([title, publisher, byline].some((field) => holds(field, name))) return true;
  // "Google DeepMind" speaks on pages of Google; "WHO" on those of the World Health Organization.
  if (holds(name, source.core) || isAbbreviated(name, publisher)) return true;
  const joined = name.replaceAll(" ", "");
  const inHost = hosts.some(
    (part) =>
      part.replaceAll("-", "") === joined || (joined.length >= LEAST_IN_HOST && part.includes(joined)),
  );
  return inHost || holds(source.text(), name);
}

/** Something of somebody's in a text: "Anthropic’s help documentation". */
interface Owned {
  /** The words before the apostrophe, comparable. */
  by: string;
  /** The words after it, four at most, as they are written. */
  words: string[];
}

/** UTF-16 units around an apostrophe in which owner and owned stand. */
const AROUND = 60;

function ownedIn(text: string): Owned[] {
  return [...text.matchAll(/(?<=[\p{L}\p{N}])['’]s?\s/gu)].map((match) => {
    const after = text.slice(match.index + match[0].length, match.index + AROUND);
    const words = /^(?:[\p{L}\p{N}.‐‑-]+\s*){0,4}/u.exec(after)?.[0] ?? "";
    return {
      by: comparable(text.slice(Math.max(0, match.index - AROUND), match.index)),
      words: words.trim().split(/\s+/),
    };
  });
}

/**
 * Whether a source is a page of something that the story calls the speaker's own: "Anthropic's help documentation" and a source
 * of the "Claude Help Center", or "Orrin's Halyard" and one with the title "Halyard 3". Product names are words with a capital
 * or a digit; kinds of pages are those that an organisation keeps (`STANDING`). Not where the source's publisher is somebody else
 * whom the story has speak.
 */
function isOwn(source: NamedSource, owned: Owned[], others: string[]): boolean {
  if (others.some((other) => holds(source.publisher, other))) return false;
  const page = `${source.title} ${source.publisher}`;
  return owned.some(({ words }) =>
    words.some((word) => {
      const key = comparable(word);
      const isProduct = key.length > 2 && /[\p{Lu}\p{N}]/u.test(word);
      return (isProduct || STANDING.test(key)) && holds(page, key);
    }),
  );
}

/** Titles of pages by whose they are: what is known of the products of a publisher. */
export type KnownTitles = ReadonlyMap<string, string[]>;

export function knownTitles(pages: readonly { publisher: string; title: string }[]): KnownTitles {
  const known = new Map<string, string[]>();
  for (const { publisher, title } of pages) {
    const by = core(publisher);
    const titles = known.get(by);
    if (titles) titles.push(comparable(title));
    else known.set(by, [comparable(title)]);
  }
  return known;
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

interface StoryWords {
  sources: readonly PreflightSource[];
  /** The story's own texts. */
  texts: string[];
  /** Everybody whom the story has speak. */
  speakers: readonly string[];
  known: KnownTitles;
}

/**
 * Answers, for one story, whether a speaker has a source in it; `role` is what they are, where somebody wrote it down ("chief
 * executive of Nvidia"). They have one by the first of these that holds, over names without case, accents and company forms:
 * a source carries the name (`carries`); a source is a page of what the story calls the speaker's own (`isOwn`); its publisher is
 * named after something in the title of a page known to be the speaker's ("Halyard Help Center", when Orrin once published
 * "Introducing Halyard 3"); a person's role, or a sentence that names them, names an organisation that a source carries.
 * No list of known names is behind any of it.
 */
export function sourcedIn({ sources, texts, speakers, known }: StoryWords) {
  const named = sources.map(namedSource);
  const allOwned = texts.flatMap(ownedIn);
  const all = speakers.map((each) => comparable(nameKey(each)));
  return (speaker: string, role: string | null = null): boolean => {
    const name = comparable(nameKey(speaker));
    if (name === "" || named.some((source) => carries(source, name))) return true;
    const others = all.filter((other) => other !== name);
    const owned = allOwned.filter(({ by }) => ` ${by}`.endsWith(` ${name}`));
    const titles = known.get(name) ?? [];
    const isTheirs = (source: NamedSource) =>
      isOwn(source, owned, others) ||
      titles.some((title) => holds(title, source.core)) ||
      holds(comparable(role ?? ""), source.core);
    if (named.some(isTheirs)) return true;
    if (!isPersonLike(speaker)) return false;
    const around = namedWith(name, texts).filter((other) => !holds(name, other));
    return around.some((other) => named.some((source) => carries(source, other)));
  };
}
