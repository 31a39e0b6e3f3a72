import { moveSection, moveStory, placeOf } from "@/lib/issues/order";
import type { Order } from "@/lib/issues/schema";

/** What somebody wants to stand where; indexes from 0, counted without what is moved. */
export type Move =
  | { kind: "story"; storyId: string; toSectionId: string; toIndex: number }
  | { kind: "section"; sectionId: string; toIndex: number };

/** The order with one move made, as far as the order still holds what is moved and where to. */
export function applyMove(order: Order, move: Move): Order {
  return move.kind === "story"
    ? moveStory(order, move.storyId, move.toSectionId, move.toIndex)
    : moveSection(order, move.sectionId, move.toIndex);
}

/** True when what is moved, and the section it is to stand in, are still there. */
export function stillPossible(order: Order, move: Move): boolean {
  const section = move.kind === "story" ? move.toSectionId : move.sectionId;
  if (!order.some((candidate) => candidate.sectionId === section)) return false;
  return move.kind === "section" || placeOf(order, move.storyId) !== null;
}

/** The order with all moves made, one after the other. */
export function replay(order: Order, moves: Move[]): Order {
  return moves.reduce(applyMove, order);
}
