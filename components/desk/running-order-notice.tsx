"use client";

import { TriangleAlert } from "lucide-react";
import type { OutlineSection } from "@/components/desk/running-order-outline";
import type { OrderNotice } from "@/components/desk/running-order-store";
import { tellWish } from "@/components/desk/running-order-words";
import { Button } from "@/components/ui/button";

interface OrderNoticeBarProps {
  notice: OrderNotice | null;
  sections: OutlineSection[];
  onRetry: () => void;
  onDismiss: () => void;
}

/** How many moves are named one by one. */
const NAMED = 3;

/** What happened to a move that was not saved, what it was, and what can be done about it. The list shows what stands. */
export function OrderNoticeBar({ notice, sections, onRetry, onDismiss }: OrderNoticeBarProps) {
  if (!notice) return null;
  const again = notice.retry.length > 1 ? "Apply my moves again" : "Apply my move again";
  return (
    <div className="sticky bottom-2 z-20 mt-4 rounded-card border border-line bg-paper p-3 text-sm shadow-lift">
      <p className="flex gap-2">
        <TriangleAlert aria-hidden size={16} className="mt-0.5 shrink-0 text-line" />
        <span>
          {notice.message}
          {notice.kind === "conflict" && notice.retry.length === 0
            ? " What you moved is no longer in this issue."
            : ""}
        </span>
      </p>
      {notice.retry.length > 0 ? (
        <ul className="mt-1.5 pl-6 text-quiet">
          {notice.retry.slice(-NAMED).map((move) => (
            <li key={JSON.stringify(move)}>Yours: {tellWish(sections, move)}</li>
          ))}
          {notice.retry.length > NAMED ? <li>and {notice.retry.length - NAMED} before that</li> : null}
        </ul>
      ) : null}
      <div className="mt-2 flex flex-wrap gap-2 pl-6">
        {notice.retry.length > 0 ? (
          <Button size="sm" onClick={onRetry}>
            {notice.kind === "conflict" ? again : "Try again"}
          </Button>
        ) : null}
        <Button size="sm" variant="quiet" onClick={onDismiss}>
          {notice.kind === "conflict" ? "Keep this order" : "Dismiss"}
        </Button>
      </div>
    </div>
  );
}
