import type { WorkflowState } from "@/lib/issues/schema";
import { type Ability, type Actor, can } from "@/lib/policy";
import type { What } from "@/lib/workflow/schema";

// Who may move what where: pure, so that screens ask the same rule that the commands enforce.

/** A story or an issue, as far as its rules look at it. */
export interface Movable {
  what: What;
  workflowState: WorkflowState;
  /** A story's author; null for an issue. */
  ownerId: string | null;
}

/** The ability that a move needs: whatever gives or takes back an approval is approving. */
export function abilityToMove(what: What, from: WorkflowState, to: WorkflowState): Ability {
  const approves = from === "approved" || to === "approved";
  if (what === "story") return approves ? "story.approve" : "story.review";
  return approves ? "issue.approve" : "issue.review";
}

/** Why the actor may not move it there, as a sentence; null when they may. */
export function whyNotMove(actor: Actor, item: Movable, to: WorkflowState): string | null {
  const from = item.workflowState;
  if (can(actor, abilityToMove(item.what, from, to), { ownerId: item.ownerId })) return null;
  if (item.what === "issue") return "Editors move an issue on.";
  if (to === "approved") return "An editor approves a story.";
  if (from === "approved") return "An editor approved this story, so an editor takes that back.";
  return "Its author and editors move this story on.";
}

/** Whether the actor may give the work to anybody and set its day. */
export function mayAssign(actor: Actor): boolean {
  return can(actor, "work.assign");
}

/**
 * Whether the actor may take the work on or give it back: whoever assigns may, and a contributor their own story,
 * as long as it is nobody else's to see through. The day stays the editors' to set.
 */
export function mayTake(
  actor: Actor,
  item: { what: What; ownerId: string | null; assigneeId: string | null },
): boolean {
  if (actor.id === null) return false;
  if (mayAssign(actor)) return true;
  const isFree = item.assigneeId === null || item.assigneeId === actor.id;
  return item.what === "story" && item.ownerId === actor.id && isFree;
}

/** The roles that approve, and are told when a review is asked for and nobody in particular is to do it. */
export const APPROVERS = ["admin", "editor"] as const;
