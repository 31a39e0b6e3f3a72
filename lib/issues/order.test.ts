import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  moveSection,
  moveSectionBy,
  moveStory,
  moveStoryBy,
  numberStories,
  placeOf,
  sameMembers,
  sameOrder,
} from "@/lib/issues/order";
import type { Order } from "@/lib/issues/schema";

/** Any order: up to six sections, empty ones among them, and up to twelve stories. */
const orders: fc.Arbitrary<Order> = fc
  .array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 6 })
  .map((sizes) => {
    let story = 0;
    return sizes.map((size, section) => ({
      sectionId: `section-${section}`,
      storyIds: Array.from({ length: size }, () => `story-${story++}`),
    }));
  });

const stories = (order: Order) => order.flatMap((section) => section.storyIds);

/** An order that holds stories, one of them, and a place to put it. */
const moves = orders
  .filter((order) => stories(order).length > 0)
  .chain((order) =>
    fc.record({
      order: fc.constant(order),
      storyId: fc.constantFrom(...stories(order)),
      sectionId: fc.constantFrom(...order.map((section) => section.sectionId)),
      index: fc.integer({ min: -2, max: 8 }),
      step: fc.constantFrom(-1 as const, 1 as const),
    }),
  );

describe("moves", () => {
  test("lose and double nothing", () => {
    fc.assert(
      fc.property(moves, ({ order, storyId, sectionId, index, step }) => {
        expect(sameMembers(order, moveStory(order, storyId, sectionId, index))).toBe(true);
        expect(sameMembers(order, moveStoryBy(order, storyId, step))).toBe(true);
        expect(sameMembers(order, moveSection(order, sectionId, index))).toBe(true);
        expect(sameMembers(order, moveSectionBy(order, sectionId, step))).toBe(true);
      }),
    );
  });

  test("put a story where they were told", () => {
    fc.assert(
      fc.property(moves, ({ order, storyId, sectionId, index }) => {
        const moved = moveStory(order, storyId, sectionId, index);
        const place = placeOf(moved, storyId);
        const section = moved[place?.sectionIndex ?? -1];
        expect(section?.sectionId).toBe(sectionId);
        expect(place?.index).toBe(Math.max(0, Math.min(index, (section?.storyIds.length ?? 0) - 1)));
      }),
    );
  });

  test("keep the sequence of all other stories", () => {
    fc.assert(
      fc.property(moves, ({ order, storyId, sectionId, index }) => {
        const others = (of: Order) => stories(of).filter((id) => id !== storyId);
        expect(others(moveStory(order, storyId, sectionId, index))).toEqual(others(order));
      }),
    );
  });

  test("are undone by moving back", () => {
    fc.assert(
      fc.property(moves, ({ order, storyId, sectionId, index }) => {
        const from = placeOf(order, storyId);
        const origin = order[from?.sectionIndex ?? -1]?.sectionId ?? "";
        const there = moveStory(order, storyId, sectionId, index);
        expect(moveStory(there, storyId, origin, from?.index ?? -1)).toEqual(order);
        const sectionFrom = order.findIndex((section) => section.sectionId === sectionId);
        expect(moveSection(moveSection(order, sectionId, index), sectionId, sectionFrom)).toEqual(order);
      }),
    );
  });

  test("by one step are undone by the opposite step", () => {
    fc.assert(
      fc.property(moves, ({ order, storyId, sectionId, step }) => {
        const back = step === 1 ? -1 : 1;
        const moved = moveStoryBy(order, storyId, step);
        if (moved !== order) expect(moveStoryBy(moved, storyId, back)).toEqual(order);
        const sectionMoved = moveSectionBy(order, sectionId, step);
        if (sectionMoved !== order) expect(moveSectionBy(sectionMoved, sectionId, back)).toEqual(order);
      }),
    );
  });

  test("reach every place of every section, step by step", () => {
    fc.assert(
      fc.property(moves, ({ order, storyId }) => {
        let at = order;
        for (let next = moveStoryBy(at, storyId, -1); next !== at; next = moveStoryBy(at, storyId, -1))
          at = next;
        let places = 1;
        for (let next = moveStoryBy(at, storyId, 1); next !== at; next = moveStoryBy(at, storyId, 1)) {
          at = next;
          places += 1;
        }
        expect(places).toBe(stories(order).length - 1 + order.length);
      }),
    );
  });

  test("of what the order does not hold change nothing", () => {
    fc.assert(
      fc.property(moves, ({ order, storyId, sectionId, index, step }) => {
        expect(moveStory(order, "gone", sectionId, index)).toBe(order);
        expect(moveStory(order, storyId, "gone", index)).toBe(order);
        expect(moveStoryBy(order, "gone", step)).toBe(order);
        expect(moveSection(order, "gone", index)).toBe(order);
      }),
    );
  });
});

test("numbers run from 1 to n through the whole issue after any moves", () => {
  fc.assert(
    fc.property(moves, ({ order, storyId, sectionId, index }) => {
      const moved = moveSection(moveStory(order, storyId, sectionId, index), sectionId, index);
      const numbers = numberStories(moved);
      expect([...numbers.values()]).toEqual(stories(order).map((_, place) => place + 1));
      expect([...numbers.keys()]).toEqual(stories(moved));
    }),
  );
});

test("orders are compared by sequence and by members", () => {
  const order: Order = [
    { sectionId: "one", storyIds: ["a", "b"] },
    { sectionId: "two", storyIds: [] },
  ];
  expect(sameOrder(order, structuredClone(order))).toBe(true);
  expect(sameOrder(order, moveStory(order, "a", "two", 0))).toBe(false);
  expect(sameMembers(order, [{ sectionId: "one", storyIds: ["a", "b"] }])).toBe(false);
  expect(
    sameMembers(order, [
      { sectionId: "two", storyIds: ["b"] },
      { sectionId: "one", storyIds: ["b"] },
    ]),
  ).toBe(false);
});
