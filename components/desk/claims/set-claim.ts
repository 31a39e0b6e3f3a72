import type { ClaimChanges } from "@/components/desk/claims/claim-actions";
import { UNKNOWN_VERSION } from "@/components/desk/claims/claims-state";
import type { StoryClaims } from "@/components/desk/claims/claims-store";
import { inTurn } from "@/components/desk/claims/in-turn";
import type { ClaimDraft } from "@/lib/claims/schema";
import { equal } from "@/lib/equal";

/** Says something of a claim as it was seen. Answers a sentence when it failed; null is success. */
export function setClaim(
  story: StoryClaims,
  claim: ClaimDraft,
  changes: ClaimChanges,
): Promise<string | null> {
  return inTurn(story, () => set(story, claim, changes));
}

async function set(story: StoryClaims, claim: ClaimDraft, changes: ClaimChanges): Promise<string | null> {
  const { id } = claim;
  await story.marked();
  const send = (version: number) => story.run((actions) => actions.setClaim({ id, version, ...changes }));
  const answer = await send(versionFor(claim, story.claim(id), changes));
  if (answer.ok) return null;
  const standing = story.claim(id);
  // Somebody said something else of it meanwhile, or typed in its words.
  if (answer.error.code !== "conflict" || !standing || !isUntouched(claim, standing, changes)) {
    return answer.error.message;
  }
  const again = await send(standing.version);
  return again.ok ? null : again.error.message;
}

/** What stands by now, where nobody touched what is set here; what was marked a moment ago has its version only now. */
function versionFor(seen: ClaimDraft, standing: ClaimDraft | null, changes: ClaimChanges): number {
  if (seen.version === UNKNOWN_VERSION) return standing?.version ?? 1;
  return standing && isUntouched(seen, standing, changes) ? standing.version : seen.version;
}

function isUntouched(seen: ClaimDraft, standing: ClaimDraft, changes: ClaimChanges): boolean {
  const fields = Object.keys(changes) as (keyof ClaimChanges)[];
  return fields.every((field) => equal(seen[field], standing[field]));
}
