import type { KeyboardEvent } from "react";
import type { BoardControls } from "@/components/desk/use-board";
import type { BoardCard } from "@/lib/workflow/schema";

/**
 * The keys on a card: Space takes it in hand, arrows choose the column, Space or Enter drops it there, Escape leaves it
 * where it is. Without anything in hand the arrows walk from card to card.
 */
export function cardKeys(controls: BoardControls, card: BoardCard) {
  return (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const inHand = controls.grab?.id === card.id;
    const act = inHand ? deedInHand(controls, card, event.key) : deed(controls, card, event);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
}

function deedInHand(controls: BoardControls, card: BoardCard, key: string): (() => void) | null {
  // Columns stand below each other on a phone: up and down mean them there.
  if (key === "ArrowLeft" || key === "ArrowUp") return () => controls.aim(card, -1);
  if (key === "ArrowRight" || key === "ArrowDown") return () => controls.aim(card, 1);
  if (key === " " || key === "Enter") return controls.drop;
  return key === "Escape" ? () => controls.cancel(card) : null;
}

function deed(controls: BoardControls, card: BoardCard, { key, currentTarget }: KeyboardEvent<HTMLElement>) {
  if (key === " ") return () => controls.pickUp(card);
  const next = neighbour(currentTarget, key);
  return next ? () => next.focus() : null;
}

/** The card above or below, or the one at the same height of the next column that holds any. */
function neighbour(from: HTMLElement, key: string): HTMLElement | null {
  const columns = [...document.querySelectorAll<HTMLElement>("[data-column]")].map((column) => [
    ...column.querySelectorAll<HTMLElement>("[data-card]"),
  ]);
  const here = columns.findIndex((cards) => cards.includes(from));
  const index = columns[here]?.indexOf(from) ?? -1;
  if (key === "ArrowUp") return columns[here]?.[index - 1] ?? null;
  if (key === "ArrowDown") return columns[here]?.[index + 1] ?? null;
  if (key !== "ArrowLeft" && key !== "ArrowRight") return null;
  const beside = key === "ArrowLeft" ? columns.slice(0, here).toReversed() : columns.slice(here + 1);
  const cards = beside.find((each) => each.length > 0);
  return cards?.[Math.min(index, cards.length - 1)] ?? null;
}
