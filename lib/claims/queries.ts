import { claimDraft, claimParts } from "@/lib/claims/read";
import type { ClaimDraft } from "@/lib/claims/schema";
import { db } from "@/lib/db";
import type { Prisma } from "@/lib/generated/prisma/client";
import { type Actor, authorize } from "@/lib/policy";

async function list(where: Prisma.ClaimWhereInput): Promise<ClaimDraft[]> {
  const rows = await db().claim.findMany({ where, orderBy: { createdAt: "asc" }, include: claimParts });
  return rows.map(claimDraft);
}

/** A story's claims with what they stand on, those whose mark is gone too; oldest first. Empty for what is no story. */
export async function listStoryClaims(actor: Actor, storyId: string): Promise<ClaimDraft[]> {
  authorize(actor, "story.read");
  return list({ storyId });
}

/**
 * The claims of all stories of an issue. Read by its page once it is there, and not with the issue: a draft of sixty
 * stories opens without waiting for four hundred claims.
 */
export async function listIssueClaims(actor: Actor, issueId: string): Promise<ClaimDraft[]> {
  authorize(actor, "issue.read");
  return list({ story: { section: { issueId } } });
}
