import type { KeyboardEvent } from "react";
import { type Item, itemKey, type RunningOrderControls } from "@/components/desk/use-running-order";

/** True when this item is the one in hand. */
export function isGrabbed(controls: RunningOrderControls, item: Item): boolean {
  return controls.grabbed !== null && itemKey(controls.grabbed) === itemKey(item);
}

/**
 * The keys on an item: Space takes it in hand, arrows move it, Space or Enter lets go, Escape puts it back; Alt with
 * an arrow moves it at once. Without anything in hand the arrows walk through the rows.
 */
export function orderKeys(controls: RunningOrderControls, item: Item, canArrange: boolean) {
  return (event: KeyboardEvent<HTMLElement>) => {
    const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : null;
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (isGrabbed(controls, item)) keysInHand(event, controls, item, step);
    else if (step !== null && !event.altKey) walk(event, step);
    else if (step !== null && canArrange) take(event, () => controls.moveBy(item, step));
    else if (event.key === " " && canArrange) take(event, () => controls.pickUp(item));
  };
}

function keysInHand(event: KeyboardEvent, controls: RunningOrderControls, item: Item, step: -1 | 1 | null) {
  if (step !== null) take(event, () => controls.moveBy(item, step));
  else if (event.key === " " || event.key === "Enter") take(event, controls.drop);
  else if (event.key === "Escape") take(event, controls.cancel);
}

function take(event: KeyboardEvent, act: () => void) {
  event.preventDefault();
  event.stopPropagation();
  act();
}

/** The focus goes to the story or the heading above or below. */
function walk(event: KeyboardEvent<HTMLElement>, step: -1 | 1) {
  const rows = [...document.querySelectorAll<HTMLElement>("[data-order-item]")];
  const next = rows[rows.indexOf(event.currentTarget) + step];
  if (next) take(event, () => next.focus());
}
