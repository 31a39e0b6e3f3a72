import { describe, expect, it } from "vitest";
import { CLAIM_STATES, STATE_MARKS, stateOfClaim, stateWords } from "@/lib/claims/state";
import type { EvidenceLine } from "@/lib/evidence/schema";

const LINE: EvidenceLine = {
  id: "one",
  snapshotId: "snapshot",
  source: { id: "source", title: "Fees", publisher: "", url: null, state: "live" },
  origin: "fetched",
  readAt: "2026-11-20T08:00:00.000Z",
  exact: "so",
  prefix: "",
  suffix: "",
  start: 0,
  end: 2,
  page: null,
  matchStatus: "verified",
  similarity: 1,
  diff: null,
  signedBy: null,
  signedAt: null,
  relation: "supports",
  goneSince: null,
};
const DAY = "2026-11-21T08:00:00.000Z";
const line = (more: Partial<EvidenceLine>): EvidenceLine => ({ ...LINE, ...more });
const claim = (...evidence: EvidenceLine[]) => ({
  attribution: "quoted" as const,
  text: "“So it is.”",
  evidence,
});

const NEAR = line({ matchStatus: "near" });
const SIGNED = line({ matchStatus: "near", signedBy: "Maud Ellery", signedAt: DAY });
const GONE = line({ goneSince: DAY });
const DEAD = line({ source: { ...LINE.source, state: "dead" } });
const ABSENT = line({ matchStatus: "notFound" });

describe("stateOfClaim", () => {
  it.each([
    ["none", []],
    ["none", [line({ relation: "context" }), line({ relation: "resolves" })]],
    ["verified", [LINE]],
    ["evidence", [line({ origin: "typed" })]],
    ["evidence", [line({ origin: "demoExcerpt" })]],
    ["nearToSign", [NEAR]],
    ["nearSigned", [SIGNED]],
    ["nearSigned", [line({ ...SIGNED, origin: "typed" })]],
    ["contradicted", [LINE, line({ relation: "contradicts" })]],
    ["quotationGone", [GONE]],
    ["sourceGone", [DEAD]],
    ["notFound", [ABSENT]],
  ] as const)("is %s", (state, evidence) => {
    expect(stateOfClaim(claim(...evidence))).toBe(state);
  });

  it("takes the best of several that support it, in whatever order", () => {
    const worseAndWorse = [LINE, SIGNED, line({ origin: "typed" }), NEAR, GONE, DEAD, ABSENT];
    for (const [index, best] of worseAndWorse.entries()) {
      const rest = worseAndWorse.slice(index);
      expect(stateOfClaim(claim(...rest.toReversed()))).toBe(stateOfClaim(claim(best)));
    }
  });
});

it("every state has a word and a shape of its own", () => {
  const marks = CLAIM_STATES.map((state) => STATE_MARKS[state]);
  expect(new Set(marks.map(({ word }) => word)).size).toBe(CLAIM_STATES.length);
  expect(new Set(marks.map(({ shape }) => shape)).size).toBe(CLAIM_STATES.length);
});

it("says by whom it was signed, and what was verified", () => {
  expect(stateWords(claim(SIGNED))).toBe("Nearly the same, signed by Maud Ellery");
  expect(stateWords(claim(LINE))).toBe("Quotation verified");
  expect(stateWords({ ...claim(LINE), text: "He said “so it is” twice." })).toBe("Quoted words verified");
  expect(stateWords({ ...claim(LINE), attribution: "none" })).toBe("Passage verified");
  expect(stateWords({ ...claim(GONE), attribution: "none" })).toBe("Passage gone");
  expect(stateWords(claim(GONE))).toBe("Passage gone");
});
