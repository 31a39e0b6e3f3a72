import { readPart, storyOf } from "@/components/desk/part";
import { partAround } from "@/components/desk/use-page";

const BACKLOG_STORY = /^\/desk\/stories\/([0-9a-f-]{36})$/;

/** The story that an element of the desk belongs to: on the page, or its row in the running order. */
function storyAround(element: Element | null): string | null {
  const row = element?.closest<HTMLElement>("[data-order-item]")?.dataset.orderItem;
  const part = row ? readPart(row) : element ? partAround(element) : null;
  return part && storyOf(part);
}

/** The story that somebody has in hand: around the element, else the one that is open. Null for none. */
export function storyInHand(element: Element | null): string | null {
  const { pathname, search } = window.location;
  const open = readPart(new URLSearchParams(search).get("part"));
  return storyAround(element) ?? BACKLOG_STORY.exec(pathname)?.[1] ?? (open && storyOf(open));
}

/** Whether what is pasted or dropped there belongs to a text that somebody writes. */
export function isInText(element: EventTarget | null): boolean {
  return (
    element instanceof HTMLElement &&
    (element.isContentEditable || element.closest("input, textarea, select, [contenteditable=true]") !== null)
  );
}
