import { z } from "zod";
import { record } from "@/lib/audit";
import { claimChanged } from "@/lib/claims/changed";
import { lockClaim, readClaim } from "@/lib/claims/commands";
import { ATTRIBUTIONS, MODES } from "@/lib/claims/kind";
import { type ClaimDraft, claimIdInput } from "@/lib/claims/schema";
import { type Db, transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { DETACHED } from "@/lib/evidence/commands";
import { bringBack } from "@/lib/evidence/restore";
import { settlingChanges } from "@/lib/evidence/settling";
import { type Claim, ClaimStatus, Outcome } from "@/lib/generated/prisma/client";
import type { Actor } from "@/lib/policy";
import { lockStory } from "@/lib/stories/save";

/** How the audit log names it. */
const REMOVED = "claim.remove";

/** Why a claim has to stay, in a sentence; null where nothing names it. */
async function whyItStays(tx: Db, { id, anchored }: Claim): Promise<string | null> {
  if (anchored) return "Its words are in the story: take the mark off and let the story be saved first.";
  if ((await tx.correction.count({ where: { claimId: id } })) > 0) {
    return "A correction names this claim, so it stays.";
  }
  if ((await tx.analysisPremise.count({ where: { claimId: id } })) > 0) {
    return "An analysis rests on this claim: choose other claims there first.";
  }
  if ((await tx.story.count({ where: { takesUpId: id } })) > 0) {
    return "A story takes this claim up: choose another there first.";
  }
  // Its id is a UUID, which nothing else in a document is like.
  const named = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "Edition" WHERE "document"::text LIKE ${`%${id}%`} LIMIT 1`;
  return named.length > 0 ? "Readers have this claim in a published edition, so it stays." : null;
}

/**
 * Removes a claim whose words are gone, with its passages; the audit log keeps all of it (`restoreClaim`). Throws AppError
 * "conflict" while its words stand, or where a correction, an analysis, a story or an edition names it.
 */
export async function removeClaim(
  actor: Actor,
  input: z.input<typeof claimIdInput>,
): Promise<{ id: string }> {
  const { id } = claimIdInput.parse(input);
  return transaction(async (tx) => {
    const claim = await lockClaim(tx, actor, id);
    const reason = await whyItStays(tx, claim);
    if (reason) throw new AppError("conflict", reason);
    const evidence = await tx.evidence.findMany({ where: { claimId: id }, orderBy: { position: "asc" } });
    // Readers never had it, so that no page of theirs is made anew: only whether the actor may is asked.
    settlingChanges(
      actor,
      claim,
      evidence.map(({ relation }) => relation),
    );
    for (const row of evidence) {
      await record(tx, actor, DETACHED, "Evidence", row.id, JSON.parse(JSON.stringify(row)));
    }
    const detail = { ...claim, evidenceIds: evidence.map((row) => row.id) };
    await record(tx, actor, REMOVED, "Claim", id, JSON.parse(JSON.stringify(detail)));
    await tx.claim.delete({ where: { id } });
    await claimChanged(tx, actor, claim);
    return { id };
  });
}

const moment = z.coerce.date().nullable();
const words = z.string().nullable();

/** A row as the audit log keeps it. */
const kept = z.object({
  ...{ id: z.uuid(), storyId: z.uuid(), text: z.string(), anchored: z.literal(false) },
  ...{ attribution: z.enum(ATTRIBUTIONS), mode: z.enum(MODES), speaker: words, speakerRole: words },
  ...{ utteredAt: moment, horizonAt: moment, resolutionCriteria: words, resolution: words },
  ...{ probability: z.number().nullable(), resolvedAt: moment, resolvedById: z.uuid().nullable() },
  ...{ status: z.enum(ClaimStatus), checkedById: z.uuid().nullable(), checkedAt: moment },
  outcome: z.enum(Outcome).nullable(),
  ...{ createdAt: z.coerce.date(), version: z.int() },
  evidenceIds: z.array(z.uuid()),
});

/** Undoes `removeClaim`: the claim is there again with its passages, its words still gone. Throws AppError "not-found". */
export async function restoreClaim(actor: Actor, input: z.input<typeof claimIdInput>): Promise<ClaimDraft> {
  const { id } = claimIdInput.parse(input);
  return transaction(async (tx) => {
    const event = await tx.auditEvent.findFirst({
      where: { action: REMOVED, target: "Claim", targetId: id },
      orderBy: { id: "desc" },
    });
    const row = kept.safeParse(event?.detail);
    if (!row.success)
      throw new AppError("not-found", "This claim cannot be brought back: mark the words anew.");
    const { evidenceIds, ...data } = row.data;
    await lockStory(tx, actor, data.storyId);
    if ((await tx.claim.count({ where: { id } })) > 0) return readClaim(tx, id);
    const claim = await tx.claim.create({ data });
    for (const evidenceId of evidenceIds) await bringBack(tx, actor, claim, evidenceId);
    await claimChanged(tx, actor, claim);
    return readClaim(tx, id);
  });
}
