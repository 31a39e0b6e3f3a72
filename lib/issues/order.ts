import type { Order } from "@/lib/issues/schema";

/** Where a story stands: indexes from 0 of its section in the order and of itself in the section. */
export interface Place {
  sectionIndex: number;
  index: number;
}

/** Where the story stands, or null when the order does not hold it. */
export function placeOf(order: Order, storyId: string): Place | null {
  for (const [sectionIndex, section] of order.entries()) {
    const index = section.storyIds.indexOf(storyId);
    if (index !== -1) return { sectionIndex, index };
  }
  return null;
}

/**
 * The order with the story at `toIndex` (from 0, counted without the story itself; clamped) of the section.
 * Answers the same object when nothing changes, also when the order knows no such story or section.
 */
export function moveStory(order: Order, storyId: string, toSectionId: string, toIndex: number): Order {
  const from = placeOf(order, storyId);
  const target = order.find((section) => section.sectionId === toSectionId);
  if (!from || !target) return order;
  const moved = order.map((section) => {
    const storyIds = section.storyIds.filter((id) => id !== storyId);
    if (section === target) storyIds.splice(clamp(toIndex, storyIds.length), 0, storyId);
    return { ...section, storyIds };
  });
  return sameOrder(order, moved) ? order : moved;
}

/**
 * The order with the story one step up (-1) or down (1). Over a section's border it becomes the last story of the
 * section above or the first of the one below, so that empty sections are stops too. At either end: the same object.
 */
export function moveStoryBy(order: Order, storyId: string, step: -1 | 1): Order {
  const from = placeOf(order, storyId);
  if (!from) return order;
  const here = order[from.sectionIndex];
  const index = from.index + step;
  if (here && index >= 0 && index < here.storyIds.length) {
    return moveStory(order, storyId, here.sectionId, index);
  }
  const next = order[from.sectionIndex + step];
  if (!next) return order;
  return moveStory(order, storyId, next.sectionId, step === 1 ? 0 : next.storyIds.length);
}

/** The order with the section, its stories with it, at `toIndex` (from 0, counted without itself; clamped). */
export function moveSection(order: Order, sectionId: string, toIndex: number): Order {
  const section = order.find((candidate) => candidate.sectionId === sectionId);
  if (!section) return order;
  const moved = order.filter((candidate) => candidate !== section);
  moved.splice(clamp(toIndex, moved.length), 0, section);
  return sameOrder(order, moved) ? order : moved;
}

/** The order with the section one step up (-1) or down (1); at either end the same object. */
export function moveSectionBy(order: Order, sectionId: string, step: -1 | 1): Order {
  const index = order.findIndex((section) => section.sectionId === sectionId) + step;
  return index < 0 || index >= order.length ? order : moveSection(order, sectionId, index);
}

/** Each story's number: from 1 through the whole issue, never stored. */
export function numberStories(order: Order): Map<string, number> {
  return new Map(order.flatMap((section) => section.storyIds).map((id, index) => [id, index + 1]));
}

/** True when both have the same sections in the same sequence, each with the same stories in the same sequence. */
export function sameOrder(a: Order, b: Order): boolean {
  return (
    a.length === b.length &&
    a.every((section, index) => {
      const other = b[index];
      return (
        other?.sectionId === section.sectionId &&
        other.storyIds.length === section.storyIds.length &&
        section.storyIds.every((id, place) => id === other.storyIds[place])
      );
    })
  );
}

/** True when both hold the same sections and the same stories, each once, wherever they stand. */
export function sameMembers(a: Order, b: Order): boolean {
  return sameIds(sectionIds(a), sectionIds(b)) && sameIds(storyIds(a), storyIds(b));
}

function sectionIds(order: Order): string[] {
  return order.map((section) => section.sectionId);
}

function storyIds(order: Order): string[] {
  return order.flatMap((section) => section.storyIds);
}

function sameIds(a: string[], b: string[]): boolean {
  const others = [...b].sort();
  return a.length === b.length && [...a].sort().every((id, index) => id === others[index]);
}

function clamp(index: number, last: number): number {
  return Math.max(0, Math.min(Math.trunc(index), last));
}
