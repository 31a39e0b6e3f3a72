"use client";

import { useId } from "react";
import { BoardCard } from "@/components/desk/board-card";
import { WORKFLOW } from "@/components/desk/issue-state";
import { subjectOf } from "@/components/desk/running-order-words";
import { type BoardControls, whyNotCard } from "@/components/desk/use-board";
import type { WorkflowState } from "@/lib/issues/schema";
import type { BoardCard as Card } from "@/lib/workflow/schema";

interface BoardColumnProps {
  state: WorkflowState;
  cards: Card[];
  controls: BoardControls;
  inIssue: boolean;
  keysId: string;
  /** The card that would land here if it were let go now. */
  landing: Card | null;
}

const EMPTY: Record<WorkflowState, string> = {
  drafting: "Nothing is being drafted.",
  inReview: "Nobody asks for a review.",
  approved: "Nothing is approved yet.",
};

/** One state of the work, and the stories that are in it. */
export function BoardColumn({ state, cards, controls, landing, ...rest }: BoardColumnProps) {
  const id = useId();
  const { shape, word } = WORKFLOW[state];
  const isNew = landing !== null && landing.workflowState !== state;
  const why = landing && isNew ? whyNotCard(controls.actor, landing, state) : null;
  return (
    <section
      aria-labelledby={id}
      data-column={state}
      className={`rounded-card bg-wash p-2 md:min-h-64 ${isNew ? `outline-2 ${why ? "outline-edge outline-dashed" : "outline-line"}` : ""}`}
    >
      <h2 id={id} className="flex items-baseline gap-1.5 px-1.5 pt-1 pb-2 text-sm font-semibold">
        <span aria-hidden className={state === "approved" ? "text-good" : ""}>
          {shape}
        </span>
        {word}
        <span className="ml-auto font-normal text-quiet tabular-nums">
          {cards.length}
          <span className="sr-only">{cards.length === 1 ? " story" : " stories"}</span>
        </span>
      </h2>
      {isNew ? <Landing card={landing} why={why} /> : null}
      {cards.length > 0 ? (
        <ul className="grid gap-2">
          {cards.map((card) => (
            <BoardCard key={card.id} card={card} controls={controls} {...rest} />
          ))}
        </ul>
      ) : (
        <p className="px-1.5 pb-1.5 text-sm text-quiet">{EMPTY[state]}</p>
      )}
    </section>
  );
}

/** Where the card would be, or why it cannot be here. */
function Landing({ card, why }: { card: Card; why: string | null }) {
  return (
    <p
      aria-hidden
      className={`mb-2 rounded-card border border-dashed px-3 py-2.5 text-sm ${why ? "border-edge text-quiet" : "border-line bg-paper font-medium"}`}
    >
      {why ? `✕ ${why}` : subjectOf(card.headline)}
    </p>
  );
}
