import { useState } from "react";
import { toast } from "sonner";
import { attempt } from "@/components/desk/attempt";
import type { ClaimActions } from "@/components/desk/claims/claim-actions";
import type { StoryClaims } from "@/components/desk/claims/claims-store";
import { attach } from "@/components/desk/evidence/attach";
import { PassageChooser } from "@/components/desk/evidence/passage-chooser";
import { type Picked, SourcePicker } from "@/components/desk/evidence/source-picker";
import { TypedPassage, type TypedSource } from "@/components/desk/evidence/typed-passage";
import type { ClaimDraft } from "@/lib/claims/schema";
import type { Span } from "@/lib/evidence/match";
import { LONGEST_PASSAGE, type ReadableSource, type SnapshotText } from "@/lib/evidence/schema";

/** Where somebody is on the way to a passage. */
type Place =
  | { at: "sources" }
  | { at: "text"; text: SnapshotText; start: Span | null }
  | { at: "typing"; source: TypedSource; words?: string };

const NOT_THERE =
  "The text that was read does not have the passage that was sent. Keep it as it stood on the page.";

const typedOf = ({ sourceId, title, url }: SnapshotText): TypedSource => ({
  id: sourceId,
  title,
  url,
  why: "The passage is not in the text that was read. Type it as the source has it.",
});

/** Where somebody is, and the steps from there: each asks the server first. */
function useWay(claim: ClaimDraft, actions: ClaimActions) {
  const [place, setPlace] = useState<Place>({ at: "sources" });
  const open = async (snapshotId: string, quote: string | null, start?: Span) => {
    const asked = { id: snapshotId, ...(quote ? { quote } : { claimId: claim.id }) };
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
  return { place, setPlace, open, pick, pickSent };
}

interface WayToPassageProps {
  story: StoryClaims;
  claim: ClaimDraft;
  actions: ClaimActions;
  actorId: string;
}

/** A source of the story, then a passage of its text; or, where there is no text that has it, the passage as somebody types it. */
export function WayToPassage({ story, claim, actions, actorId }: WayToPassageProps) {
  const { place, setPlace, open, pick, pickSent } = useWay(claim, actions);
  const toSources = () => setPlace({ at: "sources" });
  if (place.at === "sources")
    return (
      <SourcePicker
        claim={claim}
        ready={story.marked}
        actions={actions}
        onPick={pick}
        onPickSent={(source, passage) => void pickSent(source, passage)}
      />
    );
  if (place.at === "typing") {
    const { source, words } = place;
    return (
      <TypedPassage
        actorId={actorId}
        source={source}
        words={words}
        keep={(text) =>
          attempt(actions.keepTypedSnapshot({ storyId: claim.storyId, sourceId: source.id, text }))
        }
        onKept={(snapshot, text) => void open(snapshot.id, null, { start: 0, end: text.trim().length })}
        onBack={toSources}
      />
    );
  }
  const { text, start } = place;
  return (
    <PassageChooser
      key={text.id}
      text={text}
      start={start}
      kept={claim.evidence.filter(({ snapshotId }) => snapshotId === text.id)}
      onBack={toSources}
      onType={() => setPlace({ at: "typing", source: typedOf(text) })}
      onAttach={(span) => attach(story, claim.id, text.id, span)}
    />
  );
}
