import { z } from "zod";
import { raise, type Tag } from "@/lib/cache";
import { claimChanged } from "@/lib/claims/changed";
import { lockClaim, readClaim } from "@/lib/claims/commands";
import type { ClaimDraft } from "@/lib/claims/schema";
import { type Db, transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { DETACHED } from "@/lib/evidence/commands";
import { matchAs } from "@/lib/evidence/match";
import { isSameMatch, matchColumns } from "@/lib/evidence/reverify";
import { evidenceIdInput, RELATIONS } from "@/lib/evidence/schema";
import { settlingChanges } from "@/lib/evidence/settling";
import type { Claim } from "@/lib/generated/prisma/client";
import type { Actor } from "@/lib/policy";
import { prepareText } from "@/lib/quotations/normalise";

const moment = z.coerce.date().nullable();

/** A row as the audit log keeps it. */
const kept = z.object({
  id: z.uuid(),
  claimId: z.uuid(),
  snapshotId: z.uuid(),
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  start: z.int(),
  end: z.int(),
  matchStatus: z.enum(["verified", "near", "notFound"]),
  diff: z.unknown(),
  signedById: z.uuid().nullable(),
  signedAt: moment,
  relation: z.enum(RELATIONS),
  position: z.int().positive(),
  createdAt: z.coerce.date(),
  addedById: z.uuid().nullable(),
  goneSince: moment,
});

/** The row as it was when it was last taken away. Throws AppError "not-found". */
async function readKept(tx: Db, id: string): Promise<z.output<typeof kept>> {
  const event = await tx.auditEvent.findFirst({
    where: { action: DETACHED, target: "Evidence", targetId: id },
    orderBy: { id: "desc" },
  });
  const row = kept.safeParse(event?.detail);
  if (!row.success) throw new AppError("not-found", "This passage cannot be brought back: attach it again.");
  return row.data;
}

/** Makes room at a place of a claim's evidence; answers the place, the last one where there are fewer. */
async function makeRoom(tx: Db, claimId: string, wanted: number): Promise<number> {
  const count = await tx.evidence.count({ where: { claimId } });
  const position = Math.min(wanted, count + 1);
  const after = { claimId, position: { gte: position } };
  await tx.evidence.updateMany({ where: after, data: { position: { increment: 1 } } });
  return position;
}

/** Undoes `detachEvidence`: the passage stands where it stood, verified anew; what was signed is signed where it says the same. */
export async function restoreEvidence(
  actor: Actor,
  input: z.input<typeof evidenceIdInput>,
): Promise<ClaimDraft> {
  const { id } = evidenceIdInput.parse(input);
  return transaction(async (tx) => {
    const { claimId } = await readKept(tx, id);
    const claim = await lockClaim(tx, actor, claimId);
    const tags = await bringBack(tx, actor, claim, id);
    await claimChanged(tx, actor, claim);
    await raise(tx, tags);
    return readClaim(tx, claim.id);
  });
}

/** The work of `restoreEvidence` in a claim whose story is locked; answers the tags that the caller raises last. Throws AppError "not-found". */
export async function bringBack(tx: Db, actor: Actor, claim: Claim, id: string): Promise<Tag[]> {
  const { diff, matchStatus, signedById, signedAt, ...row } = await readKept(tx, id);
  const tags = settlingChanges(actor, claim, [row.relation]);
  if ((await tx.evidence.count({ where: { id } })) > 0) return tags;
  const snapshot = await tx.sourceSnapshot.findUniqueOrThrow({
    where: { id: row.snapshotId },
    select: { extractedText: true },
  });
  const match = matchAs(row.relation, claim, prepareText(snapshot.extractedText ?? ""), row);
  const isSame = isSameMatch({ matchStatus, diff }, match);
  const position = await makeRoom(tx, claim.id, row.position);
  const signature = isSame ? { signedById, signedAt } : {};
  await tx.evidence.create({ data: { ...row, ...matchColumns(match), ...signature, position } });
  return tags;
}
