"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useState } from "react";
import { toast } from "sonner";
import { attempt, type Failure } from "@/components/desk/attempt";
import type { EntityActions } from "@/components/desk/entities/entity-actions";
import { quotedNames, speaksIn } from "@/components/desk/entities/entity-words";
import { Button } from "@/components/ui/button";
import { DialogActions } from "@/components/ui/dialog";
import { fullerName } from "@/lib/entities/likely";
import type { EntityLine } from "@/lib/entities/schema";

interface MergePreviewProps {
  entity: EntityLine;
  other: EntityLine;
  /** Back to choosing; null where the other one was suggested. */
  onBack: (() => void) | null;
  onDone(): void;
  actions: Pick<EntityActions, "countMergedStories" | "mergeEntities" | "splitEntity">;
}

/** Which of two stands, and what of the other comes to it. */
export function MergePreview({ entity, other, onBack, onDone, actions }: MergePreviewProps) {
  const isFuller = fullerName(entity.name, other.name) === entity.name;
  // The likelier one first: there the focus is when the dialog opens.
  const both = isFuller ? [entity, other] : [other, entity];
  const [standsId, setStandsId] = useState(isFuller ? entity.id : other.id);
  const [stands, goes] = standsId === entity.id ? [entity, other] : [other, entity];
  const stories = useMergedStories(entity.id, other.id, actions.countMergedStories);
  const { merge, pending, failure } = useMerge(actions, onDone);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void merge(goes, stands);
  };
  return (
    <form onSubmit={submit}>
      <WhichStands both={both} standsId={standsId} onChoose={setStandsId} />
      <WhatMoves goes={goes} stands={stands} stories={stories} />
      {failure ? (
        <p role="alert" className="mt-3 text-sm text-line">
          <span aria-hidden>▲ </span>
          {failure.message}
        </p>
      ) : null}
      <DialogActions>
        {onBack ? (
          <Button variant="quiet" onClick={onBack}>
            Choose another
          </Button>
        ) : null}
        <Button type="submit" variant="primary" pending={pending}>
          Merge
        </Button>
      </DialogActions>
    </form>
  );
}

interface WhichStandsProps {
  both: readonly EntityLine[];
  standsId: string;
  onChoose: (id: string) => void;
}

function WhichStands({ both, standsId, onChoose }: WhichStandsProps) {
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 text-sm font-medium">Which one stands?</legend>
      {both.map((each) => (
        <label
          key={each.id}
          className="flex min-h-11 cursor-pointer items-center gap-3 rounded-control border border-hair px-3 py-1.5 has-checked:border-ink"
        >
          <input
            type="radio"
            name="stands"
            value={each.id}
            checked={standsId === each.id}
            onChange={() => onChoose(each.id)}
            className="size-4 accent-ink"
          />
          <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">{each.name}</span>
          <span className="text-sm text-quiet">{speaksIn(each)}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface WhatMovesProps {
  goes: EntityLine;
  stands: EntityLine;
  /** How many published ones are about it then; null while that is not known. */
  stories: number | null;
}

function WhatMoves({ goes, stands, stories }: WhatMovesProps) {
  return (
    <ul aria-label="What moves" className="mt-4 grid list-disc gap-1 pl-5 text-sm text-pretty">
      <li>
        {quotedNames([goes.name, ...goes.otherNames])}{" "}
        {goes.otherNames.length > 0 ? "become names" : "becomes a name"} of {stands.name}.
      </li>
      <li>{movingClaims(goes, stands)}</li>
      {stories === null ? null : <li>{foundStories(stories, stands)}</li>}
      <li className="[overflow-wrap:anywhere]">
        /topics/{goes.slug} leads to /topics/{stands.slug}.
      </li>
    </ul>
  );
}

function movingClaims(goes: EntityLine, stands: EntityLine): string {
  if (goes.claims === 0) return "No claim changes hands.";
  return `${speaksIn(goes)} ${goes.claims === 1 ? "counts" : "count"} for ${stands.name}. No written word changes.`;
}

function foundStories(count: number, { name }: EntityLine): string {
  if (count === 0) return `No published story is about ${name} then.`;
  return `Readers find ${count} published ${count === 1 ? "story" : "stories"} about ${name} then, with those that only name it.`;
}

/** How many stories readers would find; null until it is known, and where it cannot be read: nobody waits for it. */
function useMergedStories(one: string, other: string, count: EntityActions["countMergedStories"]) {
  const [stories, setStories] = useState<number | null>(null);
  useEffect(() => {
    let wanted = true;
    void attempt(count({ ids: [one, other] })).then((answer) => {
      if (wanted && answer.ok) setStories(answer.value);
    });
    return () => {
      wanted = false;
    };
  }, [one, other, count]);
  return stories;
}

/** Merges, goes to the one that stands, and offers to take it back for ten seconds. */
function useMerge(actions: MergePreviewProps["actions"], onDone: () => void) {
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const undo = async (merged: { id: string; version: number; keys: string[] }) => {
    const answer = await attempt(actions.splitEntity(merged));
    if (answer.ok) router.push(`/desk/entities/${answer.value.id}`);
    else toast.error(`It could not be undone. ${answer.error.message}`);
  };
  const merge = async (goes: EntityLine, stands: EntityLine) => {
    if (pending) return;
    setPending(true);
    const into = { id: stands.id, version: stands.version };
    const answer = await attempt(actions.mergeEntities({ id: goes.id, version: goes.version, into }));
    setPending(false);
    if (!answer.ok) return setFailure(answer.error);
    onDone();
    router.push(`/desk/entities/${stands.id}`);
    router.refresh();
    toast(`“${goes.name}” is ${stands.name} now.`, {
      duration: 10_000,
      action: { label: "Undo", onClick: () => void undo(answer.value) },
    });
  };
  return { merge, pending, failure };
}
