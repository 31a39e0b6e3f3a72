"use client";

import { type ComponentProps, useEffect, useRef } from "react";
import { Toaster } from "sonner";

/**
 * Where messages appear. A press by mouse or touch does not take the focus into them: the library gives it back to where
 * it was as soon as it leaves, which would be in the middle of a click into a text.
 */
export function Toasts(props: ComponentProps<typeof Toaster>) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const keepFocus = (event: MouseEvent) => event.preventDefault();
    const element = box.current;
    element?.addEventListener("mousedown", keepFocus);
    return () => element?.removeEventListener("mousedown", keepFocus);
  }, []);
  return (
    <div ref={box}>
      <Toaster {...props} />
    </div>
  );
}
