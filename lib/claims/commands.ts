import type { z } from "zod";
import { claimChanged } from "@/lib/claims/changed";
import { type Kind, storedKind } from "@/lib/claims/kind";
import { claimDraft, claimParts } from "@/lib/claims/read";
import {
  type ClaimDraft,
  markClaimInput,
  markClaimsInput,
  type NewClaim,
  setClaimInput,
} from "@/lib/claims/schema";
import { dateColumn } from "@/lib/dates";
import { type Db, transaction } from "@/lib/db";
import { ensureEntities } from "@/lib/entities/ensure";
import { AppError } from "@/lib/errors";
import { reverifyClaim } from "@/lib/evidence/reverify";
import type { Claim, Prisma } from "@/lib/generated/prisma/client";
import type { Actor } from "@/lib/policy";
import { storedRichText } from "@/lib/rich-text/document";
import { markedTexts } from "@/lib/rich-text/marks";
import { lockStory } from "@/lib/stories/save";

/** The claim as the desk shows it, read in the transaction that changed it. */
export async function readClaim(tx: Db, id: string): Promise<ClaimDraft> {
  return claimDraft(await tx.claim.findUniqueOrThrow({ where: { id }, include: claimParts }));
}

/** The claim, after its story was locked for the actor. Throws AppError "not-found" or "forbidden". */
export async function lockClaim(tx: Db, actor: Actor, id: string): Promise<Claim> {
  const found = await tx.claim.findUnique({ where: { id }, select: { storyId: true } });
  if (found === null) throw new AppError("not-found", "This claim does not exist any more.");
  await lockStory(tx, actor, found.storyId);
  return tx.claim.findUniqueOrThrow({ where: { id } });
}

/**
 * Makes the row that a mark in a story's text points at. Until the story is saved with the mark it is unanchored; the words
 * are the document's from then on. Asked twice for the same id, it answers the claim that is there.
 * Throws AppError "conflict" for the id of another story's claim.
 */
export async function markClaim(actor: Actor, input: z.input<typeof markClaimInput>): Promise<ClaimDraft> {
  const { storyId, ...claim } = markClaimInput.parse(input);
  const [marked] = await transaction((tx) => writeClaims(tx, actor, storyId, [claim]));
  if (!marked) throw new Error("A claim that was written is there.");
  return marked;
}

/** `markClaim` for many marks of one story, all or none of them. Answers the claims in the order in which they were given. */
export async function markClaims(
  actor: Actor,
  input: z.input<typeof markClaimsInput>,
): Promise<ClaimDraft[]> {
  const { storyId, claims } = markClaimsInput.parse(input);
  return transaction((tx) => writeClaims(tx, actor, storyId, claims));
}

async function writeClaims(tx: Db, actor: Actor, storyId: string, claims: NewClaim[]): Promise<ClaimDraft[]> {
  const story = await lockStory(tx, actor, storyId);
  // The words under a mark as the story stands; none while no save has brought the mark.
  const standing = markedTexts("claim", storedRichText(story.body), storedRichText(story.whyItMatters));
  const rows = claims.map((claim) => rowOf(storyId, claim, standing.get(claim.id)));
  const ids = claims.map(({ id }) => id);
  const { count } = await tx.claim.createMany({ data: rows, skipDuplicates: true });
  const found = await tx.claim.findMany({ where: { id: { in: ids } }, include: claimParts });
  const byId = new Map(found.map((claim) => [claim.id, claimDraft(claim)]));
  const marked = ids.flatMap((id) => byId.get(id) ?? []);
  if (marked.some((claim) => claim.storyId !== storyId)) {
    throw new AppError("conflict", "This mark belongs to another story. Mark the words here anew.");
  }
  const anchored = marked.some((claim) => claim.anchored);
  if (count > 0) {
    await ensureEntities(
      tx,
      actor,
      marked.flatMap(({ speaker }) => speaker ?? []),
    );
    await claimChanged(tx, actor, { storyId, anchored });
  }
  return marked;
}

function rowOf(storyId: string, claim: NewClaim, standing: string | undefined) {
  const { id, kind, attribution = "none", speaker = null, text } = claim;
  return {
    ...{ id, storyId, speaker, text: standing ?? text, anchored: standing !== undefined },
    ...storedKind(kind, attribution),
    horizonAt: dateColumn(claim.horizonAt ?? claim.dueIfAhead ?? null),
    outcome: outcomeOf(kind),
  };
}

/** What is foretold or promised is open until something settles it. */
const outcomeOf = (kind: Kind) => (kind === "forecast" || kind === "commitment" ? ("open" as const) : null);

type Changes = Omit<z.output<typeof setClaimInput>, "id" | "version">;

/**
 * The columns to write. When it falls due and how it came out stay with a claim that is no forecast or commitment any more,
 * unread, so that a kind chosen by mistake takes nothing away. Throws AppError "invalid" where the claim would say what it cannot.
 */
function columns(claim: Claim, changes: Changes): Prisma.ClaimUncheckedUpdateInput {
  const { utteredAt, horizonAt, ...plain } = changes;
  const { attribution, mode, speaker } = { ...claim, ...plain };
  if (attribution === "reported" && !speaker) {
    throw new AppError("invalid", "What somebody said needs its speaker: name who said it first.");
  }
  if (mode === "assertion" && horizonAt) {
    throw new AppError("invalid", "Only a forecast or a commitment falls due.");
  }
  if (mode === "assertion" && typeof changes.probability === "number") {
    throw new AppError("invalid", "Only a forecast or a commitment has a probability.");
  }
  return {
    ...plain,
    ...(utteredAt !== undefined && { utteredAt: dateColumn(utteredAt) }),
    ...(horizonAt !== undefined && { horizonAt: dateColumn(horizonAt) }),
    ...(mode !== "assertion" && { outcome: claim.outcome ?? "open" }),
  };
}

/**
 * Says what a claim is: its kind, who said it and when, when it falls due. What it quotes is verified anew where its kind
 * makes a difference. Throws AppError "conflict" with the ClaimDraft that stands when that version is not the latest.
 */
export async function setClaim(actor: Actor, input: z.input<typeof setClaimInput>): Promise<ClaimDraft> {
  const { id, version, ...changes } = setClaimInput.parse(input);
  return transaction(async (tx) => {
    const claim = await lockClaim(tx, actor, id);
    if (claim.version !== version) {
      const message = "Someone else changed this claim meanwhile; look again.";
      throw new AppError("conflict", message, await readClaim(tx, id));
    }
    const data = { ...columns(claim, changes), version: version + 1 };
    const saved = await tx.claim.update({ where: { id }, data });
    if (saved.attribution !== claim.attribution) await reverifyClaim(tx, saved);
    if (saved.speaker !== null) await ensureEntities(tx, actor, [saved.speaker]);
    await claimChanged(tx, actor, saved);
    return readClaim(tx, id);
  });
}
