"use client";

import { useState } from "react";
import { attempt } from "@/components/desk/attempt";
import { localMoment, shortDate } from "@/components/desk/dates";
import type { PreviewActions } from "@/components/desk/preview-actions";
import type { Links } from "@/components/desk/share-dialog";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { PreviewLinkLine } from "@/lib/previews/schema";

interface ShareListProps {
  links: Links;
  actions: PreviewActions;
  /** Reads the list again. */
  onChanged: () => Promise<void>;
}

/** The links of a draft: for whom, who made them, whether they were opened; and the end of each. */
export function ShareList({ links, actions, onChanged }: ShareListProps) {
  return (
    <section aria-labelledby="share-links" className="mt-6">
      <h3 id="share-links" className="mb-1 text-sm font-semibold">
        Links to this draft
      </h3>
      {links === null ? (
        <p role="status" className="py-2 text-sm text-quiet">
          Loading…
        </p>
      ) : "failure" in links ? (
        <Notice kind="error">
          {links.failure.message}{" "}
          <button type="button" className="link" onClick={onChanged}>
            Try again
          </button>
        </Notice>
      ) : links.lines.length === 0 ? (
        <p className="py-2 text-sm text-quiet">None yet: nobody outside the desk can read this draft.</p>
      ) : (
        <ul className="border-t border-hair">
          {links.lines.map((line) => (
            <LinkLine key={line.id} line={line} actions={actions} onChanged={onChanged} />
          ))}
        </ul>
      )}
    </section>
  );
}

const STATES: Record<Exclude<PreviewLinkLine["state"], "open">, string> = {
  expired: "Expired",
  revoked: "Revoked",
  paused: "Paused: its maker is suspended",
};

/** One sentence for each thing somebody may want to know before they revoke it. */
function factsOf({ madeBy, createdAt, expiresAt, lastOpenedAt, state }: PreviewLinkLine): string[] {
  const until = expiresAt ? `works until ${shortDate(expiresAt)}` : "works until it is revoked";
  return [
    `Made by ${madeBy ?? "the desk"} on ${shortDate(createdAt)}`,
    ...(state === "open" ? [until] : []),
    lastOpenedAt ? `last opened ${localMoment(lastOpenedAt)}` : "not opened yet",
  ];
}

interface LinkLineProps {
  line: PreviewLinkLine;
  actions: PreviewActions;
  onChanged: () => Promise<void>;
}

function LinkLine({ line, actions, onChanged }: LinkLineProps) {
  const [pending, setPending] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  /** It was ended here just now, so it can be taken back here. */
  const [justRevoked, setJustRevoked] = useState(false);
  const name = line.label || "nobody in particular";
  const run = async (revoke: boolean) => {
    setPending(true);
    const change = revoke ? actions.revokePreviewLink : actions.restorePreviewLink;
    const answer = await attempt(change({ id: line.id }));
    if (answer.ok) {
      setJustRevoked(revoke);
      await onChanged();
    }
    setTrouble(answer.ok ? undefined : answer.error.message);
    setPending(false);
  };
  const mayUndo = line.state === "revoked" && justRevoked;
  const mayRevoke = line.state === "open" || line.state === "paused";
  return (
    <li className="flex items-start gap-3 border-b border-hair py-2.5">
      <div className="min-w-0 flex-1 text-sm">
        <p className="font-medium [overflow-wrap:anywhere]">
          {line.label || "For nobody in particular"}
          <span role="status" className="ml-2 font-normal text-line">
            {line.state === "open" ? null : STATES[line.state]}
          </span>
        </p>
        <p className="text-xs text-pretty text-quiet">{factsOf(line).join(", ")}.</p>
        {trouble ? <Notice kind="error">{trouble}</Notice> : null}
      </div>
      {/* One button in both states, so that the focus stays where it is. */}
      {mayRevoke || mayUndo ? (
        <Button
          size="sm"
          variant={mayUndo ? "secondary" : "danger"}
          pending={pending}
          onClick={() => run(!mayUndo)}
          aria-label={mayUndo ? `Undo: the link for ${name} works again` : `Revoke the link for ${name}`}
          className="w-16"
        >
          {mayUndo ? "Undo" : "Revoke"}
        </Button>
      ) : null}
    </li>
  );
}
