"use client";

import { X } from "lucide-react";
import { Dialog } from "radix-ui";
import { useState, useSyncExternalStore } from "react";
import { toast } from "sonner";
import { attempt } from "@/components/desk/attempt";
import type { ClaimActions } from "@/components/desk/claims/claim-actions";
import type { StoryClaims } from "@/components/desk/claims/claims-store";
import { PassageChooser } from "@/components/desk/evidence/passage-chooser";
import { type Picked, SourcePicker } from "@/components/desk/evidence/source-picker";
import { TypedPassage, type TypedSource } from "@/components/desk/evidence/typed-passage";
import type { ClaimDraft } from "@/lib/claims/schema";
import { type ClaimState, stateOfEvidence } from "@/lib/claims/state";
import type { Span } from "@/lib/evidence/match";
import { LONGEST_PASSAGE, type ReadableSource, type SnapshotText } from "@/lib/evidence/schema";

/** Where somebody is on the way to a passage. */
type Place =
  | { at: "sources" }
  | { at: "text"; text: SnapshotText; start: Span | null }
  | { at: "typing"; source: TypedSource; words?: string };

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
  const [place, setPlace] = useState<Place>({ at: "sources" });
  // Where it was opened from, also while it closes.
  const [from] = useState(picking);
  // Once: to change it, the whole panel would be made anew.
  const [isNarrow] = useState(() => window.matchMedia("(width < 48rem)").matches);
  const claim = from && story.claim(from.claimId);
  if (!from || !claim) return null;
  const open = async (snapshotId: string, quote: string | null, start?: Span) => {
    const asked = { id: snapshotId, ...(quote ? { quote } : { claimId: from.claimId }) };
    const answer = await attempt(actions.readSnapshot(asked));
    if (!answer.ok) return void toast.error(answer.error.message);
    setPlace({ at: "text", text: answer.value, start: start ?? answer.value.suggested });
  };
  const pick = ({ source, snapshotId, candidate, quote }: Picked) => {
    // A candidate says more than where it is.
    const start = candidate ? { start: candidate.start, end: candidate.end } : undefined;
    if (snapshotId) void open(snapshotId, quote, start);
    else setPlace({ at: "typing", source });
  };
  const pickSent = async (source: ReadableSource, passage: string) => {
    const quote = passage.slice(0, LONGEST_PASSAGE);
    const answer = await attempt(actions.findEvidence({ storyId: claim.storyId, quote }));
    if (!answer.ok) return void toast.error(answer.error.message);
    const there = answer.value.find(
      ({ sourceId, matchStatus }) => sourceId === source.id && matchStatus !== "closest",
    );
    if (there) return open(there.snapshotId, null, { start: there.start, end: there.end });
    setPlace({ at: "typing", source: { ...source, why: source.why ?? NOT_THERE }, words: passage });
  };
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
          {place.at === "sources" ? (
            <SourcePicker
              claim={claim}
              ready={story.marked}
              actions={actions}
              onPick={pick}
              onPickSent={(source, passage) => void pickSent(source, passage)}
            />
          ) : null}
          {place.at === "typing" ? (
            <TypedPassage
              actorId={actorId}
              source={place.source}
              words={place.words}
              keep={(text) =>
                attempt(
                  actions.keepTypedSnapshot({ storyId: claim.storyId, sourceId: place.source.id, text }),
                )
              }
              onKept={(snapshot, text) => void open(snapshot.id, null, { start: 0, end: text.trim().length })}
              onBack={() => setPlace({ at: "sources" })}
            />
          ) : null}
          {place.at === "text" ? (
            <PassageChooser
              key={place.text.id}
              text={place.text}
              start={place.start}
              kept={claim.evidence.filter(({ snapshotId }) => snapshotId === place.text.id)}
              onBack={() => setPlace({ at: "sources" })}
              onType={() => setPlace({ at: "typing", source: typedOf(place.text) })}
              onAttach={(span) => attach(story, claim.id, place.text.id, span)}
            />
          ) : null}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** In the search of a text Escape first takes away what is searched for. */
function clearsOnEscape(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.closest("search") !== null && target.value !== "";
}

const NOT_THERE =
  "The text that was read does not have the passage that was sent. Keep it as it stood on the page.";

const typedOf = ({ sourceId, title, url }: SnapshotText): TypedSource => ({
  id: sourceId,
  title,
  url,
  why: "The passage is not in the text that was read. Type it as the source has it.",
});

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

/** What is said once a passage is attached; the card and the margin show the rest. */
const SAID: Record<Exclude<ClaimState, "none">, string> = {
  verified: "Verified. The passage is attached.",
  evidence: "Attached. The words were typed by hand, so they are not verified.",
  nearToSign: "Nearly the same: look at the difference and sign.",
  nearSigned: "Nearly the same, and signed.",
  notFound: "Attached, but the quoted words do not stand in this passage.",
  contradicted: "Attached as what contradicts it.",
  quotationGone: "Attached. The page does not have this passage any more.",
  sourceGone: "Attached. The page itself is gone.",
};

/** Attaches the passage and goes back to the story. Answers why it could not be done. */
async function attach(
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
