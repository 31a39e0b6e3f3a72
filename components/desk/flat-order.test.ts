import fc from "fast-check";
import { expect, test } from "vitest";
import { inOrder, moveId, placeInGap, sameIds } from "@/components/desk/flat-order";

const IDS = ["a", "b", "c", "d"];

test("what is let go in a gap stands there, and the gaps beside it change nothing", () => {
  for (const [from, id] of IDS.entries()) {
    for (let gap = 0; gap <= IDS.length; gap += 1) {
      const to = placeInGap(IDS, id, gap);
      expect(to === null).toBe(gap === from || gap === from + 1);
      if (to === null) continue;
      const moved = moveId(IDS, id, to);
      expect(moved[moved.indexOf(id) + 1] ?? null).toBe(IDS[gap] ?? null);
    }
  }
  expect(placeInGap(IDS, "gone", 0)).toBeNull();
});

test("a move loses and doubles nothing, and keeps the others in their order", () => {
  fc.assert(
    fc.property(fc.constantFrom(...IDS), fc.integer({ min: -2, max: 6 }), (id, to) => {
      const moved = moveId(IDS, id, to);
      expect(sameIds(moved, IDS)).toBe(true);
      expect(moved.filter((other) => other !== id)).toEqual(IDS.filter((other) => other !== id));
    }),
  );
  expect(moveId(IDS, "b", 1)).toBe(IDS);
  expect(moveId(IDS, "gone", 1)).toBe(IDS);
});

test("lines that the order does not know stay, behind the others", () => {
  const lines = IDS.map((id) => ({ id }));
  expect(inOrder(lines, ["c", "gone", "a"]).map(({ id }) => id)).toEqual(["c", "a", "b", "d"]);
});
