import type { z } from "zod";
import { record } from "@/lib/audit";
import { dateColumn } from "@/lib/dates";
import { type Db, transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { announce } from "@/lib/live/announce";
import { notify } from "@/lib/notifications/notify";
import { type Actor, authorize } from "@/lib/policy";
import { type LockedWork, lockWork, standingWork, whoWasFirst, writeWork } from "@/lib/workflow/lock";
import { mayAssign, mayTake } from "@/lib/workflow/rules";
import { assignInput, type StandingWork } from "@/lib/workflow/schema";

type Input = z.output<typeof assignInput>;

/** What the person set and somebody else had set to something else since. */
function collides(input: Input, locked: LockedWork, field: "assigneeId" | "dueOn"): boolean {
  const isSet = input[field] !== input.base[field];
  return isSet && locked[field] !== input.base[field] && locked[field] !== input[field];
}

/** What will stand: a field that the person left as they saw it stays as it is. */
function wanted(input: Input, locked: LockedWork): { assigneeId: string | null; dueOn: string | null } {
  const pick = (field: "assigneeId" | "dueOn") =>
    input[field] === input.base[field] ? locked[field] : input[field];
  return { assigneeId: pick("assigneeId"), dueOn: pick("dueOn") };
}

function authorizeAssignment(actor: Actor, locked: LockedWork, next: ReturnType<typeof wanted>): void {
  if (mayAssign(actor)) return;
  const toOneself = next.assigneeId === actor.id || next.assigneeId === null;
  if (toOneself && next.dueOn === locked.dueOn && mayTake(actor, locked)) return;
  authorize(actor, "work.assign");
}

async function checkAssignee(tx: Db, id: string): Promise<void> {
  const person = await tx.contributor.findUnique({
    where: { id },
    select: { name: true, suspendedAt: true },
  });
  if (person === null) throw new AppError("invalid", "This person does not work here any more.");
  if (person.suspendedAt) throw new AppError("invalid", `${person.name} is suspended: choose somebody else.`);
}

/**
 * Says who sees a story or an issue through, and by which day; null for nobody and for no day. A contributor may take
 * their own story while it is nobody's, and give it back. The new assignee is told.
 * Throws AppError "conflict" with `{ current: StandingWork }` when somebody else set the same field meanwhile.
 */
export async function assign(actor: Actor, input: z.input<typeof assignInput>): Promise<StandingWork> {
  const parsed = assignInput.parse(input);
  const { what, id } = parsed;
  return transaction(async (tx) => {
    const locked = await lockWork(tx, what, id);
    const next = wanted(parsed, locked);
    authorizeAssignment(actor, locked, next);
    if (collides(parsed, locked, "assigneeId") || collides(parsed, locked, "dueOn")) {
      const current = await standingWork(tx, what, id);
      throw new AppError("conflict", `${await whoWasFirst(tx, locked)}; look again.`, { current });
    }
    const isNewPerson = next.assigneeId !== locked.assigneeId;
    if (next.assigneeId !== null && isNewPerson) await checkAssignee(tx, next.assigneeId);
    if (!isNewPerson && next.dueOn === locked.dueOn) return standingWork(tx, what, id);
    await writeWork(tx, locked, { assigneeId: next.assigneeId, dueOn: dateColumn(next.dueOn) });
    const { issueId, storyId } = locked;
    if (next.assigneeId !== null && isNewPerson) {
      await notify(tx, actor, [next.assigneeId], { kind: "assigned", issueId, storyId });
    }
    await record(tx, actor, `${what}.assign`, what === "issue" ? "Issue" : "Story", id, next);
    await announce(tx, { what: "workflow", issueId, storyId, by: actor.id });
    return standingWork(tx, what, id);
  });
}
