"use client";

import type { ReactNode } from "react";

interface LineButtonProps {
  label: string;
  keys?: string;
  /** Stays focusable, so that moving a line to the end does not throw the focus away. */
  off?: boolean;
  onPress(): void;
  children: ReactNode;
}

/** A small button at the end of a line of a list. */
export function LineButton({ label, keys, off = false, onPress, children }: LineButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={keys ? `${label} (${keys})` : label}
      aria-disabled={off || undefined}
      onClick={off ? undefined : onPress}
      className="grid size-6 place-items-center rounded-control text-quiet hover:bg-wash hover:text-ink aria-disabled:cursor-default aria-disabled:opacity-35"
    >
      {children}
    </button>
  );
}
