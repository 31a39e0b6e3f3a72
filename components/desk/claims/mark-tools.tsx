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

/** Removes a claim whose words are gone; undo brings it back with all that was said of it. */
async function remove(claims: StoryClaims, { type, id }: NamedAnchor): Promise<void> {
  const answer = await claims.run((actions) => actions.removeClaim({ id }));
  if (!answer.ok) return void toast.error(answer.error.message);
  claims.forget({ type, id });
  const undo = async () => {
    const back = await claims.run((actions) => actions.restoreClaim({ id }));
    if (!back.ok) toast.error(back.error.message);
  };
  toast("The claim is removed.", { action: { label: "Undo", onClick: () => void undo() } });
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
    const marked = claims.remark(anchor);
    if (marked === "taken") toast(`These words belong to another ${anchor.type}. Select others.`);
    if (marked === "no-words") {
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
      {anchor.type === "claim" ? (
        <Button size="sm" variant="quiet" onClick={() => void remove(claims, anchor)}>
          Remove for good
        </Button>
      ) : null}
    </div>
  );
}
