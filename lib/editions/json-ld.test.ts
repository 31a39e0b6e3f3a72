import { describe, expect, test } from "vitest";
import { KINDS } from "@/lib/claims/kind";
import { editionJsonLd, type JsonLd, jsonLdText } from "@/lib/editions/json-ld";
import { archivedAddress, findPassage, passageId } from "@/lib/editions/passages";
import type { Edition, EditionClaim } from "@/lib/editions/schema";
import { testEdition } from "@/lib/editions/test-edition";
import { testClaim, testEvidence, testSource, testStory } from "@/lib/editions/test-parts";
import { vocabularyFaults } from "@/lib/editions/test-schema-org";
import { RELATIONS } from "@/lib/evidence/schema";
import { doc, p } from "@/lib/rich-text/test-words";

const SITE = "https://plumbline.example";
const edition = testEdition();
const open = { at: "2027-12-31", criteria: "It is counted.", probability: 0.4, resolvedAt: null };
const claimsOf = (one: Edition) =>
  one.sections.flatMap((section) => section.stories).flatMap((s) => s.claims);

/** All nodes of a type, wherever they stand. */
function nodesOf(type: string, within: unknown): JsonLd[] {
  if (typeof within !== "object" || within === null) return [];
  const inner = Object.values(within).flatMap((value) => nodesOf(type, value));
  return "@type" in within && [within["@type"]].flat().includes(type) ? [within as JsonLd, ...inner] : inner;
}

/** An edition in which nothing is left out that an edition can say: every kind, state, relation, outcome and severity. */
const everything = testEdition({
  edition: 1,
  week: { from: "2026-03-14", to: null },
  sections: [
    ...edition.sections,
    {
      title: "Everything",
      stories: [
        testStory(9, {
          headline: "Everything — at once",
          body: doc(p("It is.")),
          sources: [testSource(91, { url: null, publishedAt: null, byline: "Ada Kern and a desk" })],
          claims: KINDS.flatMap((kind, at) =>
            (["unverified", "supported", "disputed", "retracted"] as const).map((status, nth) =>
              testClaim(900 + at * 10 + nth, "It is", {
                ...{ kind, status, speaker: "Corvia", speakerRole: "Operator", utteredAt: "2026-03-17" },
                due: { ...open, outcome: (["open", "yes", "no", "ambiguous"] as const)[nth] ?? "open" },
                evidence: RELATIONS.map((relation) => testEvidence(testSource(92), "It is", { relation })),
              }),
            ),
          ),
        }),
      ],
    },
  ],
  corrections: (["typo", "clarification", "correction", "retraction"] as const).flatMap((severity) =>
    ["s-aaaaaaaaa9", null].map((storyAnchor) => ({
      ...{ storyAnchor, severity, before: "It was", after: severity === "retraction" ? "" : "It is" },
      ...{ claim: storyAnchor && testClaim(900, "").id, reason: "Time." },
      publishedAt: "2026-03-22T07:00:00.000Z",
    })),
  ),
});

