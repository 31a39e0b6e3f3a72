import type { Result } from "@/lib/errors";
import type { WorkflowState } from "@/lib/issues/schema";
import type { Board, StandingWork, What } from "@/lib/workflow/schema";
import type { Seen } from "@/lib/workflow/seen";

type Action<I, T> = (input: I) => Promise<Result<T>>;

interface Move {
  what: What;
  id: string;
  from: WorkflowState;
}

/** What the person read, and which stories of an issue may stay as they are. */
interface Approval extends Move {
  seen: Seen;
  despite?: string[];
}

interface Assignment {
  assigneeId: string | null;
  dueOn: string | null;
}

/** What moves work on; app/(desk)/desk/board/actions.ts gives them. */
export interface WorkflowActions {
  askForReview: Action<Move, StandingWork>;
  sendBackToDrafting: Action<Move, StandingWork>;
  approve: Action<Approval, StandingWork>;
  assign: Action<{ what: What; id: string; base: Assignment } & Assignment, StandingWork>;
}

/** What the board does besides. */
export interface BoardActions extends WorkflowActions {
  readBoard: Action<{ issueId: string | null }, Board>;
}

/** Sends what is in the state `from` to `to`; the server refuses when it is not there any more. */
export function sendMove(
  actions: WorkflowActions,
  move: Approval,
  to: WorkflowState,
): Promise<Result<StandingWork>> {
  const { what, id, from } = move;
  if (to === "approved") return actions.approve(move);
  return to === "inReview"
    ? actions.askForReview({ what, id, from })
    : actions.sendBackToDrafting({ what, id, from });
}
