"use client";

import { useEffect } from "react";

/**
 * While something is dragged, the pointer is a closed hand and nothing is selected. The library's own plugins say both in a
 * stylesheet of rules for every element (`* { … }`): each time that comes or goes, a page of 30,000 words is styled and laid
 * out anew. The body has captured the pointer, so its cursor is the one that is seen.
 */
export function useDraggingHand(dragging: boolean): void {
  useEffect(() => {
    if (!dragging) return;
    const select = (event: Event) => event.preventDefault();
    document.body.style.cursor = "grabbing";
    document.addEventListener("selectstart", select, { capture: true });
    return () => {
      document.body.style.cursor = "";
      document.removeEventListener("selectstart", select, { capture: true });
    };
  }, [dragging]);
}