describe("an issue as JSON-LD", () => {
  const data = editionJsonLd(edition, SITE);

  test("keeps to the vocabulary: classes and properties exist, stand where they may and hold what they may", () => {
    expect(vocabularyFaults(data)).toEqual([]);
    expect(vocabularyFaults(editionJsonLd(everything, SITE))).toEqual([]);
    const bare = testEdition({ standfirst: "", week: { from: null, to: null }, corrections: [], edition: 1 });
    expect(vocabularyFaults(editionJsonLd(bare, SITE))).toEqual([]);
  });

  test("is the issue of a periodical, its stories in order", () => {
    expect(data).toMatchObject({
      "@context": "https://schema.org",
      "@type": ["PublicationIssue", "Article"],
      "@id": `${SITE}/issues/${edition.slug}`,
      issueNumber: 12,
      isPartOf: { "@type": "Periodical", name: "Plumbline" },
    });
    const stories = nodesOf("AnalysisNewsArticle", data).concat(nodesOf("NewsArticle", data));
    expect(stories.map((story) => [story["@type"], story.position])).toEqual([
      ["AnalysisNewsArticle", 1],
      ["AnalysisNewsArticle", 2],
      ["AnalysisNewsArticle", 3],
      ["NewsArticle", 4],
    ]);
  });

  test("holds every claim once, and what it cites as quotations from pages with an archived passage", () => {
    expect(nodesOf("Claim", data)).toHaveLength(claimsOf(edition).length);
    const forecast = nodesOf("Claim", data).find((claim) => claim.genre === "forecast");
    expect(forecast).toMatchObject({
      creditText: "Nordlicht Rail, Operator",
      creativeWorkStatus: "open",
      citation: [
        {
          "@type": "Quotation",
          text: "we expect to sell two million berths a year",
          isBasedOn: { "@type": "WebPage", url: "https://nordlicht.example/news/1" },
        },
        { "@type": "Quotation", description: "Context of the claim" },
      ],
    });
    expect(nodesOf("ClaimReview", data)).toEqual([]);
  });

  test("every archived address leads to a passage of the edition", () => {
    const addresses = [...nodesOf("WebPage", data), ...nodesOf("CreativeWork", data)].flatMap(
      (page) => page.archivedAt ?? [],
    );
    expect(addresses.length).toBeGreaterThan(5);
    for (const address of addresses)
      expect(findPassage(edition, String(address).split("/").at(-1) ?? ""), String(address)).not.toBeNull();
  });

  test("a correction stands with its story and names the claim; of a story that is gone, with the issue", () => {
    expect(nodesOf("AnalysisNewsArticle", data)[0]?.correction).toMatchObject([
      { "@type": "CorrectionComment", genre: "correction", about: { "@id": expect.stringContaining("#e-") } },
    ]);
    expect(data.correction).toBeUndefined();
    const corrections = edition.corrections.map((one) => ({ ...one, storyAnchor: null, claim: null }));
    expect(editionJsonLd({ ...edition, corrections }, SITE).correction).toHaveLength(1);
  });

  test("no word of it can end the block it stands in", () => {
    const hostile = "</script><!--<script>alert(1)//";
    const text = jsonLdText(editionJsonLd({ ...edition, title: hostile }, SITE));
    expect(text).not.toContain("<");
    expect(JSON.parse(text).headline).toBe(hostile);
  });
});

test("the test of the vocabulary finds what is not in it", () => {
  const faults = vocabularyFaults({
    "@type": "NewsArticle",
    issueNumber: 3,
    colour: "red",
    hasPart: [{ "@type": "Person", name: "Ada" }],
    archivedAt: "not an address",
    correction: { "@type": "Nonsense" },
    // Superseded by "review".
    reviews: [],
  });
  expect(faults).toEqual([
    "NewsArticle: issueNumber does not stand here",
    "NewsArticle: there is no property colour",
    'NewsArticle: hasPart does not hold {"@type":"Person","name":"Ada"}',
    'NewsArticle: archivedAt does not hold "not an address"',
    'NewsArticle: correction does not hold {"@type":"Nonsense"}',
    "NewsArticle.correction.Nonsense: there is no class Nonsense",
    "NewsArticle: there is no property reviews",
  ]);
});

describe("the address of a passage", () => {
  const one = testEvidence(testSource(1), "one sleeper");
  const two = testEvidence(testSource(1), "two sleepers");
  const holding = (...evidence: EditionClaim["evidence"]) =>
    testEdition({
      sections: [
        {
          title: "",
          stories: [
            testStory(1, {
              headline: "One",
              body: doc(p("One")),
              claims: [testClaim(5, "One", { evidence })],
            }),
          ],
        },
      ],
      highlights: [],
      corrections: [],
    });
  const { id } = testClaim(5, "One");

  test("leads to the same words, whatever else a later edition adds, moves or says of them", () => {
    const found = findPassage(holding(two, { ...one, relation: "context" }), passageId(id, one));
    expect(found?.item.exact).toBe("one sleeper");
    expect(archivedAddress("a-week", id, one)).toMatch(/^\/issues\/a-week\/passages\/[0-9a-f]{16}$/u);
  });

  test("leads nowhere when its words are gone", () => {
    expect(findPassage(holding(two), passageId(id, one))).toBeNull();
    expect(findPassage(holding({ ...one, suffix: " more" }), passageId(id, one))).toBeNull();
  });
});
