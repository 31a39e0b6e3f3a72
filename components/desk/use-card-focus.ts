"use client";

import { useCallback, useLayoutEffect, useRef } from "react";

/** A card that changes its column is made anew by React: the focus goes with the card, or to the board when it is not shown. */
export function useCardFocus() {
  const container = useRef<HTMLDivElement>(null);
  const wanted = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    const card = container.current?.querySelector<HTMLElement>(`[data-card="${CSS.escape(wanted.current)}"]`);
    (card ?? container.current)?.focus();
    wanted.current = null;
  });
  const keepFocus = useCallback((id: string) => {
    wanted.current = id;
  }, []);
  const focusCard = useCallback((id: string) => {
    container.current?.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`)?.focus();
  }, []);
  return { container, keepFocus, focusCard };
}
