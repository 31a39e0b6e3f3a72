import { archivedAddress } from "@/lib/editions/passages";
import type {
  Edition,
  EditionClaim,
  EditionEvidence,
  EditionSource,
  EditionStory,
} from "@/lib/editions/schema";

type Value = string | number | JsonLd | readonly (string | JsonLd)[];

/** A node of JSON-LD in the vocabulary of schema.org; `{ "@id" }` alone points at one that stands elsewhere. */
export interface JsonLd {
  [property: string]: Value | undefined;
}

/** Without what is not known: schema.org has no way to say "none". */
function node(type: string | string[], properties: Record<string, Value | null | undefined>): JsonLd {
  const known = Object.entries(properties).filter(
    (entry): entry is [string, Value] =>
      entry[1] !== null && entry[1] !== undefined && entry[1] !== "" && !isEmptyList(entry[1]),
  );
  return { "@type": type, ...Object.fromEntries(known) };
}

const isEmptyList = (value: Value) => Array.isArray(value) && value.length === 0;

interface Setting {
  edition: Edition;
  /** Absolute address of a path of this site. */
  at: (path: string) => string;
}

const issuePath = (edition: Edition) => `/issues/${edition.slug}`;
const claimId = ({ edition, at }: Setting, id: string) => at(`${issuePath(edition)}#e-${id}`);

function archived({ edition, at }: Setting, claim: EditionClaim, item: EditionEvidence): string {
  return at(archivedAddress(edition.slug, claim.id, item));
}

/** A source with an address is a page; who wrote it is told as text, for a byline may name a person, several, or a desk. */
function sourceNode(source: EditionSource, archivedAt: string[]): JsonLd {
  return node(source.url ? "WebPage" : "CreativeWork", {
    url: source.url,
    name: source.title,
    creditText: source.byline,
    publisher: source.publisher ? node("Organization", { name: source.publisher }) : null,
    datePublished: source.publishedAt,
    archivedAt: archivedAt.length === 1 ? archivedAt[0] : archivedAt,
  });
}

/** Said only of what does not simply support the claim, so that nobody takes a passage against it for one in its favour. */
const RELATION: Record<EditionEvidence["relation"], string | null> = {
  supports: null,
  contradicts: "Contradicts the claim",
  context: "Context of the claim",
  resolves: "Settles the claim",
};

/** Said of words that were not read on the page itself. */
const ORIGIN: Record<EditionEvidence["origin"], string | null> = {
  fetched: null,
  typed: "Typed in by an editor, not checked against the page",
  demoExcerpt: "A demo excerpt, not checked against the page",
};

function quotationNode(setting: Setting, claim: EditionClaim, item: EditionEvidence): JsonLd {
  const address = archived(setting, claim, item);
  return node("Quotation", {
    url: address,
    text: item.exact,
    description: [RELATION[item.relation], ORIGIN[item.origin]].filter((words) => words !== null).join(". "),
    isBasedOn: sourceNode(item.source, [address]),
  });
}

function claimStatus({ status, due }: EditionClaim): string | null {
  if (status === "disputed" || status === "retracted") return status;
  return due ? due.outcome : null;
}

function claimNode(setting: Setting, claim: EditionClaim): JsonLd {
  return node("Claim", {
    "@id": claimId(setting, claim.id),
    text: claim.text,
    genre: claim.kind,
    creditText: [claim.speaker, claim.speakerRole].filter(Boolean).join(", "),
    dateCreated: claim.utteredAt,
    creativeWorkStatus: claimStatus(claim),
    citation: claim.evidence.map((item) => quotationNode(setting, claim, item)),
  });
}

function correctionNode(setting: Setting, correction: Edition["corrections"][number]): JsonLd {
  const { before, after, reason, severity, publishedAt, claim } = correction;
  return node("CorrectionComment", {
    text: [`It said: “${before}”`, after ? `It says: “${after}”` : "", reason].filter(Boolean).join("\n"),
    genre: severity,
    datePublished: publishedAt,
    about: claim ? { "@id": claimId(setting, claim) } : null,
  });
}

function storyNode(setting: Setting, section: string, story: EditionStory): JsonLd {
  const { edition, at } = setting;
  const address = at(`${issuePath(edition)}#${story.anchor}`);
  const readsMore = story.analyses.length > 0 || story.whyItMattersText.trim() !== "";
  const passagesOf = (source: EditionSource) =>
    story.claims.flatMap((claim) =>
      claim.evidence
        .filter((item) => item.source.id === source.id)
        .map((item) => archived(setting, claim, item)),
    );
  return node(readsMore ? "AnalysisNewsArticle" : "NewsArticle", {
    "@id": address,
    url: address,
    position: story.number,
    headline: story.headline,
    articleSection: section,
    citation: story.sources.map((source) => sourceNode(source, passagesOf(source))),
    correction: edition.corrections
      .filter((correction) => correction.storyAnchor === story.anchor)
      .map((correction) => correctionNode(setting, correction)),
    interpretedAsClaim: story.claims.map((claim) => claimNode(setting, claim)),
  });
}

/** Corrections of what is not, or no longer, in a story of the issue: those are the issue's own. */
function ownCorrections(setting: Setting): JsonLd[] {
  const { edition } = setting;
  const anchors = new Set(edition.sections.flatMap((section) => section.stories.map((one) => one.anchor)));
  return edition.corrections
    .filter(({ storyAnchor }) => storyAnchor === null || !anchors.has(storyAnchor))
    .map((correction) => correctionNode(setting, correction));
}

/**
 * The issue in the vocabulary of schema.org: a PublicationIssue that is also an Article, its stories with what they cite,
 * claim and correct. `site` is the absolute address of the publication. Evidence is told as quotations that a claim cites;
 * never a ClaimReview: we publish what a sentence stands on, not verdicts. What a speaker is (a person, an organisation) is
 * not known here, so speakers are told as text (creditText).
 */
export function editionJsonLd(edition: Edition, site: string): JsonLd {
  const at = (path: string) => new URL(path, site).href;
  const setting = { edition, at };
  const { publication, week } = edition;
  return {
    "@context": "https://schema.org",
    ...node(["PublicationIssue", "Article"], {
      "@id": at(issuePath(edition)),
      url: at(issuePath(edition)),
      issueNumber: edition.number,
      headline: edition.title,
      description: edition.standfirst,
      inLanguage: publication.language,
      // An Edition knows when it was published itself; of a later one that is the day of its last change.
      [edition.edition === 1 ? "datePublished" : "dateModified"]: edition.publishedAt,
      version: edition.edition,
      temporalCoverage: week.from && week.to ? `${week.from}/${week.to}` : (week.from ?? week.to),
      isPartOf: node("Periodical", {
        name: publication.name,
        url: at("/"),
        description: publication.tagline,
      }),
      publisher: node("Organization", { name: publication.name, url: at("/") }),
      publishingPrinciples: at("/how-we-work"),
      correction: ownCorrections(setting),
      hasPart: edition.sections.flatMap((section) =>
        section.stories.map((story) => storyNode(setting, section.title, story)),
      ),
    }),
  };
}

/**
 * The node as the text of a data block in HTML. "<" is escaped, so that no word of it can end the block or open a comment
 * (JSON-LD 1.1, 7.2 Restrictions for contents of JSON-LD script elements).
 */
export function jsonLdText(data: JsonLd): string {
  return JSON.stringify(data).replaceAll("<", "\\u003c");
}
