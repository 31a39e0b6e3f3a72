import type { Move } from "@/components/desk/running-order-moves";
import type { OutlineSection } from "@/components/desk/running-order-outline";
import {
  callPlace,
  callSection,
  callStory,
  tellSectionMove,
  tellStoryMove,
} from "@/components/desk/running-order-words";
import { moveSectionBy, moveStoryBy, placeOf, sameOrder } from "@/lib/issues/order";
import type { Order } from "@/lib/issues/schema";

/** What can be grabbed and moved. */
export interface Item {
  kind: "story" | "section";
  id: string;
}

/** "story:…": names an item's element (data-order-item) and its draggable. */
export function itemKey(item: Item): string {
  return `${item.kind}:${item.id}`;
}

/** What a move moves. */
export function itemOf(move: Move): Item {
  return move.kind === "story"
    ? { kind: "story", id: move.storyId }
    : { kind: "section", id: move.sectionId };
}

/** The order with the item one step up or down; the same object where there is nowhere to go. */
export function step(order: Order, item: Item, by: -1 | 1): Order {
  return item.kind === "story" ? moveStoryBy(order, item.id, by) : moveSectionBy(order, item.id, by);
}

/** The move that puts the item where `order` has it. */
export function moveTo(order: Order, item: Item): Move {
  if (item.kind === "section") {
    const toIndex = order.findIndex(({ sectionId }) => sectionId === item.id);
    return { kind: "section", sectionId: item.id, toIndex };
  }
  const place = placeOf(order, item.id);
  const toSectionId = order[place?.sectionIndex ?? -1]?.sectionId ?? "";
  return { kind: "story", storyId: item.id, toSectionId, toIndex: place?.index ?? 0 };
}

/** "Story 6, Xiaomi and Rakuten" or "Section Enterprise AI": as it is called aloud. */
export function call(sections: OutlineSection[], order: Order, item: Item): string {
  return item.kind === "story" ? callStory(sections, order, item.id) : callSection(sections, item.id);
}

/** The name before a verb: a story's ends with an apposition and wants a comma after it, a section's does not. */
export function callSubject(sections: OutlineSection[], order: Order, item: Item): string {
  return `${call(sections, order, item)}${item.kind === "story" ? "," : ""}`;
}

/** The whole sentence after a move, also after one that changed nothing. */
export function tell(sections: OutlineSection[], before: Order, after: Order, item: Item): string {
  if (sameOrder(before, after)) {
    const subject = callSubject(sections, before, item);
    return item.kind === "story"
      ? `${subject} stays at ${callPlace(sections, after, item.id)}.`
      : `${subject} stays where it was.`;
  }
  return item.kind === "story"
    ? tellStoryMove(sections, before, after, item.id)
    : tellSectionMove(sections, after, item.id);
}

/** The sections in this order, each with the stories this order gives it. */
export function arrange(sections: OutlineSection[], order: Order): OutlineSection[] {
  const stories = new Map(sections.flatMap((section) => section.stories).map((story) => [story.id, story]));
  const titles = new Map(sections.map((section) => [section.id, section.title]));
  return order.map(({ sectionId, storyIds }) => ({
    id: sectionId,
    title: titles.get(sectionId) ?? "",
    stories: storyIds.flatMap((id) => stories.get(id) ?? []),
  }));
}
