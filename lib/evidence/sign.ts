import type { z } from "zod";
import { record } from "@/lib/audit";
import { claimChanged } from "@/lib/claims/changed";
import { readClaim } from "@/lib/claims/commands";
import type { ClaimDraft } from "@/lib/claims/schema";
import { transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { lockEvidence } from "@/lib/evidence/commands";
import { storedDifference } from "@/lib/evidence/difference";
import { signNearInput } from "@/lib/evidence/schema";
import { type Actor, authorize } from "@/lib/policy";

/**
 * Accepts, by name, a quotation that is nearly the same as its passage, after looking at the difference. It lasts until the
 * difference changes. Throws AppError "conflict" with the ClaimDraft that stands when the claim is another than the one that
 * was looked at, or the match is not a near one.
 */
export async function signNear(actor: Actor, input: z.input<typeof signNearInput>): Promise<ClaimDraft> {
  authorize(actor, "evidence.sign");
  const { id, claimVersion } = signNearInput.parse(input);
  return transaction(async (tx) => {
    const { evidence, claim } = await lockEvidence(tx, actor, id);
    if (claim.version !== claimVersion) {
      const message = "The claim changed meanwhile: look at the difference again before you sign.";
      throw new AppError("conflict", message, await readClaim(tx, claim.id));
    }
    if (evidence.matchStatus !== "near") {
      const message = "There is nothing to sign: only a quotation that is nearly the same needs it.";
      throw new AppError("conflict", message, await readClaim(tx, claim.id));
    }
    const difference = (storedDifference(evidence.diff) ?? []).map(({ kind, text }) => ({ kind, text }));
    await tx.evidence.update({ where: { id }, data: { signedById: actor.id, signedAt: new Date() } });
    await record(tx, actor, "evidence.sign", "Evidence", id, { claimVersion, difference });
    await claimChanged(tx, actor, claim);
    return readClaim(tx, claim.id);
  });
}
