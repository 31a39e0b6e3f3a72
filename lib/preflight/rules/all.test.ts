import { describe, expect, test } from "vitest";
import type {
  PreflightAnalysis,
  PreflightClaim,
  PreflightDraft,
  PreflightSource,
  PreflightStory,
} from "@/lib/preflight/draft";
import { RULES } from "@/lib/preflight/rules/all";
import {
  aClaim,
  aDraft,
  anAnalysis,
  aSource,
  aStory,
  evidence,
  said,
  told,
} from "@/lib/preflight/test-draft";
import { EMPTY } from "@/lib/rich-text/document";
import { doc, heading, link, PICTURE, p, picture, table } from "@/lib/rich-text/test-words";

// Each rule once on each side of its line: a draft of which it says something, and the nearest one of which it says
// nothing. The files beside this one test each rule in full; here none can be forgotten.

const of = (given: Partial<PreflightStory>) => aDraft({ stories: [aStory(given)] });
const claim = (given: Partial<PreflightClaim>) => of({ claims: [aClaim(given)] });
const analysis = (given: Partial<PreflightAnalysis>) => of({ analyses: [anAnalysis(given)] });
const source = (given: Partial<PreflightSource>) => of({ sources: [aSource(given)] });
const text = (...paragraphs: string[]) => aDraft({ stories: [told(...paragraphs)] });
const premise = (status: "supported" | "disputed" | "retracted") =>
  analysis({ premises: [{ claimId: "claim", text: "it runs everywhere", status }] });
const priced = (price: string) =>
  of({
    body: doc(
      p(`Halyard 3 mini charges ${price} per 1M input tokens.`),
      table(["Model", "Input (1M tokens)"], ["Halyard 3 mini", "$0.75"], ["Halyard 3 nano", "$0.20"]),
    ),
  });
const left = (where: "backlog" | "elsewhere") => ({
  ...{ id: "gone", headline: "It left", where, issueId: null },
});
const pictured = of({ body: doc(picture({ alt: "A sail" })) });
const trained = (here: string, there: string) =>
  aDraft({
    introduction: doc(p(`Castell trains ${here} shipping professionals.`)),
    stories: [told(`In short: Castell trains ${there} shipping professionals.`)],
  });

