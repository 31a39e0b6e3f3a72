import { expect, test } from "vitest";
import { newAnchor } from "@/lib/stories/anchor";

test("an anchor has the form that the database checks, and is not given twice", () => {
  const anchors = Array.from({ length: 2_000 }, newAnchor);
  for (const anchor of anchors) expect(anchor).toMatch(/^s-[0-9a-z]{10}$/);
  expect(new Set(anchors).size).toBe(anchors.length);
});
