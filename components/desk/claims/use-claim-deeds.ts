"use client";

import { useMemo } from "react";
import { toast } from "sonner";
import type { ClaimActions, ClaimChanges } from "@/components/desk/claims/claim-actions";
import { useClaimsRoom } from "@/components/desk/claims/claims-room";
import type { StoryClaims } from "@/components/desk/claims/claims-store";
import { setClaim } from "@/components/desk/claims/set-claim";
import type { ClaimDraft } from "@/lib/claims/schema";
import type { Result } from "@/lib/errors";
import type { EvidenceLine, Relation } from "@/lib/evidence/schema";
import { can } from "@/lib/policy";

/** What can be done to a claim in the inspector. Each answers a sentence when it failed; null is success. */
export interface ClaimDeeds {
  /** Whether the actor may sign for what is nearly the same. */
  maySign: boolean;
  set(claim: ClaimDraft, changes: ClaimChanges): Promise<string | null>;
  relate(line: EvidenceLine, relation: Relation): Promise<string | null>;
  sign(claim: ClaimDraft, line: EvidenceLine): Promise<string | null>;
  moveUp(claim: ClaimDraft, line: EvidenceLine): Promise<string | null>;
  detach(line: EvidenceLine): Promise<string | null>;
}

/** The deeds of one story's claims; the same object from render to render. */
export function useClaimDeeds(story: StoryClaims | null): ClaimDeeds {
  const actor = useClaimsRoom()?.actor ?? null;
  return useMemo(() => {
    const run = async <T>(deed: (actions: ClaimActions) => Promise<Result<T>>) => {
      if (!story) throw new Error("There are no claims here.");
      return story.run(deed);
    };
    const said = async <T>(deed: (actions: ClaimActions) => Promise<Result<T>>) => {
      const answer = await run(deed);
      return answer.ok ? null : answer.error.message;
    };
    return {
      maySign: actor !== null && can(actor, "evidence.sign"),
      set: (claim, changes) => {
        if (!story) throw new Error("There are no claims here.");
        return setClaim(story, claim, changes);
      },
      relate: ({ id }, relation) => said((actions) => actions.relateEvidence({ id, relation })),
      sign: ({ version }, { id }) => said((actions) => actions.signNear({ id, claimVersion: version })),
      moveUp: ({ id: claimId, evidence }, { id }) => {
        const base = evidence.map((line) => line.id);
        const at = base.indexOf(id);
        const evidenceIds = base.toSpliced(at, 1).toSpliced(at - 1, 0, id);
        return said((actions) => actions.arrangeEvidence({ claimId, base, evidenceIds }));
      },
      detach: async ({ id, source }) => {
        const problem = await said((actions) => actions.detachEvidence({ id }));
        if (problem) return problem;
        const undo = async () => {
          const failed = await said((actions) => actions.restoreEvidence({ id }));
          if (failed) toast.error(failed);
        };
        toast(`The passage of “${source.title}” is removed.`, {
          action: { label: "Undo", onClick: () => void undo() },
        });
        return null;
      },
    };
  }, [actor, story]);
}
