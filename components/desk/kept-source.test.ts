import { describe, expect, it } from "vitest";
import { keptSource } from "@/components/desk/kept-source";
import { storage } from "@/components/desk/test-storage";

describe("a half-filled source form", () => {
  it("comes back under its own story, person and source, until it is cleared", () => {
    const shared = storage();
    const form = keptSource("story:me", "new", () => shared);
    form.write({ title: "A report", url: "" });
    expect(keptSource("story:me", "new", () => shared).read()).toEqual({ title: "A report", url: "" });
    expect(keptSource("story:me", "other", () => shared).read()).toBeNull();
    expect(keptSource("story:you", "new", () => shared).read()).toBeNull();
    form.write(null);
    expect(shared.length).toBe(0);
  });

  it("is not kept when what was typed is what stands there", () => {
    const shared = storage();
    const form = keptSource("story:me", "1", () => shared);
    form.write({ title: "A report" });
    form.write({});
    expect(form.read()).toBeNull();
  });

  it("does without a storage that is forbidden or spoilt", () => {
    const forbidden = keptSource("a", "new", () => {
      throw new Error("SecurityError");
    });
    forbidden.write({ title: "x" });
    expect(forbidden.read()).toBeNull();
    const spoilt = storage();
    for (const text of ["{", "null", '{"title":1}', "[]"]) {
      spoilt.setItem("plumbline:source:a:new", text);
      expect(keptSource("a", "new", () => spoilt).read()).toBeNull();
    }
  });
});
