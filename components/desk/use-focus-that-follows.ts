"use client";

import { type RefObject, useCallback, useLayoutEffect, useMemo, useRef } from "react";

/**
 * An element that moves between lists is made anew by React; the focus goes with the item, not with the element.
 * Items are elements within `container` with their key in `data-order-item`.
 */
export function useFocusThatFollows(container: RefObject<HTMLElement | null>) {
  const wanted = useRef<string | null>(null);
  const giveFocus = useCallback(() => {
    if (wanted.current === null) return;
    const selector = `[data-order-item="${CSS.escape(wanted.current)}"]`;
    const element = container.current?.querySelector<HTMLElement>(selector);
    element?.focus();
    if (element) wanted.current = null;
  }, [container]);
  useLayoutEffect(giveFocus);
  return useMemo(
    () => ({
      /** The item with this key gets the focus as soon as it is there. */
      keepFocus: (key: string) => {
        wanted.current = key;
      },
      /** Whatever item has the focus now keeps it through the next change of the list. */
      holdFocus: () => {
        const active = document.activeElement;
        if (!(active instanceof HTMLElement) || !container.current?.contains(active)) return;
        wanted.current ??= active.dataset.orderItem ?? null;
      },
      /** For a part of the list that comes back by itself: it may be what the focus waits for. */
      giveFocus,
    }),
    [container, giveFocus],
  );
}
