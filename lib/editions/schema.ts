import { z } from "zod";
import { ATTRIBUTIONS, KINDS } from "@/lib/claims/kind";
import { labels } from "@/lib/issues/labels";
import type { RichText } from "@/lib/rich-text/document";

const date = z.iso.date();
const moment = z.iso.datetime();
const anchor = z.string().regex(/^s-[0-9a-z]{10}$/);
/** Validated when it was written (lib/rich-text/document.ts); here only its outline, so that the JSON Schema stays readable. */
const document = z.custom<RichText>(
  (value) => typeof value === "object" && value !== null && "type" in value && value.type === "doc",
  { error: "is not a rich-text document" },
);

export const editionSource = z.strictObject({
  id: z.uuid(),
  title: z.string(),
  byline: z.string(),
  publisher: z.string(),
  url: z.url({ protocol: /^https?$/ }).nullable(),
  publishedAt: date.nullable(),
});

export const editionEvidence = z.strictObject({
  source: editionSource,
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  /** Of a PDF: the page on which the passage begins. Absent elsewhere, and in editions from before it was kept. */
  page: z.int().positive().optional(),
  /** The sentence around the passage, one side and the other. Absent in editions from before it was kept. */
  around: z.strictObject({ before: z.string(), after: z.string() }).optional(),
  matchStatus: z
    .enum(["verified", "near", "notFound"])
    .describe(
      "The claim's quoted words held against the text as it was kept; where `origin` is “typed” nobody has checked that text against the page.",
    ),
  /** Of a near match: an editor accepted it by name. Absent where nobody has, and for the others. */
  signed: z.literal(true).optional(),
  relation: z.enum(["supports", "contradicts", "context", "resolves"]),
  /** When the snapshot was made. */
  readAt: moment,
  /** How the snapshot came to be; "demoExcerpt" holds only words quoted elsewhere and says so to readers. */
  origin: z
    .enum(["fetched", "typed", "demoExcerpt"])
    .describe("Read on the page, typed in by an editor without a check against it, or a demo excerpt."),
});

export const editionClaim = z.strictObject({
  /** The id that the claim mark in the body carries. */
  id: z.uuid(),
  kind: z.enum(KINDS),
  attribution: z.enum(ATTRIBUTIONS),
  text: z.string(),
  speaker: z.string().nullable(),
  speakerRole: z.string().nullable(),
  utteredAt: date.nullable(),
  status: z.enum(["unverified", "supported", "disputed", "retracted"]),
  /** Forecasts and commitments only. */
  due: z
    .strictObject({
      at: date.nullable(),
      criteria: z.string().nullable(),
      probability: z.number().min(0).max(1).nullable(),
      outcome: z.enum(["open", "yes", "no", "ambiguous"]),
      resolvedAt: moment.nullable(),
      /** Why it counts as settled so, in a sentence; absent where nobody has said. */
      resolution: z.string().optional(),
    })
    .nullable(),
  evidence: z.array(editionEvidence),
});

export const editionAnalysis = z.strictObject({
  /** The id that the analysis mark carries; for the whole box, of the row. */
  id: z.uuid(),
  scope: z.enum(["span", "whyItMatters"]),
  text: z.string(),
  author: z.string().nullable(),
  counterargument: z.string().nullable(),
  /** Ids of claims of this edition. */
  premises: z.array(z.uuid()),
});

export const editionStory = z.strictObject({
  /** Derived from the order, from 1 through the whole issue. */
  number: z.int().positive(),
  /** Permanent; survives every move. */
  anchor,
  headline: z.string(),
  sources: z.array(editionSource),
  body: document,
  bodyText: z.string(),
  tables: z.array(z.strictObject({ header: z.array(z.string()), rows: z.array(z.array(z.string())) })),
  whyItMatters: document,
  whyItMattersText: z.string(),
  claims: z.array(editionClaim),
  analyses: z.array(editionAnalysis),
  /** The earlier story that this one follows up, as readers had it; absent for none. Its address is /issues/<issueSlug>#<anchor>. */
  follows: z
    .strictObject({ issueNumber: z.int().positive(), issueSlug: z.string(), anchor, headline: z.string() })
    .optional(),
});

export const editionCorrection = z.strictObject({
  storyAnchor: anchor.nullable(),
  claim: z.uuid().nullable(),
  before: z.string(),
  after: z.string(),
  reason: z.string(),
  severity: z.enum(["typo", "clarification", "correction", "retraction"]),
  publishedAt: moment,
});

/** Everything a reader may see of an issue, whole and immutable. Page, mail, feed and export render only this. */
export const edition = z.strictObject({
  publication: z.strictObject({ name: z.string(), tagline: z.string(), language: z.string() }),
  number: z.int().positive(),
  slug: z.string(),
  title: z.string(),
  standfirst: z.string(),
  week: z.strictObject({ from: date.nullable(), to: date.nullable() }),
  /** 1 for the first publication of the issue, then one more for each correction. */
  edition: z.int().positive(),
  publishedAt: moment,
  labels,
  introduction: document,
  introductionText: z.string(),
  highlights: z.array(z.strictObject({ text: z.string(), stories: z.array(anchor) })),
  thesis: z.array(z.string()),
  sections: z.array(z.strictObject({ title: z.string(), stories: z.array(editionStory) })),
  closing: document,
  closingText: z.string(),
  feedbackPrompt: z.string(),
  corrections: z.array(editionCorrection),
  /** SHA-256, hexadecimal, of the RFC 8785 canonical JSON of everything else. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});

export type Edition = z.infer<typeof edition>;
export type EditionStory = z.infer<typeof editionStory>;
export type EditionEvidence = z.infer<typeof editionEvidence>;
export type EditionClaim = z.infer<typeof editionClaim>;
export type EditionAnalysis = z.infer<typeof editionAnalysis>;
export type EditionSource = z.infer<typeof editionSource>;
