import { describe, expect, it } from "vitest";
import { discarded, remembered } from "@/components/desk/autosave-aside";
import { rebased, received, reopened, resolved } from "@/components/desk/autosave-conflict";
import {
  type AutosaveState,
  confirmed,
  edited,
  keptOf,
  opened,
  phaseOf,
  refused,
  retried,
  sent,
  unanswered,
  valuesOf,
} from "@/components/desk/autosave-state";

interface Words {
  headline: string;
  body: string;
}

const NOW = new Date("2026-03-20T10:00:00Z");
const START: Words = { headline: "A", body: "text" };
const fresh = () => opened(START, 1);
const theirs = (values: Partial<Words>, version = 2) => ({
  version,
  values: { ...START, ...values },
  by: "Jo",
});
const phases = (...states: AutosaveState<Words>[]) => states.map(phaseOf);

describe("autosave's state", () => {
  it("goes from saved through unsaved and saving to saved", () => {
    const typed = edited(fresh(), { headline: "AB" });
    const away = sent(typed);
    const back = confirmed(away, 2);
    expect(phases(fresh(), typed, away, back)).toEqual(["saved", "unsaved", "saving", "saved"]);
    expect(back).toMatchObject({ version: 2, saved: { headline: "AB" }, pending: {} });
  });

  it("takes a change that was typed back for no change", () => {
    expect(phaseOf(edited(edited(fresh(), { headline: "AB" }), { headline: "A" }))).toBe("saved");
  });

  it("keeps a letter typed at the end of a line, although the server will trim it", () => {
    expect(valuesOf(edited(fresh(), { headline: "A " })).headline).toBe("A ");
  });

  it("shows what was typed during a save, and saves it with the version of the answer", () => {
    const during = edited(sent(edited(fresh(), { headline: "AB" })), { headline: "ABC" });
    const after = confirmed(during, 2);
    expect(valuesOf(after).headline).toBe("ABC");
    expect(after).toMatchObject({ version: 2, pending: { headline: "ABC" } });
  });

  it("takes an unanswered save back, keeping what was typed since", () => {
    const during = edited(sent(edited(fresh(), { headline: "AB", body: "more" })), { headline: "ABC" });
    expect(unanswered(during)).toMatchObject({
      pending: { headline: "ABC", body: "more" },
      lost: [{ headline: "AB", body: "more" }],
      trouble: { kind: "offline" },
    });
  });

  it("recognises its own save whose answer was lost", () => {
    const waiting = edited(unanswered(sent(edited(fresh(), { headline: "AB" }))), { headline: "ABC" });
    const state = rebased(sent(waiting), theirs({ headline: "AB" }));
    expect(phaseOf(state)).toBe("unsaved");
    expect(state).toMatchObject({ version: 2, pending: { headline: "ABC" } });
  });

  it("takes over a colleague's change of another field and says whose it is", () => {
    const state = rebased(sent(edited(fresh(), { headline: "AB" })), theirs({ body: "theirs" }));
    expect(phaseOf(state)).toBe("unsaved");
    expect(valuesOf(state)).toEqual({ headline: "AB", body: "theirs" });
    expect(state.takenOver).toEqual({ by: "Jo", fields: ["body"] });
  });

  it("still knows on another visit who made the newer version of a conflict", () => {
    const kept = keptOf(rebased(sent(edited(fresh(), { body: "mine" })), theirs({ body: "theirs" })), NOW);
    const again = opened({ ...START, body: "theirs" }, 2);
    expect(kept && reopened(again, kept).trouble).toMatchObject({ kind: "conflict", theirs: { by: "Jo" } });
    const later = opened({ ...START, body: "newer still" }, 3);
    expect(kept && reopened(later, kept).trouble).toMatchObject({ kind: "conflict", theirs: { by: null } });
  });

  it("brings what was set aside back on another visit, until it is discarded", () => {
    const state = rebased(sent(edited(fresh(), { body: "mine" })), theirs({ body: "theirs" }));
    const given = resolved(state, "body", "theirs", NOW);
    const again = remembered(fresh(), given.setAside);
    expect(again.setAside).toEqual(given.setAside);
    expect(remembered(again, given.setAside)).toBe(again);
    expect(discarded(again, given.setAside[0]?.id ?? "").setAside).toEqual([]);
  });

  it("asks when both changed the same field, and keeps both", () => {
    const state = rebased(sent(edited(fresh(), { body: "mine" })), theirs({ body: "theirs" }));
    expect(state.trouble).toMatchObject({ kind: "conflict", fields: ["body"] });
    expect(valuesOf(state).body).toBe("mine");
    const kept = resolved(state, "body", "mine", NOW);
    expect(kept).toMatchObject({ version: 2, pending: { body: "mine" }, trouble: null });
    const given = resolved(state, "body", "theirs", NOW);
    expect(given).toMatchObject({ version: 2, pending: {}, trouble: null });
    expect(given.setAside).toMatchObject([{ field: "body", value: "mine", at: NOW.toISOString() }]);
    expect(valuesOf(given).body).toBe("theirs");
  });

  it("decides field by field", () => {
    const mine = edited(fresh(), { headline: "mine", body: "mine" });
    const state = rebased(sent(mine), theirs({ headline: "theirs", body: "theirs" }));
    const half = resolved(state, "headline", "theirs", NOW);
    expect(half.trouble).toMatchObject({ kind: "conflict", fields: ["body"] });
    expect(valuesOf(resolved(half, "body", "mine", NOW))).toEqual({ headline: "theirs", body: "mine" });
  });

  it("sees no conflict where both wrote the same", () => {
    const state = rebased(sent(edited(fresh(), { body: "same" })), theirs({ body: "same " }));
    expect(state.trouble).toBeNull();
  });

  it("waits for signing in, and tries again when asked", () => {
    const state = refused(sent(edited(fresh(), { body: "x" })), {
      code: "not-signed-in",
      message: "Sign in.",
    });
    expect(phases(state, edited(state, { body: "xy" }), retried(state))).toEqual([
      "signed-out",
      "signed-out",
      "unsaved",
    ]);
  });

  it("tries a refused text again only when it was changed", () => {
    const state = refused(sent(edited(fresh(), { headline: "" })), { code: "invalid", message: "No." });
    expect(phases(state, edited(state, { headline: "B" }))).toEqual(["failed", "unsaved"]);
  });

  it("takes newer values from a refreshed page, but not older ones nor during a save", () => {
    expect(valuesOf(received(fresh(), theirs({ body: "new" }))).body).toBe("new");
    expect(received(fresh(), theirs({ body: "old" }, 1))).toEqual(fresh());
    const busy = sent(edited(fresh(), { headline: "AB" }));
    expect(received(busy, theirs({ body: "new" }))).toBe(busy);
  });

  it("puts back what the last visit kept, a lost save of it included", () => {
    const kept = keptOf(edited(sent(edited(fresh(), { body: "one" })), { body: "two" }), new Date(0));
    if (!kept) throw new Error("nothing kept");
    expect(valuesOf(reopened(fresh(), kept)).body).toBe("two");
    expect(phaseOf(reopened(opened({ ...START, body: "one" }, 2), kept))).toBe("unsaved");
    expect(phaseOf(reopened(opened({ ...START, body: "two" }, 2), kept))).toBe("saved");
    expect(phaseOf(reopened(opened({ ...START, body: "three" }, 2), kept))).toBe("conflict");
    expect(keptOf(fresh(), new Date(0))).toBeNull();
  });
});
