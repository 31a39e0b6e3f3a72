import { describe, expect, it } from "vitest";
import { nextCheck, stateAfter } from "@/lib/sources/state";

const before = { state: "live", failuresInRow: 0, rested: false, hasText: true } as const;
const same = { outcome: "text", changed: false, moved: false, lost: false, isBack: false } as const;

describe("a source's state", () => {
  it("is the worst of what is true", () => {
    expect(stateAfter(before, same)).toBe("live");
    expect(stateAfter(before, { ...same, moved: true })).toBe("moved");
    expect(stateAfter(before, { ...same, moved: true, changed: true })).toBe("drifted");
    expect(stateAfter(before, { ...same, moved: true, changed: true, lost: true })).toBe("quotationGone");
  });

  it("has not drifted the first time that there is text", () => {
    expect(stateAfter({ ...before, state: "unchecked", hasText: false }, { ...same, changed: true })).toBe(
      "live",
    );
  });

  it("stays drifted while the changed text stands and nobody has looked", () => {
    expect(stateAfter({ ...before, state: "drifted" }, same)).toBe("drifted");
    expect(stateAfter({ ...before, state: "quotationGone" }, same)).toBe("live");
    expect(stateAfter(before, { ...same, changed: true, isBack: true })).toBe("live");
    expect(stateAfter({ ...before, state: "drifted" }, { ...same, isBack: true, moved: true })).toBe("moved");
    expect(stateAfter(before, { ...same, changed: true, isBack: true, lost: true })).toBe("quotationGone");
    expect(stateAfter({ ...before, state: "dead" }, same)).toBe("live");
  });

  it("is dead at once when the page is gone, and after three failures of the moment", () => {
    expect(stateAfter(before, { outcome: "failed", failure: "dead", status: 404 })).toBe("dead");
    for (const failure of ["unavailable", "timedOut", "malformed"] as const) {
      expect(stateAfter({ ...before, failuresInRow: 1 }, { outcome: "failed", failure, status: null })).toBe(
        "live",
      );
      expect(stateAfter({ ...before, failuresInRow: 2 }, { outcome: "failed", failure, status: null })).toBe(
        "dead",
      );
    }
  });

  it("is dead by an unknown name of its site only when a day later it is still unknown", () => {
    const offline = { outcome: "failed", failure: "dead", status: null } as const;
    expect(stateAfter({ ...before, rested: true }, offline)).toBe("live");
    expect(stateAfter({ ...before, failuresInRow: 1 }, offline)).toBe("live");
    expect(stateAfter({ ...before, failuresInRow: 1, rested: true }, offline)).toBe("dead");
    expect(stateAfter({ ...before, state: "dead" }, offline)).toBe("dead");
  });

  it("is blocked when the page is there and not for us", () => {
    for (const failure of [
      "blocked",
      "login",
      "captcha",
      "paywall",
      "robots",
      "tooLarge",
      "notText",
    ] as const)
      expect(stateAfter(before, { outcome: "failed", failure, status: null })).toBe("blocked");
  });
});

it("is what it was when the site wants fewer requests", () => {
  expect(stateAfter(before, { outcome: "failed", failure: "blocked", status: 429 })).toBe("live");
});

describe("the next check", () => {
  const at = new Date("2026-11-28T12:00:00.000Z");
  it.each([
    [0, null, "2026-11-29T12:00:00.000Z"],
    [1, "unavailable", "2026-11-28T13:00:00.000Z"],
    [2, "timedOut", "2026-11-28T16:00:00.000Z"],
    [3, "unavailable", "2026-12-02T12:00:00.000Z"],
    [1, "dead", "2026-11-29T12:00:00.000Z"],
    [20, "dead", "2026-12-05T12:00:00.000Z"],
  ] as const)("after %i failures in a row (%s) is at %s", (failures, failure, expected) => {
    expect(nextCheck(at, failures, failure).toISOString()).toBe(expected);
  });

  it("keeps to what the server asked for", () => {
    const asked = new Date("2027-01-01T00:00:00.000Z");
    expect(nextCheck(at, 1, "blocked", asked)).toEqual(asked);
  });
});
