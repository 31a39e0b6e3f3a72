"use client";

import { useDraggable } from "@dnd-kit/react";
import { Ellipsis } from "lucide-react";
import Link from "next/link";
import { cardKeys } from "@/components/desk/board-keys";
import { openQuestions } from "@/components/desk/board-words";
import { DueLine } from "@/components/desk/due-line";
import { WORKFLOW } from "@/components/desk/issue-state";
import { partAddress } from "@/components/desk/part";
import { initialsOf, subjectOf } from "@/components/desk/running-order-words";
import type { BoardControls } from "@/components/desk/use-board";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem, MenuLabel } from "@/components/ui/menu";
import { type BoardCard as Card, STATES } from "@/lib/workflow/schema";

interface BoardCardProps {
  card: Card;
  controls: BoardControls;
  /** On the board of everything a card names its issue rather than its section. */
  inIssue: boolean;
  keysId: string;
}

const FRAME = "relative rounded-card border border-hair bg-paper px-3 py-2.5 text-sm";

/** One story on the board: a link to it, draggable as a whole, with its menu. */
export function BoardCard({ card, controls, inIssue, keysId }: BoardCardProps) {
  const drag = useDraggable({ id: card.id, type: "card" });
  const grabbed = controls.grab?.id === card.id;
  const address = card.issueId
    ? `/desk/issues/${card.issueId}${partAddress(`story:${card.id}`)}`
    : `/desk/stories/${card.id}`;
  const state = grabbed ? "z-10 shadow-lift outline-2 outline-line" : "hover:border-edge";
  return (
    <li
      ref={drag.ref}
      aria-busy={controls.saving.has(card.id) || undefined}
      className={`${FRAME} cursor-grab ${state} ${drag.isDragSource ? "opacity-40" : ""}`}
    >
      <div className="flex items-start gap-2">
        <StoryNumber number={card.number} />
        <Link
          href={address}
          draggable={false}
          prefetch={false}
          data-card={card.id}
          aria-describedby={keysId}
          onKeyDown={cardKeys(controls, card)}
          onBlur={() => controls.cancel(card)}
          className="min-w-0 flex-1 font-medium [overflow-wrap:anywhere] outline-none after:absolute after:inset-0 after:rounded-card focus-visible:after:outline-2 focus-visible:after:outline-line"
        >
          {subjectOf(card.headline)}
        </Link>
        <CardMenu card={card} controls={controls} />
      </div>
      <div className={card.number === null ? "" : "pl-7"}>
        <Facts card={card} inIssue={inIssue} />
      </div>
    </li>
  );
}

function StoryNumber({ number }: { number: number | null }) {
  if (number === null) return null;
  return (
    <span className="w-5 shrink-0 text-quiet tabular-nums">
      {number}
      <span className="sr-only">.</span>
    </span>
  );
}

function Facts({ card, inIssue }: { card: Card; inIssue: boolean }) {
  const group = inIssue ? card.sectionTitle || null : (card.issueName ?? "Backlog");
  const open = openQuestions(card);
  return (
    <>
      <p className="mt-0.5 text-xs text-quiet [overflow-wrap:anywhere]">
        {group ? `${group} · ` : ""}by <bdi>{card.authorName ?? "nobody"}</bdi>
      </p>
      {open.length > 0 ? (
        <p className="mt-1.5 text-xs text-pretty">
          <span aria-hidden className="text-line">
            ▲{" "}
          </span>
          <span className="sr-only">Open: </span>
          {open.join(", ")}
        </p>
      ) : null}
      {card.assignee || card.dueOn ? (
        <p className="mt-1.5 flex flex-wrap items-center justify-between gap-x-3 gap-y-1 text-xs">
          {card.assignee ? (
            <Assignee name={card.assignee.name} />
          ) : (
            <span className="text-quiet">Nobody yet</span>
          )}
          <DueLine work={card} />
        </p>
      ) : null}
    </>
  );
}

function Assignee({ name }: { name: string }) {
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <span
        aria-hidden
        className="grid size-5 shrink-0 place-items-center rounded-full border border-hair bg-wash text-[0.5625rem] font-semibold"
      >
        {initialsOf(name)}
      </span>
      <span className="sr-only">Assigned to </span>
      <bdi className="truncate">{name}</bdi>
    </span>
  );
}

/** The way of moving a card that needs neither dragging nor keys of its own. */
function CardMenu({ card, controls }: { card: Card; controls: BoardControls }) {
  const trigger = (
    <Button
      data-no-drag
      variant="quiet"
      size="sm"
      className="relative z-10 -my-1 -mr-1.5"
      aria-label={`Move ${subjectOf(card.headline)} to…`}
    >
      <Ellipsis aria-hidden size={16} />
    </Button>
  );
  return (
    // The card may be in another column by then: the focus goes to it there.
    <Menu trigger={trigger} onCloseAutoFocus={() => controls.focusCard(card.id)}>
      <MenuLabel>Move to</MenuLabel>
      {STATES.filter((to) => to !== card.workflowState).map((to) => (
        <MenuItem key={to} onSelect={() => void controls.moveTo(card.id, to)}>
          <span aria-hidden>{WORKFLOW[to].shape}</span>
          {WORKFLOW[to].word}
        </MenuItem>
      ))}
    </Menu>
  );
}

/** The copy of a card that follows the pointer. */
export function LiftedCard({ card }: { card: Card }) {
  return (
    <div className={`${FRAME} rotate-1 cursor-grabbing shadow-lift`}>
      <div className="flex gap-2">
        <StoryNumber number={card.number} />
        <span className="min-w-0 flex-1 font-medium">{subjectOf(card.headline)}</span>
      </div>
    </div>
  );
}
