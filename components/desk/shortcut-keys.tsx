"use client";

import { pressesOf } from "@/components/desk/shortcuts";
import { useIsMac } from "@/components/desk/single-keys";

/** A shortcut's keys as this computer calls them. */
export function ShortcutKeys({ keys }: { keys: string }) {
  const presses = pressesOf(keys, useIsMac());
  return (
    <span className="inline-flex items-center gap-1 whitespace-nowrap">
      {presses.map((press, index) => (
        <span key={press.join("+")} className="inline-flex items-center gap-0.5">
          {index > 0 ? <span className="px-0.5 text-xs text-quiet">then</span> : null}
          {press.map((key) => (
            <kbd key={key} className="key">
              {key}
            </kbd>
          ))}
        </span>
      ))}
    </span>
  );
}
