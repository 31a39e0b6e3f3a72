"use client";

import { X } from "lucide-react";
import { Dialog } from "radix-ui";
import { useState, useSyncExternalStore } from "react";
import type { ClaimActions } from "@/components/desk/claims/claim-actions";
import type { StoryClaims } from "@/components/desk/claims/claims-store";
import { WayToPassage } from "@/components/desk/evidence/way-to-passage";
import type { ClaimDraft } from "@/lib/claims/schema";

interface EvidencePanelProps {
  story: StoryClaims;
  actions: ClaimActions;
  actorId: string;
}

/**
 * Looks for what a claim stands on: a source of the story, then a passage of its text, beside the story on a wide screen and
 * over it on a narrow one. Escape leaves it and gives the focus back to the words.
 */
export function EvidencePanel({ story, actions, actorId }: EvidencePanelProps) {
  const { picking } = useSyncExternalStore(story.subscribe, story.state, story.nothing);
  // Where it was opened from, also while it closes.
  const [from] = useState(picking);
  // Once: to change it, the whole panel would be made anew.
  const [isNarrow] = useState(() => window.matchMedia("(width < 48rem)").matches);
  const claim = from && story.claim(from.claimId);
  if (!from || !claim) return null;
  return (
    <Dialog.Root open modal={isNarrow} onOpenChange={() => story.stopPicking()}>
      <Dialog.Portal>
        <Dialog.Content
          aria-describedby={undefined}
          onEscapeKeyDown={(event) => {
            if (clearsOnEscape(event.target)) event.preventDefault();
          }}
          onInteractOutside={(event) => event.preventDefault()}
          // At once, before there is anything to pick: what is typed next must not go into the story.
          tabIndex={-1}
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus();
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            story.focusText(from.part);
          }}
          className="fixed inset-0 z-30 grid grid-rows-[auto_minmax(0,1fr)] bg-paper shadow-float outline-none md:top-[calc(var(--top-bar)+3.3rem)] md:left-auto md:w-104 md:border-l md:border-hair xl:w-[min(34rem,max(24.5rem,50vw-17.5rem))]"
        >
          <Header claim={claim} />
          <WayToPassage story={story} claim={claim} actions={actions} actorId={actorId} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** In the search of a text Escape first takes away what is searched for. */
function clearsOnEscape(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.closest("search") !== null && target.value !== "";
}

function Header({ claim }: { claim: ClaimDraft }) {
  return (
    <div className="flex items-start gap-3 border-b border-hair px-4 py-3">
      <div className="min-w-0 flex-1">
        <Dialog.Title className="text-sm font-semibold">Evidence</Dialog.Title>
        <p className="line-clamp-2 font-serif text-base text-quiet [overflow-wrap:anywhere]">{claim.text}</p>
      </div>
      <Dialog.Close
        aria-label="Close"
        className="-m-1 grid size-8 place-items-center rounded-control text-quiet hover:bg-wash hover:text-ink"
      >
        <X aria-hidden size={16} />
      </Dialog.Close>
    </div>
  );
}
