import { bare, cleanLine } from "./clean-text.ts";
import { ownElements, shownValue } from "./elements.ts";
import { asSpoken, cleanByline, joinNames, namesOf } from "./names.ts";
import type { PageFacts } from "./page-facts.ts";
import { type Found, firstFound, type Rule } from "./rules.ts";

const fromMeta =
  (...names: string[]) =>
  ({ meta }: PageFacts) =>
    joinNames(
      names
        .map((name) => meta.get(name))
        .find((said) => said)
        ?.slice(0, 50)
        .map(cleanByline) ?? [],
    );

/** Catalogues name one author per element, the family name first. */
const fromCatalogue =
  (...names: string[]) =>
  ({ meta }: PageFacts) =>
    joinNames(
      names
        .flatMap((name) => meta.get(name) ?? [])
        .slice(0, 50)
        .flatMap((said) => said.split(";"))
        .map((said) => asSpoken(cleanByline(said) ?? "") || null),
    );

function fromJsonLd({ works, things }: PageFacts): string | null {
  for (const work of works) {
    const name = joinNames(namesOf(work.author ?? work.creator, things).map(cleanByline));
    if (name !== null) return name;
  }
  return null;
}

function fromMicrodata({ document }: PageFacts): string | null {
  const authors = ownElements(document, '[itemprop~="author"]');
  return joinNames(
    authors.map((author) => cleanByline(shownValue(author.querySelector('[itemprop~="name"]') ?? author))),
  );
}

// A byline is a few names. What is longer is a box about the author.
const LONGEST = 120;

const fromElements =
  (...selectors: string[]) =>
  ({ document }: PageFacts) => {
    for (const selector of selectors) {
      const [first, ...others] = ownElements(document, selector).filter(
        (element) => (cleanLine(element.textContent)?.length ?? LONGEST) < LONGEST,
      );
      // Several authors stand beside each other.
      const beside = others.filter((other) => other.parentElement === first?.parentElement);
      const names = first ? joinNames([first, ...beside].map((each) => cleanByline(each.textContent))) : null;
      if (names !== null) return names;
    }
    return null;
  };

const NAME = String.raw`\p{Lu}[\p{L}'’.-]*(?:\s+(?:(?:d[aeiu]|del?|du|van|von|der|den|la|le|of|y|e)\s+)*\p{Lu}[\p{L}'’.-]+){1,3}`;
/** "By" and its like, at the beginning of a line or behind a date, before a name of two words or more. */
const BY_NAME = new RegExp(
  String.raw`(?:^|[,|·•–—-]\s*|\d\s+)(?:(?:[Ww]ritten |[Pp]osted )?[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or|[Dd]oor|[Dd]i|Av|Af)\s+(${NAME}(?:(?:,| and| und| et| y| e| en)\s+${NAME})*)`,
  "u",
);

function fromLine({ aroundHeadline }: PageFacts): string | null {
  const name = aroundHeadline.map((line) => BY_NAME.exec(line)?.[1]).find((each) => each !== undefined);
  return cleanByline(name);
}

const BYLINES: Rule[] = [
  ["highwire", fromCatalogue("citation_author", "citation_authors")],
  ["json-ld", fromJsonLd],
  ["meta", fromMeta("parsely-author", "sailthru.author", "author", "byl", "dcsext.author")],
  ["open-graph", fromMeta("article:author", "og:article:author")],
  ["dublin-core", fromCatalogue("dc.creator", "dcterms.creator", "dc.creator.personalname")],
  ["microdata", fromMicrodata],
  ["microformat", fromElements(".p-author .p-name", ".p-author", ".vcard.author .fn", ".author.vcard")],
  ["rel-author", fromElements('[rel~="author"]')],
  [
    "byline",
    fromElements(
      '[class~="byline" i] a',
      '[class*="byline" i]',
      '[class*="author-name" i], [class*="authorname" i]',
      '[class~="author" i], [class$="-author" i], [class*="-author " i]',
      '[data-testid*="author" i]',
    ),
  ],
  ["headline", fromLine],
];

/** Who wrote it: the names, divided by commas. A page that names only its publisher as the author has no byline. */
export function findByline(facts: PageFacts, publisher: string | null): Found {
  const site = new Set(
    [publisher, facts.meta.get("og:site_name")?.[0] ?? null, facts.domain].map((name) => bare(name ?? "")),
  );
  return firstFound(BYLINES, facts, (name) => (site.has(bare(name)) ? null : name));
}
