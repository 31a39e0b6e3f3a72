import type { z } from "zod";
import { db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { Actor, Role } from "@/lib/policy";
import { approve } from "@/lib/workflow/commands";
import { seenNow } from "@/lib/workflow/read-seen";
import type { approveInput } from "@/lib/workflow/schema";
import { makeContributor } from "@/prisma/factories";

/** Approves what stands at this moment, as somebody does who has just read it. */
export async function approveAsItStands(actor: Actor, move: Omit<z.input<typeof approveInput>, "seen">) {
  const { seen } = await seenNow(db(), move.what, move.id);
  return approve(actor, { ...move, seen });
}

/** Somebody new who acts. */
export async function someone(role: Role, name = `The ${role}`): Promise<Actor & { id: string }> {
  const { id } = await makeContributor(db(), { role, name });
  return { id, role, name };
}

/** The refusal itself, so that its code and details can be looked at. */
export async function refusal(promise: Promise<unknown>): Promise<AppError> {
  const error = await promise.then(
    () => new Error("it was accepted"),
    (reason: unknown) => reason,
  );
  if (!(error instanceof AppError)) throw error;
  return error;
}

/** What a person was told, oldest first: "kind about whom". */
export async function toldTo(person: { id: string }): Promise<string[]> {
  const rows = await db().notification.findMany({
    where: { recipientId: person.id },
    orderBy: { id: "asc" },
    include: { actor: true, story: true },
  });
  return rows.map(
    ({ kind, actor, story }) => `${kind} by ${actor?.name}${story ? `: ${story.headline}` : ""}`,
  );
}
