"use client";

import { useCallback, useEffect, useRef } from "react";
import { attempt } from "@/components/desk/attempt";
import type { BoardActions } from "@/components/desk/workflow-actions";
import type { Board } from "@/lib/workflow/schema";

/**
 * Reads the board again when asked, and for somebody who comes back to this window. What was read while a move was under
 * way is older than the screen: it is read once more when the move has its answer.
 */
export function useBoardReading(
  issueId: string | null,
  { readBoard }: BoardActions,
  setBoard: (board: Board) => void,
) {
  const moves = useRef({ begun: 0, open: 0, missed: false });
  const reload = useCallback(async () => {
    const begun = moves.current.begun;
    const answer = await attempt(readBoard({ issueId }));
    if (!answer.ok) return;
    const { current } = moves;
    if (current.open > 0) current.missed = true;
    else if (current.begun !== begun) await reload();
    else setBoard(answer.value);
  }, [readBoard, issueId, setBoard]);
  useEffect(() => {
    const change = () => document.visibilityState === "visible" && void reload();
    document.addEventListener("visibilitychange", change);
    return () => document.removeEventListener("visibilitychange", change);
  }, [reload]);
  const begin = () => {
    moves.current.begun += 1;
    moves.current.open += 1;
  };
  const end = () => {
    const { current } = moves;
    current.open -= 1;
    if (!current.missed || current.open > 0) return;
    current.missed = false;
    void reload();
  };
  return { reload, begin, end };
}
