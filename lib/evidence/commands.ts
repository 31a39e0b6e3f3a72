import type { z } from "zod";
import { record } from "@/lib/audit";
import { raise } from "@/lib/cache";
import { claimChanged } from "@/lib/claims/changed";
import { lockClaim, readClaim } from "@/lib/claims/commands";
import type { ClaimDraft } from "@/lib/claims/schema";
import { type Db, transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { matchAs } from "@/lib/evidence/match";
import { matchColumns, reverifyClaim } from "@/lib/evidence/reverify";
import {
  arrangeEvidenceInput,
  attachEvidenceInput,
  evidenceIdInput,
  type Relation,
  relateEvidenceInput,
} from "@/lib/evidence/schema";
import { settlingChanges } from "@/lib/evidence/settling";
import type { Claim, Evidence } from "@/lib/generated/prisma/client";
import type { Actor } from "@/lib/policy";
import { prepareText } from "@/lib/quotations/normalise";
import { selectorFor } from "@/lib/quotations/selector";

/** The text of a snapshot of one of the story's sources. Throws AppError "not-found" or "invalid". */
async function readText(tx: Db, storyId: string, snapshotId: string): Promise<string> {
  const snapshot = await tx.sourceSnapshot.findUnique({
    where: { id: snapshotId },
    select: { extractedText: true, source: { select: { stories: { where: { storyId } } } } },
  });
  if (!snapshot || snapshot.extractedText === null) {
    throw new AppError("not-found", "This text is not there any more: open the source again.");
  }
  if (snapshot.source.stories.length === 0) {
    throw new AppError("invalid", "This is no source of the story. Add it under the headline first.");
  }
  return snapshot.extractedText;
}

interface NewPassage {
  snapshotId: string;
  /** The snapshot's whole text. */
  text: string;
  start: number;
  end: number;
  relation: Relation;
}

/** Writes a passage behind those that the claim has; the caller holds the story's lock. Answers the row's id. */
export async function addPassage(
  tx: Db,
  actor: Actor,
  claim: Claim,
  { snapshotId, text, start, end, relation }: NewPassage,
): Promise<string> {
  const claimId = claim.id;
  const match = matchAs(relation, claim, prepareText(text), { start, end });
  const last = await tx.evidence.aggregate({ where: { claimId }, _max: { position: true } });
  const position = (last._max.position ?? 0) + 1;
  const passage = selectorFor(text, match.start, match.end);
  const row = { claimId, snapshotId, ...passage, ...matchColumns(match), relation, position };
  const { id } = await tx.evidence.create({ data: { ...row, addedById: actor.id } });
  return id;
}

/**
 * Attaches a passage of a snapshot to a claim, behind those that it has: the words are cut from the snapshot here, with 32
 * characters on each side. What a quotation quotes is verified (lib/evidence/match.ts). Answers the claim as it stands then,
 * and the new row's id. Throws AppError "invalid" where the passage is not in the text, or the source not in the story.
 */
export async function attachEvidence(
  actor: Actor,
  input: z.input<typeof attachEvidenceInput>,
): Promise<{ id: string; claim: ClaimDraft }> {
  const { claimId, snapshotId, start, end, relation } = attachEvidenceInput.parse(input);
  return transaction(async (tx) => {
    const claim = await lockClaim(tx, actor, claimId);
    const text = await readText(tx, claim.storyId, snapshotId);
    if (end > text.length || text.slice(start, end).trim() === "") {
      throw new AppError(
        "invalid",
        "There are no words at this place of the text: select the passage again.",
      );
    }
    const tags = settlingChanges(actor, claim, [relation]);
    const id = await addPassage(tx, actor, claim, { snapshotId, text, start, end, relation });
    await claimChanged(tx, actor, claim);
    await raise(tx, tags);
    return { id, claim: await readClaim(tx, claimId) };
  });
}

/** The evidence and its claim, with the claim's story locked for the actor. Throws AppError "not-found" or "forbidden". */
export async function lockEvidence(
  tx: Db,
  actor: Actor,
  id: string,
): Promise<{ evidence: Evidence; claim: Claim }> {
  const gone = new AppError("not-found", "This passage was removed from the claim meanwhile.");
  const found = await tx.evidence.findUnique({ where: { id }, select: { claimId: true } });
  if (found === null) throw gone;
  const claim = await lockClaim(tx, actor, found.claimId);
  const evidence = await tx.evidence.findUnique({ where: { id } });
  if (evidence === null) throw gone;
  return { evidence, claim };
}

/** Says what a passage is to its claim: support, contradiction, context, or what settled it. */
export async function relateEvidence(
  actor: Actor,
  input: z.input<typeof relateEvidenceInput>,
): Promise<ClaimDraft> {
  const { id, relation } = relateEvidenceInput.parse(input);
  return transaction(async (tx) => {
    const { evidence, claim } = await lockEvidence(tx, actor, id);
    if (evidence.relation !== relation) {
      const tags = settlingChanges(actor, claim, [evidence.relation, relation]);
      await tx.evidence.update({ where: { id }, data: { relation } });
      if (evidence.relation === "resolves" || relation === "resolves") await reverifyClaim(tx, claim);
      await claimChanged(tx, actor, claim);
      await raise(tx, tags);
    }
    return readClaim(tx, claim.id);
  });
}

/** Puts a claim's evidence in the order given. Throws AppError "conflict" with the ClaimDraft that stands when it differs from `base`. */
export async function arrangeEvidence(
  actor: Actor,
  input: z.input<typeof arrangeEvidenceInput>,
): Promise<ClaimDraft> {
  const { claimId, base, evidenceIds } = arrangeEvidenceInput.parse(input);
  return transaction(async (tx) => {
    const claim = await lockClaim(tx, actor, claimId);
    const rows = await tx.evidence.findMany({ where: { claimId }, orderBy: { position: "asc" } });
    const standing = rows.map((row) => row.id);
    const isSameSet = evidenceIds.toSorted().join() === standing.toSorted().join();
    if (!isSameSet || base.join() !== standing.join()) {
      const message = "Someone else changed what this claim stands on meanwhile; look again.";
      throw new AppError("conflict", message, await readClaim(tx, claimId));
    }
    for (const [index, id] of evidenceIds.entries()) {
      await tx.evidence.update({ where: { id }, data: { position: index + 1 } });
    }
    await claimChanged(tx, actor, claim);
    return readClaim(tx, claimId);
  });
}

/** Takes a passage away from its claim; `restoreEvidence` brings it back, its signature too: the audit log keeps the row. */
export async function detachEvidence(
  actor: Actor,
  input: z.input<typeof evidenceIdInput>,
): Promise<ClaimDraft> {
  const { id } = evidenceIdInput.parse(input);
  return transaction(async (tx) => {
    const { evidence, claim } = await lockEvidence(tx, actor, id);
    const tags = settlingChanges(actor, claim, [evidence.relation]);
    await record(tx, actor, DETACHED, "Evidence", id, JSON.parse(JSON.stringify(evidence)));
    await tx.evidence.delete({ where: { id } });
    const after = { claimId: claim.id, position: { gt: evidence.position } };
    await tx.evidence.updateMany({ where: after, data: { position: { decrement: 1 } } });
    await claimChanged(tx, actor, claim);
    await raise(tx, tags);
    return readClaim(tx, claim.id);
  });
}

/** How the audit log names it. */
export const DETACHED = "evidence.detach";
