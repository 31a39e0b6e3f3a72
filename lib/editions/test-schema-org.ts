import type { JsonLd } from "@/lib/editions/json-ld";

// An excerpt of the vocabulary of schema.org (https://schema.org, definitions as of 2026), made by hand for tests: the
// classes and properties that lib/editions/json-ld.ts uses, the properties with the classes they may stand on
// (domainIncludes) and what they may hold (rangeIncludes).

/** Each class with those it is directly a kind of. */
const CLASSES: Record<string, readonly string[]> = {
  Thing: [],
  CreativeWork: ["Thing"],
  Article: ["CreativeWork"],
  NewsArticle: ["Article"],
  AnalysisNewsArticle: ["NewsArticle"],
  PublicationIssue: ["CreativeWork"],
  Series: ["Thing"],
  CreativeWorkSeries: ["CreativeWork", "Series"],
  Periodical: ["CreativeWorkSeries"],
  WebPage: ["CreativeWork"],
  Comment: ["CreativeWork"],
  CorrectionComment: ["Comment"],
  Claim: ["CreativeWork"],
  Quotation: ["CreativeWork"],
  Review: ["CreativeWork"],
  ClaimReview: ["Review"],
  CollectionPage: ["WebPage"],
  Product: ["Thing"],
  Organization: ["Thing"],
  Person: ["Thing"],
};

const work = (...ranges: string[]) => ({ domains: ["CreativeWork"], ranges });

const PROPERTIES: Record<string, { domains: readonly string[]; ranges: readonly string[] }> = {
  name: { domains: ["Thing"], ranges: ["Text"] },
  description: { domains: ["Thing"], ranges: ["Text", "TextObject"] },
  url: { domains: ["Thing"], ranges: ["URL"] },
  alternateName: { domains: ["Thing"], ranges: ["Text"] },
  about: { domains: ["CreativeWork", "CommunicateAction", "Event"], ranges: ["Thing"] },
  archivedAt: work("URL", "WebPage"),
  articleSection: { domains: ["Article"], ranges: ["Text"] },
  citation: work("CreativeWork", "Text"),
  correction: work("CorrectionComment", "Text", "URL"),
  creativeWorkStatus: work("DefinedTerm", "Text"),
  creditText: work("Text"),
  dateCreated: work("Date", "DateTime"),
  dateModified: work("Date", "DateTime"),
  datePublished: work("Date", "DateTime"),
  genre: { domains: ["CreativeWork", "BroadcastChannel", "MusicGroup"], ranges: ["Text", "URL"] },
  hasPart: work("CreativeWork"),
  headline: work("Text"),
  inLanguage: work("Language", "Text"),
  interpretedAsClaim: { domains: ["CreativeWork", "MediaObject"], ranges: ["Claim"] },
  isBasedOn: work("CreativeWork", "Product", "URL"),
  isPartOf: work("CreativeWork", "URL"),
  issueNumber: { domains: ["PublicationIssue"], ranges: ["Integer", "Text"] },
  position: { domains: ["CreativeWork", "ListItem"], ranges: ["Integer", "Text"] },
  publisher: work("Organization", "Person"),
  publishingPrinciples: {
    domains: ["CreativeWork", "Organization", "Person"],
    ranges: ["CreativeWork", "URL"],
  },
  temporalCoverage: work("DateTime", "Text", "URL"),
  text: work("Text"),
  version: work("Number", "Text"),
};

/** Whether a plain value is one of these data types. */
const DATA_TYPES: Record<string, (value: unknown) => boolean> = {
  Text: (value) => typeof value === "string",
  URL: (value) => typeof value === "string" && URL.canParse(value),
  Date: (value) => typeof value === "string" && /^\d{4}-\d\d-\d\d$/u.test(value),
  DateTime: (value) => typeof value === "string" && /^\d{4}-\d\d-\d\dT.*Z$/u.test(value),
  Integer: Number.isInteger,
  Number: (value) => typeof value === "number",
};

function isA(type: string, wanted: string): boolean {
  return type === wanted || (CLASSES[type] ?? []).some((parent) => isA(parent, wanted));
}

const typesOf = (node: JsonLd) => [node["@type"] ?? []].flat().map(String);

const isNode = (value: unknown): value is JsonLd => typeof value === "object" && value !== null;
const isReference = (node: JsonLd) => Object.keys(node).join() === "@id";

function fits(value: unknown, ranges: readonly string[]): boolean {
  if (!isNode(value)) return ranges.some((range) => DATA_TYPES[range]?.(value));
  return (
    isReference(value) ||
    typesOf(value).some((type) => ranges.some((range) => range in CLASSES && isA(type, range)))
  );
}

/** What in a node, and in all nodes within it, is not of the vocabulary: a line each. */
export function vocabularyFaults(node: JsonLd, place = ""): string[] {
  if (isReference(node)) return [];
  const types = typesOf(node);
  const here = `${place}${types.join("+") || "(no type)"}`;
  const unknown = types.length === 0 ? [here] : types.filter((type) => !(type in CLASSES));
  const faults = unknown.map((type) => `${here}: there is no class ${type}`);
  for (const [name, value] of Object.entries(node).filter(([key]) => !key.startsWith("@"))) {
    const property = PROPERTIES[name];
    if (!property) {
      faults.push(`${here}: there is no property ${name}`);
      continue;
    }
    if (!types.some((type) => property.domains.some((domain) => isA(type, domain))))
      faults.push(`${here}: ${name} does not stand here`);
    for (const one of [value].flat()) {
      if (!fits(one, property.ranges)) faults.push(`${here}: ${name} does not hold ${JSON.stringify(one)}`);
      if (isNode(one)) faults.push(...vocabularyFaults(one, `${here}.${name}.`));
    }
  }
  return faults;
}
