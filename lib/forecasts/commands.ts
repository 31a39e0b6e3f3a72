import type { z } from "zod";
import { record } from "@/lib/audit";
import { raise, TAGS } from "@/lib/cache";
import { readClaim } from "@/lib/claims/commands";
import { dateColumn, dayOf } from "@/lib/dates";
import { type Db, transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { addPassage } from "@/lib/evidence/commands";
import { reopenForecastInput, resolveForecastInput } from "@/lib/forecasts/schema";
import type { Claim, Prisma } from "@/lib/generated/prisma/client";
import type { LedgerEntry } from "@/lib/ledger/entry";
import { publishedEntries } from "@/lib/ledger/read";
import { announceCollecting, announceStory } from "@/lib/live/announce";
import { parse } from "@/lib/parse";
import { type Actor, authorize } from "@/lib/policy";
import { lockIssueAround } from "@/lib/workflow/approval";

/** The forecast or commitment as readers have it. Throws AppError "invalid" for what was never published. */
export async function publishedEntry(claimId: string): Promise<LedgerEntry> {
  const entry = (await publishedEntries()).find(({ claim }) => claim.id === claimId);
  if (entry) return entry;
  throw new AppError("invalid", "Readers do not have this forecast, so there is nothing to say of it yet.");
}

/**
 * The claim, locked after its story and the issue around it: also in the trash, since readers have it. Throws AppError
 * "not-found", or "conflict" with the ClaimDraft that stands where that version is not the latest.
 */
async function lockForecast(tx: Db, { id, version }: { id: string; version: number }): Promise<Claim> {
  const found = await tx.claim.findUnique({ where: { id }, select: { storyId: true } });
  if (found === null) throw new AppError("not-found", "This forecast does not exist any more.");
  await lockIssueAround(tx, found.storyId);
  await tx.$queryRaw`SELECT 1 FROM "Story" WHERE "id" = ${found.storyId}::uuid FOR NO KEY UPDATE`;
  const claim = await tx.claim.findUniqueOrThrow({ where: { id } });
  if (claim.version === version) return claim;
  const message = "Someone else changed this forecast meanwhile; look again.";
  throw new AppError("conflict", message, await readClaim(tx, id));
}

/** Writes how it stands; readers see it at once, and so do open desks. Approvals stay: no word of the story is another. */
async function write(tx: Db, actor: Actor, claim: Claim, data: Prisma.ClaimUncheckedUpdateInput) {
  const version = claim.version + 1;
  await tx.claim.update({ where: { id: claim.id }, data: { ...data, version } });
  await announceStory(tx, "claims", claim.storyId, actor.id);
  await announceCollecting(tx, "tasks");
  await raise(tx, [TAGS.outcomes]);
  return { version };
}

type Passages = z.output<typeof resolveForecastInput>["passages"];

async function attachAll(tx: Db, actor: Actor, claim: Claim, passages: Passages): Promise<void> {
  for (const { snapshotId, start, end } of passages) {
    const where = { id: snapshotId };
    const snapshot = await tx.sourceSnapshot.findUnique({ where, select: { extractedText: true } });
    const text = snapshot?.extractedText ?? "";
    if (end > text.length || text.slice(start, end).trim() === "")
      throw new AppError("invalid", "A passage is not there any more: look for its words again.");
    await addPassage(tx, actor, claim, { snapshotId, text, start, end, relation: "resolves" });
  }
}

/**
 * Says how a published forecast or commitment came out: the sentence, the day and the passages that settle it are what
 * readers see beside it at once, in the ledger and in its issue. `today` is an ISO date, UTC. Answers the claim's new version.
 * Throws AppError "invalid" for a day to come and for what readers do not have, "conflict" for what is settled already or
 * was changed meanwhile.
 */
export async function resolveForecast(
  actor: Actor,
  input: z.input<typeof resolveForecastInput>,
  { today = dayOf(new Date()) }: { today?: string } = {},
): Promise<{ version: number }> {
  authorize(actor, "forecast.resolve");
  const { outcome, resolution, resolvedOn, passages, ...asked } = parse(resolveForecastInput, input);
  if (resolvedOn > today || resolvedOn < "1900")
    throw new AppError("invalid", "It cannot have come out on a day that is still to come.", {
      fieldErrors: { resolvedOn: ["This day is still to come, or too long ago."] },
    });
  await publishedEntry(asked.id);
  return transaction(async (tx) => {
    const claim = await lockForecast(tx, asked);
    if (claim.outcome !== null && claim.outcome !== "open")
      throw new AppError("conflict", "It is settled already. Open it again before you settle it otherwise.");
    await attachAll(tx, actor, claim, passages);
    const settled = { outcome, resolution, resolvedAt: dateColumn(resolvedOn), resolvedById: actor.id };
    await record(tx, actor, "forecast.resolve", "Claim", claim.id, { outcome, resolution, resolvedOn });
    return write(tx, actor, claim, settled);
  });
}

/**
 * Undoes `resolveForecast`: it is open again, for readers too. Passages that settled it stay with the claim and are not shown
 * while it is open. Answers the claim's new version. Throws AppError "conflict" where it was changed meanwhile.
 */
export async function reopenForecast(
  actor: Actor,
  input: z.input<typeof reopenForecastInput>,
): Promise<{ version: number }> {
  authorize(actor, "forecast.resolve");
  const asked = parse(reopenForecastInput, input);
  return transaction(async (tx) => {
    const claim = await lockForecast(tx, asked);
    const { outcome, resolution } = claim;
    if (outcome === null || outcome === "open") return { version: claim.version };
    await record(tx, actor, "forecast.reopen", "Claim", claim.id, { outcome, resolution });
    const open = { outcome: "open", resolution: null, resolvedAt: null, resolvedById: null } as const;
    return write(tx, actor, claim, open);
  });
}
