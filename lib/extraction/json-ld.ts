import { bare, cleanLine } from "./clean-text.ts";

/** A node of JSON-LD as it was written: nothing about it is certain. */
export type Thing = Record<string, unknown>;

// Deeper than any publisher's markup; a hostile page may nest without end.
const DEEPEST = 12;
const MOST = 2_000;

/** What is said about the page, most specific first. schema.org, "CreativeWork" and what is below it. */
const WORKS = [
  /(?:News|Scholarly|Tech|Advertiser\w*|Satirical)Article$/,
  /^(?:Article|BlogPosting|LiveBlogPosting|SocialMediaPosting|DiscussionForumPosting|APIReference)$/,
  /^(?:Report|Dataset|Legislation|Thesis|Question|Review|PodcastEpisode|VideoObject|SoftwareSourceCode|CreativeWork)$/,
  /^(?:WebPage|ItemPage|QAPage|FAQPage|AboutPage)$/,
];

/** The types of a node without their vocabulary: "schema:NewsArticle" and "https://schema.org/NewsArticle" are one. */
export function typesOf(thing: Thing): string[] {
  return [thing["@type"]]
    .flat()
    .filter((type) => typeof type === "string")
    .map((type) => type.replace(/^.*[/#:]/, ""));
}

export function isThing(value: unknown): value is Thing {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Mends what content systems get wrong most often: comments around it, line ends inside strings, commas before a bracket. */
function parseLoosely(json: string): unknown {
  const bared = json
    .replace(/^\s*(?:\/\/\s*)?(?:<!--|<!\[CDATA\[)|(?:\/\/\s*)?(?:-->|\]\]>)\s*$/g, "")
    .trim();
  // JSON forbids control characters inside strings.
  const mended = bared.replace(/\p{Cc}+/gu, " ").replace(/,\s*(?=[}\]])/g, "");
  for (const attempt of [bared, mended, mended.replace(/;\s*$/, "")])
    try {
      return JSON.parse(attempt);
    } catch {
      // The next one, or none: a page is not worse off without it.
    }
  return undefined;
}

function collect(value: unknown, into: Thing[], depth = 0): void {
  if (depth > DEEPEST || into.length >= MOST) return;
  if (Array.isArray(value)) for (const each of value) collect(each, into, depth + 1);
  if (!isThing(value)) return;
  into.push(value);
  collect([value["@graph"], value.mainEntity], into, depth + 1);
}

/** All nodes of a page's JSON-LD that stand for themselves: at the top, in a list, a graph or as the main entity. */
export function readJsonLd(document: Document): Thing[] {
  const things: Thing[] = [];
  for (const script of document.querySelectorAll('script[type*="ld+json" i]'))
    collect(parseLoosely(script.textContent ?? ""), things);
  return things;
}

/** A node that only names another ("@id") as that other. */
export function resolved(value: unknown, things: Thing[]): unknown {
  if (!isThing(value) || typeof value["@id"] !== "string" || Object.keys(value).length > 2) return value;
  return things.find((thing) => thing["@id"] === value["@id"] && Object.keys(thing).length > 2) ?? value;
}

function addressesOf(thing: Thing): string[] {
  const main = thing.mainEntityOfPage;
  const named = [thing.url, thing["@id"], isThing(main) ? main["@id"] : main];
  return named.filter((each) => typeof each === "string").map(withoutNoise);
}

/** What tells two addresses of one site apart. */
const withoutNoise = (url: string) => url.replace(/^https?:\/\/(?:www\.)?/, "").replace(/[#?].*$|\/+$/g, "");

/**
 * The nodes that are about this very page, the best first. Lists of other stories are in the same form: where several
 * articles are there, the one with the page's address or headline is it, otherwise the first.
 */
export function worksOnPage(things: Thing[], addresses: string[], headings: string[]): Thing[] {
  const here = new Set(addresses.map(withoutNoise));
  const shown = new Set(headings.map(bare));
  const isHere = (thing: Thing) =>
    addressesOf(thing).some((address) => here.has(address)) ||
    shown.has(bare(cleanLine(thing.headline ?? thing.name) ?? ""));
  return WORKS.flatMap((kind) => {
    const alike = things.filter((thing) => typesOf(thing).some((type) => kind.test(type)));
    const first = alike.find(isHere) ?? alike[0];
    return first ? [first] : [];
  });
}
