"use client";

import { useState } from "react";
import { attempt } from "@/components/desk/attempt";
import { callCard, callColumn, columnBeside } from "@/components/desk/board-words";
import { WORKFLOW } from "@/components/desk/issue-state";
import { useBoardReading } from "@/components/desk/use-board-reading";
import { useCardFocus } from "@/components/desk/use-card-focus";
import { type BoardActions, sendMove } from "@/components/desk/workflow-actions";
import type { WorkflowState } from "@/lib/issues/schema";
import type { Actor } from "@/lib/policy";
import { whyNotMove } from "@/lib/workflow/rules";
import type { Board, BoardCard, StandingWork } from "@/lib/workflow/schema";

/** A card in hand by keyboard, and the column it would go to. */
export interface Grab {
  id: string;
  to: WorkflowState;
}

interface Given {
  board: Board;
  actor: Actor;
  actions: BoardActions;
}

/** Why the actor may not move this card there; null when they may. */
export function whyNotCard(actor: Actor, card: BoardCard, to: WorkflowState): string | null {
  return whyNotMove(actor, { what: "story", workflowState: card.workflowState, ownerId: card.authorId }, to);
}

/** The board as it is shown, and which of its cards are being saved. */
function useCards(given: Board) {
  const [board, setBoard] = useState(given);
  const [saving, setSaving] = useState<ReadonlySet<string>>(new Set());
  const put = (id: string, change: Partial<StandingWork>) =>
    setBoard((held) => ({
      ...held,
      cards: held.cards.map((card) => (card.id === id ? { ...card, ...change } : card)),
    }));
  const mark = (id: string, isSaving: boolean) =>
    setSaving((held) => new Set(isSaving ? [...held, id] : [...held].filter((each) => each !== id)));
  return { board, setBoard, put, saving, mark };
}

/** What is spoken of a move. */
function useAnnouncement() {
  const [announcement, setAnnouncement] = useState("");
  // The same sentence twice must be spoken twice: a no-break space makes it another one.
  const announce = (words: string) => setAnnouncement((last) => (last === words ? `${words}\u00a0` : words));
  return { announcement, announce };
}

interface Hands {
  actor: Actor;
  announce: (words: string) => void;
  moveTo: (id: string, to: WorkflowState) => Promise<void>;
}

/** The card in hand by keyboard: picked up, held over a column, dropped or put back. */
function useGrab({ actor, announce, moveTo }: Hands) {
  const [grab, setGrab] = useState<Grab | null>(null);
  const pickUp = (card: BoardCard) => {
    setGrab({ id: card.id, to: card.workflowState });
    announce(
      `Grabbed ${callCard(card)} in ${callColumn(card.workflowState)}. Use the arrows to choose a column, Space to drop, Escape to cancel.`,
    );
  };
  const aim = (card: BoardCard, step: -1 | 1) => {
    if (!grab) return;
    const to = columnBeside(grab.to, step);
    if (to === null)
      return announce(`${WORKFLOW[grab.to].word} is the ${step === 1 ? "last" : "first"} column.`);
    setGrab({ id: card.id, to });
    const why = to === card.workflowState ? null : whyNotCard(actor, card, to);
    announce(`Over ${callColumn(to)}.${why ? ` It cannot be dropped here: ${why}` : ""}`);
  };
  const drop = () => {
    if (!grab) return;
    setGrab(null);
    void moveTo(grab.id, grab.to);
  };
  const cancel = (card: BoardCard) => {
    if (grab?.id !== card.id) return;
    setGrab(null);
    announce(`Cancelled. ${callCard(card)} stays in ${WORKFLOW[card.workflowState].word}.`);
  };
  return { grab, pickUp, aim, drop, cancel };
}

/** The board on one screen, whatever the hand: a move shows at once, and goes back with a sentence where it is refused. */
export function useBoard({ board: given, actor, actions }: Given) {
  const { board, setBoard, put, saving, mark } = useCards(given);
  const [notice, setNotice] = useState<string | null>(null);
  const { announcement, announce } = useAnnouncement();
  const { container, keepFocus, focusCard } = useCardFocus();
  const { cards } = board;

  const reading = useBoardReading(board.issue?.id ?? null, actions, setBoard);
  const stays = (card: BoardCard, why: string) =>
    setNotice(`${callCard(card)} stays in “${WORKFLOW[card.workflowState].word}”. ${why}`);

  const moveTo = async (id: string, to: WorkflowState) => {
    const card = cards.find((each) => each.id === id);
    if (!card) return;
    keepFocus(id);
    if (card.workflowState === to) return announce(`${callCard(card)} stays in ${WORKFLOW[to].word}.`);
    const why = saving.has(id) ? "Its last move is still being saved." : whyNotCard(actor, card, to);
    if (why !== null) return stays(card, why);
    setNotice(null);
    put(id, { workflowState: to });
    mark(id, true);
    reading.begin();
    announce(`${callCard(card)} moved to ${callColumn(to)}.`);
    const { workflowState: from, seen } = card;
    const answer = await attempt(sendMove(actions, { what: "story", id, from, seen }, to));
    mark(id, false);
    reading.end();
    if (answer.ok) return put(id, answer.value);
    keepFocus(id);
    put(id, { workflowState: from });
    stays(card, answer.error.message);
    // Also what was changed by others, where that was the reason.
    void reading.reload();
  };

  const { grab, ...hands } = useGrab({ actor, announce, moveTo });
  return {
    board,
    actor,
    saving,
    notice,
    dismiss: () => setNotice(null),
    announcement,
    grab,
    container,
    focusCard,
    reload: reading.reload,
    moveTo,
    ...hands,
  };
}

export type BoardControls = ReturnType<typeof useBoard>;
