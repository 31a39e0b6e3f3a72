import type { ClaimRow } from "@/lib/claims/table/row";

/** A row of a draft, for tests, with what a test does not care about filled in. */
export function testRow(more: Partial<ClaimRow> = {}): ClaimRow {
  return {
    id: "00000000-0000-7000-8000-000000000001",
    kind: "fact",
    attribution: "none",
    speaker: null,
    speakerRole: null,
    words: "It rains",
    uttered: null,
    state: "none",
    status: "unverified",
    evidence: 0,
    premises: null,
    sources: [],
    due: null,
    outcome: null,
    standing: "draft",
    issue: { id: "00000000-0000-7000-8000-0000000000aa", number: 1, title: "One", slug: "one" },
    story: { anchor: "s-aaaaaaaaa1", number: 1, headline: "Rain" },
    ...more,
  };
}
