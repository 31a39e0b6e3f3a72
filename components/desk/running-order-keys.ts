import type { KeyboardEvent } from "react";
import type { Item } from "@/components/desk/running-order-items";
import type { Hands } from "@/components/desk/use-running-order";

interface Keys {
  hands: Hands;
  item: Item;
  grabbed: boolean;
  canArrange: boolean;
}

/**
 * The keys on an item: Space takes it in hand, arrows move it, Space or Enter lets go, Escape puts it back; Alt with
 * an arrow moves it at once. Without anything in hand the arrows walk through the rows.
 */
export function orderKeys({ hands, item, grabbed, canArrange }: Keys) {
  return (event: KeyboardEvent<HTMLElement>) => {
    const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : null;
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (grabbed) keysInHand(event, hands, item, by);
    else if (by !== null && !event.altKey) walk(event, by);
    else if (by !== null && canArrange) take(event, () => hands.moveBy(item, by));
    else if (event.key === " " && canArrange) take(event, () => hands.pickUp(item));
  };
}

function keysInHand(event: KeyboardEvent, hands: Hands, item: Item, by: -1 | 1 | null) {
  if (by !== null) take(event, () => hands.moveBy(item, by));
  else if (event.key === " " || event.key === "Enter") take(event, hands.drop);
  else if (event.key === "Escape") take(event, hands.cancel);
}

function take(event: KeyboardEvent, act: () => void) {
  event.preventDefault();
  event.stopPropagation();
  act();
}

/** The focus goes to the story or the heading above or below. */
function walk(event: KeyboardEvent<HTMLElement>, by: -1 | 1) {
  const rows = [...document.querySelectorAll<HTMLElement>("[data-order-item]")];
  const next = rows[rows.indexOf(event.currentTarget) + by];
  if (next) take(event, () => next.focus());
}
