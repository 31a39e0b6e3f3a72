import { useCallback, useEffect, useState } from "react";
import { attempt, type Failure } from "@/components/desk/attempt";
import type { ClaimActions } from "@/components/desk/claims/claim-actions";
import type { ReadableSource } from "@/lib/evidence/schema";

/** The sources of a story that passages can be taken from; null until they are here. */
export function useReadableSources(storyId: string, actions: ClaimActions) {
  const [sources, setSources] = useState<ReadableSource[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const read = useCallback(
    async (isWanted: () => boolean) => {
      const answer = await attempt(actions.listReadableSources({ storyId }));
      if (!isWanted()) return;
      if (answer.ok) setSources(answer.value);
      setFailure(answer.ok ? null : answer.error);
    },
    [storyId, actions],
  );
  useEffect(() => {
    let isWanted = true;
    void read(() => isWanted);
    return () => {
      isWanted = false;
    };
  }, [read]);
  return { sources, failure, reload: () => void read(() => true) };
}
