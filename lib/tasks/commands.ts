import type { z } from "zod";
import { raise, TAGS } from "@/lib/cache";
import { type Db, transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { announceCollecting } from "@/lib/live/announce";
import { type Actor, authorize } from "@/lib/policy";
import { lockCited } from "@/lib/sources/cited";
import { editSource } from "@/lib/sources/edit";
import { takeAddressInput, taskIdInput } from "@/lib/tasks/schema";

async function openTask(tx: Db, id: string) {
  await tx.$queryRaw`SELECT 1 FROM "Task" WHERE "id" = ${id}::uuid FOR UPDATE`;
  const task = await tx.task.findUnique({ where: { id } });
  if (task === null) throw new AppError("not-found", "This task does not exist.");
  return task;
}

/** The person looked at the changed text: what the source says now is what it says. */
async function acceptText(tx: Db, sourceId: string, at: Date): Promise<void> {
  await lockCited(tx, sourceId);
  const source = await tx.source.findUniqueOrThrow({ where: { id: sourceId } });
  if (source.state !== "drifted") return;
  const became = source.movedTo === null ? "live" : "moved";
  await tx.source.update({ where: { id: sourceId }, data: { state: became, stateSince: at } });
  const sentence = "Somebody looked at the changed text.";
  await tx.sourceStateChange.create({ data: { sourceId, at, was: "drifted", became, sentence } });
  await raise(tx, [TAGS.sources]);
}

/** Says that a task is done. Ending one that has ended changes nothing. */
export async function endTask(actor: Actor, input: z.input<typeof taskIdInput>): Promise<void> {
  authorize(actor, "task.end");
  const { id } = taskIdInput.parse(input);
  await transaction(async (tx) => {
    const task = await openTask(tx, id);
    if (task.endedAt !== null) return;
    const at = new Date();
    await tx.task.update({ where: { id }, data: { endedAt: at, ended: "done", doneById: actor.id } });
    if (task.kind === "sourceDrifted") await acceptText(tx, task.sourceId, at);
    await announceCollecting(tx, "tasks");
  });
}

/** Undoes `endTask`: the task is open again. Throws AppError "conflict" where a newer one is about the same. */
export async function reopenTask(actor: Actor, input: z.input<typeof taskIdInput>): Promise<void> {
  authorize(actor, "task.end");
  const { id } = taskIdInput.parse(input);
  await transaction(async (tx) => {
    const { kind, sourceId, evidenceId } = await openTask(tx, id);
    const other = await tx.task.count({
      where: { kind, sourceId, evidenceId, endedAt: null, id: { not: id } },
    });
    if (other > 0) throw new AppError("conflict", "There is an open task about the same already.");
    await tx.task.update({ where: { id }, data: { endedAt: null, ended: null, doneById: null } });
    await announceCollecting(tx, "tasks");
  });
}

/**
 * Takes over the address that a source answers at now, and ends the task that said so. Throws what `editSource` throws: the
 * source changed meanwhile, or another one has that address.
 */
export async function takeNewAddress(actor: Actor, input: z.input<typeof takeAddressInput>): Promise<void> {
  authorize(actor, "task.end");
  const { id, version } = takeAddressInput.parse(input);
  const task = await transaction((tx) => openTask(tx, id));
  const source = await transaction((tx) => tx.source.findUniqueOrThrow({ where: { id: task.sourceId } }));
  if (task.kind !== "sourceMoved" || source.movedTo === null)
    throw new AppError("invalid", "This source does not answer at another address.");
  await editSource(actor, { id: source.id, version, url: source.movedTo });
  await endTask(actor, { id });
}
