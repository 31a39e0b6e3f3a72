"use client";

import { DragDropProvider } from "@dnd-kit/react";
import { X } from "lucide-react";
import { usePathname, useSearchParams } from "next/navigation";
import { type ReactNode, useId } from "react";
import { LiftedCard } from "@/components/desk/board-card";
import { BoardColumn } from "@/components/desk/board-column";
import { useBoardDrag } from "@/components/desk/board-drag";
import { filterAddress, passing, readFilter } from "@/components/desk/board-filter";
import { BoardFilters } from "@/components/desk/board-filters";
import { BoardLive } from "@/components/desk/board-live";
import { DragCopy } from "@/components/desk/drag-copy";
import { dndPlugins, dndSensors } from "@/components/desk/running-order-dnd";
import { useBoard } from "@/components/desk/use-board";
import { useToday } from "@/components/desk/use-today";
import type { BoardActions } from "@/components/desk/workflow-actions";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import type { Actor } from "@/lib/policy";
import { type Board as BoardData, type Colleague, STATES } from "@/lib/workflow/schema";

interface BoardProps {
  board: BoardData;
  actor: Actor;
  colleagues: Colleague[];
  actions: BoardActions;
  /** What to do where there is no story at all. */
  empty: ReactNode;
}

/** The board: a column for each state of the work, a card for each story. */
export function Board({ board: given, actor, colleagues, actions, empty }: BoardProps) {
  const controls = useBoard({ board: given, actor, actions });
  const { board, container, notice, announcement } = controls;
  const [filter, setFilter] = useBoardFilter();
  const today = useToday();
  const inIssue = board.issue !== null;
  const live = board.issue ? (
    <BoardLive issueId={board.issue.id} onChange={() => void controls.reload()} />
  ) : null;
  if (board.cards.length === 0) {
    return (
      <>
        {live}
        {empty}
      </>
    );
  }
  const shown = passing(board.cards, filter, { me: actor.id, today, inIssue });
  return (
    <>
      {live}
      <BoardFilters board={board} colleagues={colleagues} filter={filter} onFilter={setFilter} />
      <div ref={container} tabIndex={-1} className="mt-4 outline-none">
        {notice ? (
          <div className="mb-3">
            <Notice kind="error">
              <div className="flex items-start gap-3">
                <p className="flex-1">{notice}</p>
                <Button
                  variant="quiet"
                  size="sm"
                  aria-label="Dismiss this message"
                  onClick={controls.dismiss}
                >
                  <X aria-hidden size={14} />
                </Button>
              </div>
            </Notice>
          </div>
        ) : null}
        {shown.length === 0 ? (
          <EmptyState
            title="No story matches"
            action={
              <Button onClick={() => setFilter({ who: "", group: "", late: false })}>Show everything</Button>
            }
          >
            The board has {board.cards.length === 1 ? "one story" : `${board.cards.length} stories`}, none of
            this kind.
          </EmptyState>
        ) : (
          <Columns cards={shown} controls={controls} inIssue={inIssue} />
        )}
        <p role="status" aria-live="assertive" className="sr-only">
          {announcement}
        </p>
      </div>
    </>
  );
}

interface ColumnsProps {
  cards: BoardData["cards"];
  controls: ReturnType<typeof useBoard>;
  inIssue: boolean;
}

/** Beside each other on a desk, below each other on a phone. */
function Columns({ cards, controls, inIssue }: ColumnsProps) {
  const keysId = useId();
  const { dragged, over, handlers } = useBoardDrag(controls);
  const inHand = cards.find((card) => card.id === (dragged ?? controls.grab?.id)) ?? null;
  const to = dragged ? over : (controls.grab?.to ?? null);
  return (
    <DragDropProvider sensors={dndSensors} plugins={dndPlugins} {...handlers}>
      <div className="grid items-stretch gap-3 md:grid-cols-3">
        {STATES.map((state) => (
          <BoardColumn
            key={state}
            state={state}
            cards={cards.filter((card) => card.workflowState === state)}
            controls={controls}
            inIssue={inIssue}
            keysId={keysId}
            landing={to === state ? inHand : null}
          />
        ))}
      </div>
      <DragCopy>{dragged && inHand ? <LiftedCard card={inHand} /> : null}</DragCopy>
      <p id={keysId} className="mt-3 px-1 text-xs text-pretty text-quiet pointer-coarse:hidden">
        Space to lift a card, arrows to choose its column, Space to drop it there; or its “Move to” menu.
      </p>
    </DragDropProvider>
  );
}

/** The filter, kept in the address: reload and a sent link find it again. */
function useBoardFilter() {
  const path = usePathname();
  const filter = readFilter(new URLSearchParams(useSearchParams()));
  const set = (next: typeof filter) => window.history.replaceState(null, "", filterAddress(next, path));
  return [filter, set] as const;
}
