import fc from "fast-check";
import { expect, test } from "vitest";
import { inOrder, mayStay, moveId, placeInGap, sameIds } from "@/components/desk/flat-order";

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

test("what may stay is in the order wanted, and as much as can be", () => {
  const ids = ["a", "b", "c", "d", "e", "f"];
  const subsets = Array.from({ length: 2 ** ids.length }, (_, bits) =>
    ids.filter((_, bit) => bits & (1 << bit)),
  );
  const shuffled = fc.shuffledSubarray(ids, { minLength: ids.length });
  fc.assert(
    fc.property(shuffled, shuffled, (standing, wanted) => {
      const run = (of: string[], set: Set<string>) => of.filter((id) => set.has(id)).join();
      const inPlace = subsets
        .map((subset) => new Set(subset))
        .filter((set) => run(standing, set) === run(wanted, set));
      const stay = mayStay(standing, wanted);
      expect(run(standing, stay)).toBe(run(wanted, stay));
      expect(stay.size).toBe(Math.max(...inPlace.map((set) => set.size)));
    }),
  );
  expect([...mayStay(ids, ["f", "a", "b", "c", "d", "e"])].toSorted()).toEqual(["a", "b", "c", "d", "e"]);
  expect(mayStay([], [])).toEqual(new Set());
});
