"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { attempt } from "@/components/desk/attempt";
import type { RevisionDeeds } from "@/components/desk/revision-actions";
import { historyAddress } from "@/components/desk/revision-words";
import { Button } from "@/components/ui/button";
import type { RestoreUndo, RevisionLine, RevisionTarget } from "@/lib/revisions/schema";

interface RestoreVersionProps {
  target: RevisionTarget;
  line: RevisionLine;
  /** The document's version as this page knows it. */
  version: number;
  restoreRevision: RevisionDeeds["restoreRevision"];
}

/** Brings the words of this version back, as a new version: nothing is lost by it, and it can be undone. */
export function RestoreVersion({ target, line, version, restoreRevision }: RestoreVersionProps) {
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const refused = (message: string) =>
    toast.error(message, {
      duration: 10_000,
      action: { label: "Look again", onClick: () => router.refresh() },
    });
  const undo = async (what: RestoreUndo) => {
    const answer = await attempt(restoreRevision(what));
    if (!answer.ok) return refused(`It could not be undone. ${answer.error.message}`);
    toast("Undone. The words stand as they did before.");
    router.push(historyAddress(target));
  };
  const restore = async () => {
    setPending(true);
    const answer = await attempt(restoreRevision({ id: line.id, version }));
    setPending(false);
    if (!answer.ok) return refused(`Nothing was restored. ${answer.error.message}`);
    toast(
      `${line.reason === "named" ? `“${line.name}”` : `Version ${line.version}`} stands again, as a new version.`,
      {
        duration: 10_000,
        action: { label: "Undo", onClick: () => void undo(answer.value.undo) },
      },
    );
    router.push(historyAddress(target));
  };
  return (
    <Button variant="primary" pending={pending} onClick={restore}>
      Restore
    </Button>
  );
}
