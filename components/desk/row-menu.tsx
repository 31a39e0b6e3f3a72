"use client";

import { Ellipsis } from "lucide-react";
import type { ReactNode } from "react";
import { Menu } from "@/components/ui/menu";

/** The menu at the end of a row of a list: where it can go, and what else can be done with it. */
export function RowMenu({ name, children }: { name: string; children: ReactNode }) {
  const trigger = (
    <button
      type="button"
      aria-label={`Actions for ${name}`}
      className="grid size-6 place-items-center rounded-control text-quiet hover:bg-wash hover:text-ink data-[state=open]:bg-wash pointer-coarse:size-8"
    >
      <Ellipsis aria-hidden size={14} />
    </button>
  );
  return <Menu trigger={trigger}>{children}</Menu>;
}

/** Seen when they can be used: under the pointer, with the focus near, with their menu open, and where there is no hovering. */
export const ROW_TOOLS =
  "flex opacity-0 group-focus-within/line:opacity-100 group-hover/line:opacity-100 has-data-[state=open]:opacity-100 max-sm:opacity-100 [@media(hover:none)]:opacity-100";