const EXAMPLES: Record<string, { fires: PreflightDraft; not: PreflightDraft }> = {
  "issue-without-story": { fires: aDraft({ stories: [] }), not: aDraft() },
  "introduction-missing": { fires: aDraft({ introduction: EMPTY }), not: aDraft() },
  "highlights-missing": { fires: aDraft({ highlights: [] }), not: aDraft() },
  "highlight-without-story": {
    fires: aDraft({ highlights: [{ id: "highlight", text: "New.", storyIds: [] }] }),
    not: aDraft({ highlights: [{ id: "highlight", text: "New.", storyIds: ["story"] }] }),
  },
  "highlight-to-story-elsewhere": {
    fires: aDraft({
      highlights: [{ id: "highlight", text: "New.", storyIds: ["gone"] }],
      leftStories: [left("backlog")],
    }),
    not: aDraft({ leftStories: [left("elsewhere")] }),
  },
  "headline-is-address": {
    fires: of({ headline: "https://orrin.example/halyard" }),
    not: of({ headline: "Halyard 3 — at orrin.example" }),
  },
  "story-without-text": { fires: of({ body: EMPTY }), not: of({ body: doc(p("It is here.")) }) },
  "story-without-why": { fires: of({ whyItMatters: EMPTY }), not: of({ whyItMatters: doc(p("Sails.")) }) },
  "statement-without-evidence": { fires: claim({ evidence: [] }), not: claim({ evidence: [evidence()] }) },
  "quotation-without-evidence": {
    fires: claim({ attribution: "quoted", evidence: [] }),
    not: claim({ attribution: "quoted" }),
  },
  "quotation-not-found": {
    fires: claim({ attribution: "quoted", evidence: [evidence({ matchStatus: "notFound" })] }),
    not: claim({ attribution: "quoted", evidence: [evidence({ matchStatus: "verified" })] }),
  },
  "quotation-not-signed": {
    fires: claim({ attribution: "quoted", evidence: [evidence({ matchStatus: "near" })] }),
    not: claim({
      attribution: "quoted",
      evidence: [evidence({ matchStatus: "near", signedAt: "2026-03-17T10:00:00.000Z", signedBy: "Ana" })],
    }),
  },
  "quotation-typed": {
    fires: claim({ attribution: "quoted", evidence: [evidence({ origin: "typed" })] }),
    not: claim({ attribution: "quoted", evidence: [evidence({ origin: "fetched" })] }),
  },
  "claim-contradicted": {
    fires: claim({ evidence: [evidence({ relation: "contradicts" })] }),
    not: claim({ evidence: [evidence({ relation: "supports" })] }),
  },
  "fact-without-evidence": {
    fires: claim({ attribution: "none", evidence: [] }),
    not: claim({ attribution: "none" }),
  },
  "forecast-without-horizon": {
    fires: claim({ mode: "forecast" }),
    not: claim({ mode: "forecast", horizonAt: "2027-12-31" }),
  },
  "speaker-without-source": {
    fires: claim({ speaker: "Castell", evidence: [] }),
    not: claim({ speaker: "Orrin", evidence: [] }),
  },
  "unmarked-speaker-without-source": {
    fires: text("Castell says the mill is open. Castell also says it pays."),
    not: text("Orrin says the mill is open. Orrin also says it pays."),
  },
  "analysis-without-premises": { fires: analysis({ premises: [] }), not: analysis({}) },
  "analysis-on-retracted-claim": { fires: premise("retracted"), not: premise("supported") },
  "analysis-on-disputed-claim": { fires: premise("disputed"), not: premise("supported") },
  "unlabelled-inference": {
    fires: text("The price suggests that Orrin wants the lower end of the market."),
    not: text("The price is that of the lower end of the market."),
  },
  "figure-unlike-table": { fires: priced("$0.57"), not: priced("$0.75") },
  "figure-unlike-elsewhere": { fires: trained("30,000", "3,000"), not: trained("30,000", "30,000") },
  "date-outside-week": {
    fires: text("Orrin launched Halyard this week, on March 5."),
    not: text("Orrin launched Halyard this week, on March 19."),
  },
  "story-without-source": { fires: of({ sources: [] }), not: of({ sources: [aSource()] }) },
  "source-without-address": { fires: source({ url: null }), not: source({}) },
  "source-dead": { fires: source({ state: "dead" }), not: source({ state: "moved" }) },
  "quotation-gone": { fires: source({ state: "quotationGone" }), not: source({ state: "drifted" }) },
  "source-drifted": { fires: source({ state: "drifted" }), not: source({ state: "live" }) },
  "source-unfetched": {
    fires: source({ state: "unchecked", hasText: false }),
    not: source({ state: "blocked", hasText: true }),
  },
  "covered-before": {
    fires: of({
      coveredBefore: [
        {
          ...{ sourceId: "source", storyId: "earlier", headline: "Halyard 2" },
          issue: { number: 11, title: "Before" },
        },
      ],
    }),
    not: of({ coveredBefore: [] }),
  },
  "picture-lost": { fires: pictured, not: { ...pictured, keptPictures: [PICTURE] } },
  "picture-without-alternative": { fires: of({ body: doc(picture()) }), not: pictured },
  "link-without-text": {
    fires: of({ body: doc(p("See ", link("https://a.example", " "), "there.")) }),
    not: of({ body: doc(p("See ", link("https://a.example", "this"), " there.")) }),
  },
  "heading-skipped": {
    fires: of({ body: doc(heading(4, "Part"), p("It.")) }),
    not: of({ body: doc(heading(3, "Part"), p("It.")) }),
  },
  "name-spelt-two-ways": {
    fires: text("We met Orrin and ORRIN.", "Again Orrin came."),
    not: text("We met Orrin and Orrin.", "Again Orrin came."),
  },
  "open-conversation": {
    fires: of({ open: { comments: 1, suggestions: 0 } }),
    not: of({ open: { comments: 0, suggestions: 0 } }),
  },
  "not-approved": { fires: aDraft({ workflowState: "inReview" }), not: aDraft() },
};

test("every rule has an example of both", () => {
  expect(Object.keys(EXAMPLES).sort()).toEqual(RULES.map(({ name }) => name).sort());
});

describe.each(Object.entries(EXAMPLES))("%s", (rule, { fires, not }) => {
  test("fires", () => expect(said(rule, fires)).not.toEqual([]));
  test("does not fire", () => expect(said(rule, not)).toEqual([]));
});
