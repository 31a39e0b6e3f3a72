"use client";

import type { ComponentProps } from "react";
import { Toaster } from "sonner";

/**
 * Where messages appear. A press by mouse or touch does not take the focus into them: the library gives it back to where
 * it was as soon as it leaves, which would be in the middle of a click into a text.
 */
export function Toasts(props: ComponentProps<typeof Toaster>) {
  return (
    <div role="presentation" onMouseDown={(event) => event.preventDefault()}>
      <Toaster {...props} />
    </div>
  );
}
