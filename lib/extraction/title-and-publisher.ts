import { bare, cleanLine } from "./clean-text.ts";
import { ownElements, shownValue } from "./elements.ts";
import { isThing, resolved, type Thing, typesOf } from "./json-ld.ts";
import { cleanByline, namesOf, splitTitle } from "./names.ts";
import { headingsOf, type PageFacts } from "./page-facts.ts";
import { type Found, firstFound, type Rule } from "./rules.ts";

const content = (facts: PageFacts, ...names: string[]) =>
  names.map((name) => cleanLine(facts.meta.get(name)?.[0])).find((said) => said !== null) ?? null;

/** A site's name; some write their address or the handle of an account instead. */
function siteName(value: unknown): string | null {
  const name = cleanLine(value);
  if (name === null || /^@/.test(name)) return null;
  const address = /^(?:https?:\/\/)?(?:www\.)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)\/?$/i.exec(name);
  return address && /^(?:https?:|www\.)/i.test(name) ? (address[1] ?? name) : name;
}

function publisherOf({ works, things }: PageFacts): string | null {
  for (const work of works)
    for (const value of [work.publisher, work.sourceOrganization, work.isPartOf]) {
      const list = [value].flat().map((each) => resolved(each, things));
      const named = list.filter((each) => typeof each === "string" || isPublisher(each));
      const name = named.flatMap((each) => namesOf(each, things)).find((each) => each !== null);
      if (name) return siteName(name);
    }
  return null;
}

const isPublisher = (value: unknown): value is Thing =>
  isThing(value) &&
  !typesOf(value).some((type) =>
    /^(?:WebPage|CollectionPage|Person|PublicationIssue|PublicationVolume)$/.test(type),
  );

function siteInJsonLd({ things }: PageFacts): string | null {
  const site = things.find((thing) => typesOf(thing).some((type) => /^WebSite$|Organization$/.test(type)));
  return site ? siteName(site.name) : null;
}

function microdataPublisher({ document }: PageFacts): string | null {
  const [publisher] = ownElements(document, '[itemprop~="publisher"]');
  const name = publisher?.querySelector('[itemprop~="name"]') ?? publisher;
  return name ? siteName(shownValue(name)) : null;
}

/** Names of the site that the page gives; by them its name is cut off a title. */
function knownNames(facts: PageFacts): string[] {
  const names = [
    publisherOf(facts),
    siteName(content(facts, "og:site_name")),
    content(
      facts,
      "application-name",
      "apple-mobile-web-app-title",
      "citation_journal_title",
      "dc.publisher",
    ),
    siteInJsonLd(facts),
    microdataPublisher(facts),
  ];
  return names.filter((name) => name !== null);
}

const titleElement = ({ document }: PageFacts) =>
  cleanLine(document.querySelector("head > title, title")?.textContent);

function split(facts: PageFacts, title: string | null) {
  if (title === null) return { headline: null, site: null };
  return splitTitle(title, {
    names: knownNames(facts),
    domain: facts.domain,
    headings: [...facts.headings, ...headingsOf(facts.document, "h2")],
  });
}

const headlineOf = ({ works }: PageFacts) =>
  works.map((work) => cleanLine(work.headline) ?? cleanLine(work.name)).find((said) => said !== null) ?? null;

const firstValue = (facts: PageFacts, selector: string) => {
  const [element] = ownElements(facts.document, selector);
  return element ? shownValue(element) : null;
};

const TITLES: Rule[] = [
  ["highwire", (facts) => content(facts, "citation_title")],
  ["json-ld", headlineOf],
  ["open-graph", (facts) => content(facts, "og:title")],
  ["twitter", (facts) => content(facts, "twitter:title")],
  ["dublin-core", (facts) => content(facts, "dc.title", "dcterms.title")],
  ["microdata", (facts) => firstValue(facts, '[itemprop~="headline"]')],
  ["microformat", (facts) => firstValue(facts, ".h-entry .p-name, .hentry .entry-title")],
  ["meta", (facts) => content(facts, "parsely-title", "sailthru.title", "title")],
  ["html-title", titleElement],
  ["heading", (facts) => facts.headings[0] ?? firstValue(facts, "h2")],
];

/** What systems write where nobody wrote a title: a word for nothing, or the file's name. */
const NO_TITLE = /^(?:untitled|home|index|null|undefined|\S+\.(?:x?html?|xml|pdf|docx?|aspx?|php))$/i;

/**
 * The headline: what metadata and the page's own heading agree on, since titles written for search engines and social
 * networks often differ from what readers see; otherwise what the first rule says. Without the site's name.
 */
export function findTitle(facts: PageFacts): Found {
  const said = TITLES.map(([from, read]) => ({ from, value: split(facts, read(facts)).headline }));
  const shown = new Set(facts.headings.map(bare));
  const usable = said.filter(({ value }) => value !== null && !NO_TITLE.test(value));
  return (
    usable.find(({ value, from }) => from !== "heading" && shown.has(bare(value ?? ""))) ?? usable[0] ?? null
  );
}

const PUBLISHERS: Rule[] = [
  ["highwire", (facts) => content(facts, "citation_journal_title", "citation_conference_title")],
  ["json-ld", publisherOf],
  ["open-graph", (facts) => siteName(content(facts, "og:site_name"))],
  ["dublin-core", (facts) => content(facts, "dc.publisher", "dcterms.publisher")],
  ["highwire", (facts) => content(facts, "citation_publisher", "citation_technical_report_institution")],
  ["microdata", microdataPublisher],
  ["json-ld", siteInJsonLd],
  [
    "meta",
    (facts) =>
      content(facts, "publisher", "application-name", "apple-mobile-web-app-title", "copyright-holder"),
  ],
  ["html-title", (facts) => split(facts, titleElement(facts)).site],
  ["url", (facts) => facts.domain || null],
];

/** Who published it; with nothing said, the registered domain of its address. */
export const findPublisher = (facts: PageFacts): Found =>
  firstFound(PUBLISHERS, facts, (name) => (bare(name) === "" ? null : (cleanByline(name) ?? name)));
