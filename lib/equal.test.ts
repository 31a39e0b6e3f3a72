import { describe, expect, it } from "vitest";
import { equal } from "@/lib/equal";

describe("equal", () => {
  it("compares JSON whatever the order of keys", () => {
    expect(equal({ a: [1, { b: null }], c: undefined }, { a: [1, { b: null }] })).toBe(true);
    expect(equal({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(true);
    expect(equal({ a: [] }, { a: {} })).toBe(false);
    expect(equal({ a: null }, {})).toBe(false);
  });
});
