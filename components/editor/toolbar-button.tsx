"use client";

import { Toolbar } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";

type ToolbarButtonProps = Omit<ComponentProps<typeof Toolbar.Button>, "children"> & {
  label: string;
  /** "Mod+B": Mod is ⌘ on a Mac and Ctrl elsewhere. */
  keys?: string;
  pressed?: boolean | undefined;
  onPress?: () => void;
  children: ReactNode;
};

/** One tool. Pressing it leaves the selection in the text alone. */
export function ToolbarButton({
  label,
  keys,
  pressed,
  onPress,
  onClick,
  children,
  ...props
}: ToolbarButtonProps) {
  return (
    <Toolbar.Button
      {...props}
      aria-label={label}
      aria-pressed={pressed}
      // The platform is known only in the browser.
      title={keys ? `${label} (${shortcut(keys)})` : label}
      suppressHydrationWarning
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress ?? onClick}
      className="inline-flex h-7 min-w-7 items-center max-sm:min-w-[1.6rem] justify-center gap-0.5 rounded-control px-1 text-quiet enabled:hover:bg-wash enabled:hover:text-ink disabled:opacity-40 aria-pressed:bg-ink aria-pressed:text-paper"
    >
      {children}
    </Toolbar.Button>
  );
}

const ARROWS = { Up: "↑", Down: "↓", Left: "←", Right: "→" };

/** Keys as this machine's people know them. */
export function shortcut(keys: string): string {
  const isMac = typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.userAgent);
  const named = keys.replace(/Arrow(Up|Down|Left|Right)/, (_, way: keyof typeof ARROWS) => ARROWS[way]);
  return isMac
    ? named
        .replace("Mod", "⌘")
        .replace("Ctrl", "⌃")
        .replace("Shift", "⇧")
        .replace("Alt", "⌥")
        .replaceAll("+", "")
    : named.replace("Mod", "Ctrl");
}
