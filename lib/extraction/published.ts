import { cleanLine } from "./clean-text.ts";
import { type DateHints, dateInUrl, readDate } from "./dates.ts";
import { ownElements, shownValue } from "./elements.ts";
import type { PageFacts } from "./page-facts.ts";
import { type Found, firstFound, type Rule } from "./rules.ts";

type Dated = (facts: PageFacts, hints: DateHints) => string | null;

const inMeta =
  (...names: string[]): Dated =>
  ({ meta }, hints) =>
    names
      .flatMap((name) => meta.get(name) ?? [])
      .map((said) => readDate(said, hints))
      .find((day) => day !== null) ?? null;

const inJsonLd: Dated = ({ works }, hints) => {
  const said = [
    ...works.map((work) => work.datePublished),
    ...works.map((work) => work.dateCreated ?? work.uploadDate),
  ];
  return said.map((each) => readDate(each, hints)).find((day) => day !== null) ?? null;
};

const CHANGED =
  /updat|modif|revis|edited|aktualisiert|geändert|mis à jour|actualizad|atualizad|bijgewerkt|更新|수정/i;
const LONGEST = 160;

/** Words about a change are cut off where another date stands before them, and refused where they come first. */
function publishedPart(words: string): string | null {
  const at = words.search(CHANGED);
  if (at < 0) return words;
  return /\d{4}/.test(words.slice(0, at)) ? words.slice(0, at) : null;
}

function isChange(element: Element): boolean {
  const named = `${element.getAttribute("class") ?? ""} ${element.getAttribute("itemprop") ?? ""} ${element.id ?? ""}`;
  return CHANGED.test(named) && !/publish|entry-date/i.test(named);
}

const inElements =
  (...selectors: string[]): Dated =>
  ({ document }, hints) => {
    for (const selector of selectors)
      for (const element of ownElements(document, selector)) {
        const before = cleanLine(element.previousSibling?.textContent?.slice(-40)) ?? "";
        if (isChange(element) || CHANGED.test(before)) continue;
        const words =
          element.hasAttribute("datetime") || element.hasAttribute("content")
            ? shownValue(element)
            : cleanLine(element.textContent);
        const part = words !== null && words.length < LONGEST ? publishedPart(words) : null;
        const day =
          readDate(part, hints) ??
          readDate(publishedPart(cleanLine(element.textContent)?.slice(0, LONGEST) ?? ""), hints);
        if (day !== null) return day;
      }
    return null;
  };

const nearHeadline: Dated = ({ aroundHeadline }, hints) =>
  aroundHeadline.map((line) => readDate(publishedPart(line), hints)).find((day) => day !== null) ?? null;

/** "HAMBURG, March 12, 2026 /Wire/ --" and "Hamburg, 12. März 2026 –": the place and day that a press release begins with. */
const inDateline: Dated = ({ document }, hints) => {
  for (const paragraph of ownElements(document, "p").slice(0, 6)) {
    const words = cleanLine(paragraph.textContent?.slice(0, 400));
    const dateline = /^[^.!?]{0,60}?[,(–-]\s*([^(/–—]{0,30}?\d{4})\)?\s*(?:\/|\(|--|–|—|-\s)/u.exec(
      words ?? "",
    )?.[1];
    const day = dateline ? readDate(dateline, hints) : null;
    if (day !== null) return day;
  }
  return null;
};

const DAYS: [from: string, read: Dated][] = [
  ["json-ld", inJsonLd],
  [
    "open-graph",
    inMeta(
      "article:published_time",
      "og:article:published_time",
      "article:published",
      "og:published_time",
      "article:post_date",
    ),
  ],
  ["highwire", inMeta("citation_publication_date", "citation_online_date", "citation_date")],
  [
    "dublin-core",
    inMeta(
      "dc.date.issued",
      "dcterms.issued",
      "dcterms.created",
      "dc.date.created",
      "dc.date",
      "dcterms.date",
    ),
  ],
  [
    "meta",
    inMeta(
      "parsely-pub-date",
      "sailthru.date",
      "datepublished",
      "pubdate",
      "publishdate",
      "publish-date",
      "publish_date",
      "publication_date",
      "ptime",
      "displaydate",
      "date",
      "originalpublicationdate",
      "rnews:datepublished",
      "article.published",
    ),
  ],
  ["microdata", inElements('[itemprop~="datePublished"]')],
  ["microformat", inElements(".dt-published", ".hentry .published", ".hentry .entry-date")],
  ["time", inElements("time[pubdate]", "article header time", "article time, main time", "time")],
  [
    "text",
    inElements(
      '[class*="publi" i]',
      '[class*="date" i], [id*="date" i]',
      '[class*="posted" i], [class*="byline" i], [class*="meta" i], [class*="time" i]',
    ),
  ],
  ["headline", nearHeadline],
  ["dateline", inDateline],
  ["url", ({ url }) => dateInUrl(url)],
];

/** The day of publication as an ISO date; never that of a change, of another story or of a comment. */
export function findDay(facts: PageFacts, language: string | null): Found {
  const locale = facts.meta.get("og:locale")?.[0]?.replace("_", "-") ?? null;
  const region = locale !== null && locale.slice(0, 2) === (language ?? locale).slice(0, 2) ? locale : null;
  const hints = {
    language: language?.includes("-") ? language : (region ?? language),
    topLevel: facts.host.split(".").at(-1) ?? "",
  };
  const rules: Rule[] = DAYS.map(([from, read]) => [from, (page) => read(page, hints)]);
  return firstFound(rules, facts);
}
