"use client";

import type { ReactNode } from "react";
import { toast } from "sonner";
import type { StoryClaims } from "@/components/desk/claims/claims-store";
import type { NamedAnchor } from "@/components/editor/claims/anchors";
import { Button } from "@/components/ui/button";

interface MarkToolsProps {
  claims: StoryClaims;
  anchor: NamedAnchor;
  onUnmark(): void;
  /** What else can be done to it while its words are there. */
  children?: ReactNode;
}

/** What can be done to a mark; where its words are gone, how they are given others. */
export function MarkTools({ claims, anchor, onUnmark, children }: MarkToolsProps) {
  if (!claims.isThere(anchor)) return <PutBack claims={claims} anchor={anchor} />;
  return (
    <div className="flex flex-wrap gap-2">
      {children}
      <Button size="sm" variant="quiet" onClick={() => claims.reveal(anchor.id, true)}>
        Show in the text
      </Button>
      <Button size="sm" variant="quiet" onClick={onUnmark}>
        Take the mark off
      </Button>
    </div>
  );
}

function PutBack({ claims, anchor }: Pick<MarkToolsProps, "claims" | "anchor">) {
  const remark = () => {
    if (!claims.remark(anchor)) {
      toast(`Select the words in the story that the ${anchor.type} stands for, then press again.`);
    }
  };
  return (
    <div className="flex flex-wrap gap-2">
      <p className="w-full text-sm text-pretty text-line">
        <span aria-hidden>▲ </span>Its words are no longer in the story. Select where it belongs to bring it
        back.
      </p>
      {/* The selection in the text must outlast the press. */}
      <Button size="sm" onMouseDown={(event) => event.preventDefault()} onClick={remark}>
        Put it on the selected words
      </Button>
    </div>
  );
}
