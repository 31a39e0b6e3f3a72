import type { z } from "zod";
import { record } from "@/lib/audit";
import { type Db, transaction } from "@/lib/db";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { parse } from "@/lib/parse";
import { type Actor, authorize } from "@/lib/policy";
import { type CreatePreviewLink, createPreviewLinkInput, previewLinkInput } from "@/lib/previews/schema";
import { newPreviewToken, previewTokenHash } from "@/lib/previews/token";

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Makes a private address at which anybody who has it reads the draft as it then stands, and answers it: the only time,
 * since just its hash is kept. Throws AppError "not-found" for an issue that is not there.
 */
export async function createPreviewLink(
  actor: Actor,
  input: CreatePreviewLink,
): Promise<{ id: string; address: string }> {
  authorize(actor, "preview.share");
  const { issueId, label, expiresInDays } = parse(createPreviewLinkInput, input);
  const siteUrl = env().PLUMBLINE_URL;
  return transaction(async (tx) => {
    const issue = await tx.issue.findFirst({ where: { id: issueId, trashedAt: null }, select: { id: true } });
    if (!issue) throw new AppError("not-found", "This issue does not exist, or it was removed.");
    const token = newPreviewToken();
    const expiresAt = expiresInDays === null ? null : new Date(Date.now() + expiresInDays * DAY_MS);
    const link = await tx.previewLink.create({
      data: { issueId, label, expiresAt, tokenHash: previewTokenHash(token), createdById: actor.id },
    });
    await record(tx, actor, "preview.share", "PreviewLink", link.id, { issueId, label, expiresInDays });
    return { id: link.id, address: new URL(`/preview/${token}`, siteUrl).href };
  });
}

async function setRevoked(tx: Db, actor: Actor, id: string, revoked: boolean): Promise<void> {
  const { count } = await tx.previewLink.updateMany({
    where: { id, revokedAt: revoked ? null : { not: null } },
    data: { revokedAt: revoked ? new Date() : null },
  });
  if (count > 0) {
    await record(tx, actor, revoked ? "preview.revoke" : "preview.restore", "PreviewLink", id);
    return;
  }
  if ((await tx.previewLink.count({ where: { id } })) === 0) {
    throw new AppError("not-found", "This link does not exist any more. Open the list again.");
  }
}

/** Makes a private link stop working with the next request. Revoking it again changes nothing. AppError "not-found". */
export async function revokePreviewLink(
  actor: Actor,
  input: z.input<typeof previewLinkInput>,
): Promise<{ id: string }> {
  authorize(actor, "preview.share");
  const { id } = parse(previewLinkInput, input);
  await transaction((tx) => setRevoked(tx, actor, id, true));
  return { id };
}

/** Takes a revocation back: whoever has the address reads the draft again, until the day it was made for. */
export async function restorePreviewLink(
  actor: Actor,
  input: z.input<typeof previewLinkInput>,
): Promise<{ id: string }> {
  authorize(actor, "preview.share");
  const { id } = parse(previewLinkInput, input);
  await transaction((tx) => setRevoked(tx, actor, id, false));
  return { id };
}
