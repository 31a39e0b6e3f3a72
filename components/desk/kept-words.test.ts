import { describe, expect, it } from "vitest";
import type { Kept } from "@/components/desk/autosave-state";
import { keptWords } from "@/components/desk/kept-words";
import { storage } from "@/components/desk/test-storage";

interface Words {
  body: string;
}

const kept = (body: string): Kept<Words> => ({
  version: 3,
  patch: { body },
  base: { body: "" },
  lost: [],
  at: "2026-03-20T10:00:00.000Z",
});

describe("words kept in the browser", () => {
  it("come back as they were, under their own key", () => {
    const shared = storage();
    keptWords<Words>("story:1:me", () => shared).write(kept("typed"));
    expect(keptWords<Words>("story:1:me", () => shared).read()).toEqual(kept("typed"));
    expect(keptWords<Words>("story:1:you", () => shared).read()).toBeNull();
  });

  it("are cleared only by the form that wrote or read them last", () => {
    const shared = storage();
    const [first, second] = [keptWords<Words>("a", () => shared), keptWords<Words>("a", () => shared)];
    first.write(kept("first"));
    second.write(kept("second"));
    first.write(null);
    expect(second.read()).toEqual(kept("second"));
    second.write(null);
    expect(second.read()).toBeNull();
  });

  it("do without a storage that is full, forbidden or spoilt", () => {
    const forbidden = keptWords<Words>("a", () => {
      throw new Error("SecurityError");
    });
    forbidden.write(kept("x"));
    expect(forbidden.read()).toBeNull();
    const spoilt = storage();
    for (const text of ["{", "null", '{"version":"1"}']) {
      spoilt.setItem("plumbline:unsaved:a", text);
      expect(keptWords<Words>("a", () => spoilt).read()).toBeNull();
    }
  });
});
