import type { z } from "zod";
import { raise, TAGS } from "@/lib/cache";
import { type Db, transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { Source } from "@/lib/generated/prisma/client";
import { announceCollecting } from "@/lib/live/announce";
import { type Actor, authorize } from "@/lib/policy";
import { lockCited } from "@/lib/sources/cited";
import { editSource } from "@/lib/sources/edit";
import type { SourceState } from "@/lib/sources/state";
import { takeAddressInput, taskIdInput } from "@/lib/tasks/schema";

/** The task, locked after the source it is about and the stories around it: the order of all locks. */
async function lockTask(tx: Db, id: string) {
  const { sourceId } = await readTask(tx, id);
  await lockCited(tx, sourceId);
  await tx.$queryRaw`SELECT 1 FROM "Task" WHERE "id" = ${id}::uuid FOR UPDATE`;
  return readTask(tx, id);
}

async function readTask(tx: Db, id: string) {
  const task = await tx.task.findUnique({ where: { id } });
  if (task === null) throw new AppError("not-found", "This task does not exist.");
  return task;
}

/** The person looked at the changed text: what the source says now is what it says. */
async function acceptText(tx: Db, sourceId: string, at: Date): Promise<void> {
  const source = await tx.source.findUniqueOrThrow({ where: { id: sourceId } });
  if (source.state !== "drifted") return;
  const became = source.movedTo === null ? "live" : "moved";
  await setState(tx, source, became, at, "Somebody looked at the changed text.");
}

/** Undoes `acceptText`, where nothing else has happened to the source since. */
async function takeBackAcceptance(tx: Db, sourceId: string, at: Date): Promise<void> {
  const source = await tx.source.findUniqueOrThrow({ where: { id: sourceId } });
  if (source.state === "live" || source.state === "moved")
    await setState(tx, source, "drifted", at, "The changed text is to be looked at again.");
}

async function setState(
  tx: Db,
  { id: sourceId, state: was }: Pick<Source, "id" | "state">,
  became: SourceState,
  at: Date,
  sentence: string,
): Promise<void> {
  await tx.source.update({ where: { id: sourceId }, data: { state: became, stateSince: at } });
  await tx.sourceStateChange.create({ data: { sourceId, at, was, became, sentence } });
  await raise(tx, [TAGS.sources]);
}

/** Says that a task is done. Ending one that has ended changes nothing. */
export async function endTask(actor: Actor, input: z.input<typeof taskIdInput>): Promise<void> {
  authorize(actor, "task.end");
  const { id } = taskIdInput.parse(input);
  await transaction(async (tx) => {
    const task = await lockTask(tx, id);
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
    const { kind, sourceId, evidenceId, endedAt } = await lockTask(tx, id);
    if (endedAt === null) return;
    const other = await tx.task.count({
      where: { kind, sourceId, evidenceId, endedAt: null, id: { not: id } },
    });
    if (other > 0) throw new AppError("conflict", "There is an open task about the same already.");
    await tx.task.update({ where: { id }, data: { endedAt: null, ended: null, doneById: null } });
    if (kind === "sourceDrifted") await takeBackAcceptance(tx, sourceId, new Date());
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
  const task = await transaction((tx) => readTask(tx, id));
  const source = await transaction((tx) => tx.source.findUniqueOrThrow({ where: { id: task.sourceId } }));
  if (task.kind !== "sourceMoved" || source.movedTo === null)
    throw new AppError("invalid", "This source does not answer at another address.");
  await editSource(actor, { id: source.id, version, url: source.movedTo });
  await endTask(actor, { id });
}
