import fc from "fast-check";
import { expect, test } from "vitest";
import { type DropTarget, dropSection, dropStory } from "@/components/desk/running-order-drop";
import { applyMove } from "@/components/desk/running-order-moves";
import type { Order } from "@/lib/issues/schema";

const ORDER: Order = [
  { sectionId: "one", storyIds: ["a", "b", "c"] },
  { sectionId: "two", storyIds: ["d"] },
  { sectionId: "empty", storyIds: [] },
];

const targets: fc.Arbitrary<DropTarget> = fc.oneof(
  fc.constantFrom("a", "b", "c", "d").map((id) => ({ kind: "story" as const, id })),
  fc.constantFrom("one", "two", "empty").map((id) => ({ kind: "head" as const, id })),
  fc.constantFrom("one", "two", "empty").map((id) => ({ kind: "tail" as const, id })),
);

test("a story let go stands where the line was, and no line means no change", () => {
  fc.assert(
    fc.property(fc.constantFrom("a", "b", "c", "d"), targets, fc.boolean(), (storyId, target, below) => {
      const drop = dropStory(ORDER, storyId, target, below);
      if (!drop) return;
      const moved = applyMove(ORDER, drop.move);
      expect(moved).not.toBe(ORDER);
      const section = moved.find((candidate) => candidate.sectionId === drop.line.sectionId);
      const index = section?.storyIds.indexOf(storyId) ?? -1;
      expect(index).toBeGreaterThanOrEqual(0);
      expect(section?.storyIds[index + 1] ?? null).toBe(drop.line.before);
    }),
  );
});

test("a section let go stands where the line was", () => {
  const ids = fc.constantFrom("one", "two", "empty");
  fc.assert(
    fc.property(ids, ids, fc.boolean(), (sectionId, overId, below) => {
      const drop = dropSection(ORDER, sectionId, overId, below);
      if (!drop) return;
      const moved = applyMove(ORDER, drop.move).map((section) => section.sectionId);
      expect(moved[moved.indexOf(sectionId) + 1] ?? null).toBe(drop.line.before);
    }),
  );
});

test("over itself, its own neighbourhood or what is gone, nothing would change", () => {
  expect(dropStory(ORDER, "b", { kind: "story", id: "b" }, false)).toBeNull();
  expect(dropStory(ORDER, "b", { kind: "story", id: "a" }, true)).toBeNull();
  expect(dropStory(ORDER, "b", { kind: "story", id: "c" }, false)).toBeNull();
  expect(dropStory(ORDER, "b", { kind: "story", id: "gone" }, false)).toBeNull();
  expect(dropStory(ORDER, "a", { kind: "head", id: "one" }, false)).toBeNull();
  expect(dropSection(ORDER, "one", "one", true)).toBeNull();
  expect(dropSection(ORDER, "one", "two", false)).toBeNull();
});

test("an empty section takes a story on its heading and in its room", () => {
  const move = { kind: "story", storyId: "a", toSectionId: "empty", toIndex: 0 };
  expect(dropStory(ORDER, "a", { kind: "head", id: "empty" }, false)?.move).toEqual(move);
  expect(dropStory(ORDER, "a", { kind: "tail", id: "empty" }, true)?.move).toEqual(move);
});
