import { expect, test } from "vitest";
import { newClaim } from "@/components/desk/claims/claims-state";
import { takenUp } from "@/components/desk/suggestions/taken-up";
import type { ClaimDraft } from "@/lib/claims/schema";
import type { Accepted } from "@/lib/suggestions/accepted";

const TEXT = "Orrin will open a mill by May.";
const DUE = { horizonAt: "2027-05-31" };

const accepting = (id: string, text = TEXT): Accepted => ({
  ...{ key: `key ${id}`, id, mark: "claim", kind: "forecast", text },
  claim: { id, kind: "forecast", attribution: "none", speaker: null, text, ...DUE },
});
const row = (given: Partial<ClaimDraft> = {}): ClaimDraft => ({
  ...newClaim("story", "left", TEXT, "forecast"),
  ...{ ...DUE, anchored: false, version: 2 },
  ...given,
});
const idsOf = (marks: Accepted[]) => marks.map(({ id, claim }) => [id, claim?.id]);

test("the same words accepted again have the id of the row that undo left, once", () => {
  expect(idsOf(takenUp([accepting("a"), accepting("b")], [row()]))).toEqual([
    ["left", "left"],
    ["b", "b"],
  ]);
});

test("other words, and a row that somebody has said something of, are left alone", () => {
  const own = [["a", "a"]];
  expect(idsOf(takenUp([accepting("a", "Orrin will open a mill by June.")], [row()]))).toEqual(own);
  for (const given of [
    { speaker: "Ida Holm" },
    { horizonAt: "2027-06-30" },
    { resolutionCriteria: "It is open." },
    { mode: "assertion" as const },
    { probability: 0.5 },
  ]) {
    expect(idsOf(takenUp([accepting("a")], [row(given)])), JSON.stringify(given)).toEqual(own);
  }
});
