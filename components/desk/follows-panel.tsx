"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useState } from "react";
import { toast } from "sonner";
import { type Attempt, attempt } from "@/components/desk/attempt";
import { useCommands } from "@/components/desk/commands";
import { FollowsPicker } from "@/components/desk/follows-picker";
import { InspectorSection } from "@/components/desk/issue-inspector";
import type { PlanningActions } from "@/components/desk/planning-actions";
import { subjectOf } from "@/components/desk/running-order-words";
import { Button } from "@/components/ui/button";
import type { StoryDraft } from "@/lib/issues/schema";
import { type Actor, can } from "@/lib/policy";
import type { Follows } from "@/lib/stories/follows-schema";

interface FollowsPanelProps {
  story: StoryDraft;
  actor: Actor;
  planning: PlanningActions;
  /** It follows up this one now. */
  onChange(followsId: string | null): void;
}

/** The story's follow-ups as they were read, and the way to set another. */
function useFollows({ story, planning, onChange }: Omit<FollowsPanelProps, "actor">) {
  const [reading, setReading] = useState<Attempt<Follows> | null>(null);
  const read = useCallback(() => attempt(planning.readFollows({ id: story.id })), [planning, story.id]);
  const show = async () => setReading(await read());
  useEffect(() => {
    let wanted = true;
    void read().then((answer) => wanted && setReading(answer));
    return () => {
      wanted = false;
    };
  }, [read]);
  const set = async (followsId: string | null, told: string): Promise<boolean> => {
    const answer = await attempt(planning.setFollows({ id: story.id, followsId }));
    if (!answer.ok) {
      toast.error(`Nothing was changed. ${answer.error.message}`);
      return false;
    }
    onChange(followsId);
    await show();
    const { before } = answer.value;
    const undo = async () => {
      const undone = await attempt(planning.setFollows({ id: story.id, followsId: before }));
      if (undone.ok) onChange(before);
      else toast.error(`It could not be undone. ${undone.error.message}`);
      await show();
    };
    toast(told, { duration: 10_000, action: { label: "Undo", onClick: () => void undo() } });
    return true;
  };
  return { reading, show, set };
}

/** Which earlier story this one follows up, and which later ones follow it up. */
export function FollowsPanel({ story, actor, planning, onChange }: FollowsPanelProps) {
  const { reading, show, set } = useFollows({ story, planning, onChange });
  const [picking, setPicking] = useState(false);
  const mayWrite = can(actor, "story.write", { ownerId: story.authorId });
  useCommands([
    {
      id: "follows",
      title: "Say which story this one follows up…",
      group: "This story",
      words: "earlier link",
      enabled: mayWrite,
      run: () => setPicking(true),
    },
  ]);
  return (
    <InspectorSection title="Follow-ups">
      {reading === null ? <p className="text-sm text-quiet">Reading…</p> : null}
      {reading?.ok === false ? (
        <div className="text-sm">
          <p className="mb-2">It could not be read. {reading.error.message}</p>
          <Button size="sm" onClick={() => void show()}>
            Try again
          </Button>
        </div>
      ) : null}
      {reading?.ok ? (
        <Lines
          follows={reading.value}
          story={story}
          planning={planning}
          onPick={mayWrite ? () => setPicking(true) : null}
          onClear={() => void set(null, "It follows up no other story now.")}
        />
      ) : null}
      <FollowsPicker
        open={picking}
        self={story.id}
        findPublished={planning.findPublished}
        onClose={() => setPicking(false)}
        onPick={({ id, headline }) => {
          void set(id, `It follows up “${subjectOf(headline)}” now.`).then(
            (done) => done && setPicking(false),
          );
        }}
      />
    </InspectorSection>
  );
}

interface LinesProps {
  follows: Follows;
  story: StoryDraft;
  planning: PlanningActions;
  /** Null for those who may not write here. */
  onPick: (() => void) | null;
  onClear: () => void;
}

function Lines({
  follows: { follows, followedBy, takesUp, isPublished },
  story,
  planning,
  onPick,
  onClear,
}: LinesProps) {
  const published = follows?.published;
  return (
    <div className="grid justify-items-start gap-2 text-sm">
      {takesUp ? <TakesUp takesUp={takesUp} /> : null}
      {follows ? (
        <p className="[overflow-wrap:anywhere]">
          Follows up{" "}
          <a className="link" href={`/desk/stories/${follows.id}`}>
            “{published?.headline ?? follows.headline}”
          </a>
          <span className="block text-quiet">
            {published
              ? `Story ${published.number} of issue ${published.issueNumber}`
              : "Readers do not have it any more, so they see no link."}
          </span>
        </p>
      ) : (
        <p className="text-quiet">It follows up no earlier story.</p>
      )}
      {onPick ? (
        <div className="-ml-2 flex flex-wrap gap-1">
          <Button size="sm" variant="quiet" onClick={onPick}>
            {follows ? "Change…" : "Follows up…"}
          </Button>
          {follows ? (
            <Button size="sm" variant="quiet" onClick={onClear}>
              Clear
            </Button>
          ) : null}
        </div>
      ) : null}
      {followedBy.map(({ id, headline }) => (
        <p key={id} className="[overflow-wrap:anywhere]">
          Followed up by{" "}
          <a className="link" href={`/desk/stories/${id}`}>
            “{headline}”
          </a>
        </p>
      ))}
      {isPublished ? <FollowUp story={story} planning={planning} /> : null}
    </div>
  );
}

/** The forecast that the story was begun for. */
function TakesUp({ takesUp: { text, speaker, address } }: { takesUp: NonNullable<Follows["takesUp"]> }) {
  return (
    <p className="[overflow-wrap:anywhere]">
      Takes up{speaker ? ` what ${speaker} foretold or promised` : null}:{" "}
      {address ? (
        <a className="link" href={address} target="_blank" rel="noreferrer">
          “{text}”
        </a>
      ) : (
        `“${text}”`
      )}
    </p>
  );
}

/** Begins a story that follows this one up, and opens it. */
function FollowUp({ story, planning }: { story: StoryDraft; planning: PlanningActions }) {
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const begin = async () => {
    setPending(true);
    const answer = await attempt(planning.followUp({ storyId: story.id, sectionId: null }));
    if (answer.ok) return router.push(`/desk/stories/${answer.value.id}`);
    setPending(false);
    toast.error(`No follow-up was begun. ${answer.error.message}`);
  };
  return (
    <Button size="sm" pending={pending} onClick={() => void begin()}>
      Follow this up in the backlog
    </Button>
  );
}
