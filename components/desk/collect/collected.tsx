import Link from "next/link";
import { useState } from "react";
import { attempt } from "@/components/desk/attempt";
import type { CollectActions } from "@/components/desk/inbox/inbox-actions";
import { Button, buttonClass } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Undo } from "@/lib/inbox/schema";

/** What became of a page that was sent, and where it is now. */
export interface Done {
  sentence: string;
  href: string;
  undo: Undo | null;
}

interface CollectedProps {
  done: Done;
  bringBack: CollectActions["bringBack"];
  onAgain: () => void;
  onUndone: () => void;
}

/** Says what became of the page, and takes it back. */
export function Collected({ done: { sentence, href, undo }, bringBack, onAgain, onUndone }: CollectedProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const takeBack = async (given: Undo) => {
    const answer = await attempt(bringBack(given));
    if (answer.ok) onUndone();
    else setProblem(answer.error.message);
  };
  return (
    <div className="grid gap-4 rounded-card border border-hair bg-paper p-4 sm:p-5">
      <p role="status">
        <span aria-hidden className="text-good">
          ✓{" "}
        </span>
        {sentence} You can close this window.
      </p>
      {problem ? <Notice kind="error">It could not be undone. {problem}</Notice> : null}
      <div className="flex flex-wrap gap-2">
        <Link href={href} className={buttonClass({ variant: "primary" })}>
          {href === "/desk/inbox" ? "Open the inbox" : "Open the story"}
        </Link>
        {undo ? <Button onClick={() => void takeBack(undo)}>Undo</Button> : null}
        <Button onClick={onAgain}>Collect another</Button>
      </div>
    </div>
  );
}
