import type { ClaimChanges } from "@/components/desk/claims/claim-actions";
import { UNKNOWN_VERSION } from "@/components/desk/claims/claims-state";
import type { StoryClaims } from "@/components/desk/claims/claims-store";
import type { ClaimDraft } from "@/lib/claims/schema";
import { equal } from "@/lib/equal";

/** Says something of a claim as it was seen. Answers a sentence when it failed; null is success. */
export async function setClaim(
  story: StoryClaims,
  claim: ClaimDraft,
  changes: ClaimChanges,
): Promise<string | null> {
  const { id } = claim;
  await story.marked();
  const send = (version: number) => story.run((actions) => actions.setClaim({ id, version, ...changes }));
  // What was marked a moment ago has its version only now.
  const answer = await send(
    claim.version === UNKNOWN_VERSION ? (story.claim(id)?.version ?? 1) : claim.version,
  );
  if (answer.ok) return null;
  const standing = story.claim(id);
  // Typing in its words makes a new version of it too: what is set here was not touched by that.
  if (answer.error.code !== "conflict" || !standing || !isUntouched(claim, standing, changes)) {
    return answer.error.message;
  }
  const again = await send(standing.version);
  return again.ok ? null : again.error.message;
}

function isUntouched(seen: ClaimDraft, standing: ClaimDraft, changes: ClaimChanges): boolean {
  const fields = Object.keys(changes) as (keyof ClaimChanges)[];
  return fields.every((field) => equal(seen[field], standing[field]));
}
