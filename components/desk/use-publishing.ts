import { useState } from "react";
import { attempt } from "@/components/desk/attempt";
import type { IssueActions } from "@/components/desk/issue-actions";
import { usePreflight } from "@/components/desk/preflight/use-preflight";
import { saveEverything, useStuck } from "@/components/desk/unsaved";
import type { IssueDraft } from "@/lib/issues/schema";

/** What publishing came to; not new where no word had changed. */
export type Published = { slug: string; edition: number; isNew: boolean };

export interface Publishing extends Pick<IssueActions, "publishIssue" | "getPreflight"> {
  issue: IssueDraft;
  onDone: (published: Published) => void;
}

/** An issue on its way to readers: what preflight says of it, what is in the way, and why it did not go. */
export function usePublishing({ issue, publishIssue, getPreflight, onDone }: Publishing) {
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const preflight = usePreflight(issue, getPreflight);
  const blocking = (preflight.lines ?? []).filter(({ level }) => level === "blocking");
  const isFinal = blocking.some((line) => line.final);
  const stuck = useStuck();
  const publish = async () => {
    setPending(true);
    setError(null);
    const failure = await tryToPublish();
    setPending(false);
    if (failure) setError(failure);
  };
  const tryToPublish = async (): Promise<string | null> => {
    // An edition holds what the server has: what was typed a moment ago must be there first.
    if (!(await saveEverything())) return "Something typed here is not saved yet, so nothing was published.";
    const override = blocking.length > 0 ? { override: { reason } } : {};
    const answer = await attempt(publishIssue({ id: issue.id, ...override }));
    if (!answer.ok) {
      preflight.again();
      return `Nothing was published. ${answer.error.message}`;
    }
    const isNew = answer.value.edition > (issue.latestEdition?.number ?? 0);
    onDone({ ...answer.value, isNew });
    return null;
  };
  const lacksReason = blocking.length > 0 && reason.trim() === "";
  const isReading = preflight.lines === null && preflight.failure === null;
  return {
    preflight,
    isBlocked: blocking.length > 0,
    isFinal,
    reason,
    setReason,
    stuck,
    error,
    pending,
    publish,
    mayPublish: !(isReading || isFinal || lacksReason || stuck.length > 0),
  };
}
