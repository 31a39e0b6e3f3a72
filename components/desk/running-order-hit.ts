import type { DropTarget } from "@/components/desk/running-order-drop";

/** What lies at a point of the running order. */
export interface Hit {
  target: DropTarget;
  element: HTMLElement;
  side: "above" | "middle" | "below";
}

/** How far beside the list, in pixels, the pointer may stray and still mean it. */
const STRAY = 120;

/**
 * The place in the list that is nearest to the point. Places are elements with `data-drop="kind:id"` (DropTarget);
 * a section is put between sections, a story anywhere else.
 */
export function hitAt(list: HTMLElement, dragged: "story" | "section", x: number, y: number): Hit | null {
  const frame = list.getBoundingClientRect();
  if (x < frame.left - STRAY || x > frame.right + STRAY) return null;
  let nearest: { element: HTMLElement; target: DropTarget; distance: number } | null = null;
  for (const element of list.querySelectorAll<HTMLElement>("[data-drop]")) {
    const target = readTarget(element.dataset.drop);
    if (!target || (target.kind === "section") !== (dragged === "section")) continue;
    const { top, bottom } = element.getBoundingClientRect();
    const distance = Math.max(top - y, y - bottom, 0);
    if (!nearest || distance < nearest.distance) nearest = { element, target, distance };
  }
  if (!nearest) return null;
  const { top, bottom } = nearest.element.getBoundingClientRect();
  const fromMiddle = y - (top + bottom) / 2;
  const side = Math.abs(fromMiddle) < 1.5 ? "middle" : fromMiddle > 0 ? "below" : "above";
  return { target: nearest.target, element: nearest.element, side };
}

function readTarget(value: string | undefined): DropTarget | null {
  const [kind, id] = value?.split(":") ?? [];
  if (!id || (kind !== "story" && kind !== "head" && kind !== "tail" && kind !== "section")) return null;
  return { kind, id };
}
