import { toast } from "sonner";
import type { StoryClaims } from "@/components/desk/claims/claims-store";
import { type ClaimState, stateOfEvidence } from "@/lib/claims/state";
import type { Span } from "@/lib/evidence/match";

/** What is said once a passage is attached; the card and the margin show the rest. */
const SAID: Record<Exclude<ClaimState, "none">, string> = {
  verified: "The passage is verified and attached.",
  evidence: "Attached. The words were typed by hand, so they are not verified.",
  nearToSign: "Nearly the same: look at the difference and sign.",
  nearSigned: "Nearly the same, and signed.",
  notFound: "Attached, but the quoted words do not stand in this passage.",
  contradicted: "Attached as what contradicts it.",
  quotationGone: "Attached. The page does not have this passage any more.",
  sourceGone: "Attached. The page itself is gone.",
};

/** Attaches the passage and goes back to the story. Answers why it could not be done. */
export async function attach(
  story: StoryClaims,
  claimId: string,
  snapshotId: string,
  span: Span,
): Promise<string | null> {
  await story.marked();
  const answer = await story.run((actions) => actions.attachEvidence({ claimId, snapshotId, ...span }));
  if (!answer.ok) return answer.error.message;
  const { id, claim } = answer.value;
  story.put(claim);
  story.stopPicking();
  const line = claim.evidence.find((each) => each.id === id);
  const undo = async () => {
    const undone = await story.run((actions) => actions.detachEvidence({ id }));
    if (!undone.ok) toast.error(undone.error.message);
  };
  if (line) toast(SAID[stateOfEvidence(line)], { action: { label: "Undo", onClick: () => void undo() } });
  return null;
}
