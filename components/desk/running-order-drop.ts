import type { Move } from "@/components/desk/running-order-moves";
import { placeOf } from "@/lib/issues/order";
import type { Order } from "@/lib/issues/schema";

/** What lies under the pointer while something is dragged; ids are those of stories and sections. */
export type DropTarget =
  | { kind: "story"; id: string }
  /** A section's heading: above its first story. */
  | { kind: "head"; id: string }
  /** The room after a section's last story, or the whole of an empty section. */
  | { kind: "tail"; id: string }
  | { kind: "section"; id: string };

/** Where the drop line is drawn: before this story or section, or at the end when `before` is null. */
export interface DropLinePlace {
  sectionId: string | null;
  before: string | null;
}

/** The move that letting go here makes. */
export interface Drop {
  move: Move;
  line: DropLinePlace;
}

/** True when letting go would do the same. */
export function sameDrop(a: Drop | null, b: Drop | null): boolean {
  return a === b || (a?.line.sectionId === b?.line.sectionId && a?.line.before === b?.line.before);
}

/** Letting a story go over `target`; `below` is whether the pointer is in its lower half. Null where nothing would change. */
export function dropStory(order: Order, storyId: string, target: DropTarget, below: boolean): Drop | null {
  const place = target.kind === "story" ? placeOf(order, target.id) : null;
  const section = place
    ? order[place.sectionIndex]
    : order.find((candidate) => candidate.sectionId === target.id && target.kind !== "story");
  if (!section) return null;
  const index = place ? place.index + (below ? 1 : 0) : target.kind === "head" ? 0 : section.storyIds.length;
  const own = section.storyIds.indexOf(storyId);
  if (own !== -1 && (index === own || index === own + 1)) return null;
  const toIndex = own !== -1 && own < index ? index - 1 : index;
  return {
    move: { kind: "story", storyId, toSectionId: section.sectionId, toIndex },
    line: { sectionId: section.sectionId, before: section.storyIds[index] ?? null },
  };
}

/** Letting a section go over another one. Null where nothing would change. */
export function dropSection(order: Order, sectionId: string, overId: string, below: boolean): Drop | null {
  const own = order.findIndex((section) => section.sectionId === sectionId);
  const over = order.findIndex((section) => section.sectionId === overId);
  if (own === -1 || over === -1) return null;
  const index = over + (below ? 1 : 0);
  if (index === own || index === own + 1) return null;
  return {
    move: { kind: "section", sectionId, toIndex: own < index ? index - 1 : index },
    line: { sectionId: null, before: order[index]?.sectionId ?? null },
  };
}
