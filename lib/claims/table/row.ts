import { z } from "zod";
import { ATTRIBUTIONS, KINDS } from "@/lib/claims/kind";
import { CLAIM_STATES } from "@/lib/claims/state";
import { editionClaim } from "@/lib/editions/schema";

export const ROW_KINDS = [...KINDS, "analysis"] as const;
export type RowKind = (typeof ROW_KINDS)[number];

/** Where a row stands: in a draft, in one whose text has lost its mark, before readers, or no longer before them. */
export const STANDINGS = ["draft", "unmarked", "published", "takenOut"] as const;
export type Standing = (typeof STANDINGS)[number];

const due = editionClaim.shape.due.unwrap();

/** A claim or an analysis as a line of the table, the same for drafts and for what was published. Days are ISO dates. */
export const claimRow = z.strictObject({
  id: z.uuid(),
  kind: z.enum(ROW_KINDS),
  /** Null for an analysis: it is ours. */
  attribution: z.enum(ATTRIBUTIONS).nullable(),
  speaker: z.string().nullable(),
  speakerRole: z.string().nullable(),
  /** The marked words; of an analysis of the whole box, all of the box. */
  words: z.string(),
  uttered: z.iso.date().nullable(),
  /** What a claim stands on, as of now; null for an analysis. */
  state: z.enum(CLAIM_STATES).nullable(),
  /** What an editor says of it by now; null for an analysis. */
  status: editionClaim.shape.status.nullable(),
  /** How many passages a claim stands on; null for an analysis. */
  evidence: z.int().nonnegative().nullable(),
  /** How many claims an analysis rests on; null for a claim. */
  premises: z.int().nonnegative().nullable(),
  /** Of its evidence, each once. */
  sources: z.array(z.strictObject({ title: z.string(), publisher: z.string(), url: z.string().nullable() })),
  /** Of a forecast or a commitment: when it falls due, and how it came out so far. */
  due: due.shape.at,
  outcome: due.shape.outcome.nullable(),
  standing: z.enum(STANDINGS),
  /** The issue it stands in; null in the backlog. */
  issue: z
    .strictObject({ id: z.uuid(), number: z.int().nullable(), title: z.string(), slug: z.string() })
    .nullable(),
  /** Its story: the number through the issue, null in the backlog; the permanent anchor. */
  story: z.strictObject({ anchor: z.string(), number: z.int().nullable(), headline: z.string() }),
});
export type ClaimRow = z.infer<typeof claimRow>;

/** What a claim's row has of an analysis, and the other way round. */
export const OF_NO_CLAIM = {
  ...{ attribution: null, speaker: null, speakerRole: null, uttered: null, state: null, status: null },
  ...{ evidence: null, due: null, outcome: null },
} as const;

/** Issues by number, the newest first and those without one before all; the backlog last. Within one, as it is read. */
export function inReadingOrder(a: ClaimRow, b: ClaimRow): number {
  const issueOf = ({ issue }: ClaimRow) => (issue === null ? -1 : (issue.number ?? Number.MAX_SAFE_INTEGER));
  return (
    issueOf(b) - issueOf(a) ||
    (a.issue?.id ?? "").localeCompare(b.issue?.id ?? "") ||
    (a.story.number ?? 0) - (b.story.number ?? 0) ||
    a.story.anchor.localeCompare(b.story.anchor)
  );
}
