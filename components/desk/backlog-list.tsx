"use client";

import { useState } from "react";
import { toast } from "sonner";
import { attempt } from "@/components/desk/attempt";
import { BacklogFilter, Selection } from "@/components/desk/backlog-filter";
import { type BacklogSort, orderBacklog } from "@/components/desk/backlog-order";
import { BacklogRow } from "@/components/desk/backlog-row";
import { useCommands } from "@/components/desk/commands";
import { type IssueChoice, type ListSections, PlaceStoryDialog } from "@/components/desk/place-story-dialog";
import { subjectOf } from "@/components/desk/running-order-words";
import type { Result } from "@/lib/errors";
import { type Actor, can } from "@/lib/policy";
import type { WaitingStory } from "@/lib/stories/backlog-schema";
import type { StoryUndo } from "@/lib/stories/schema";

interface BacklogDeeds {
  listSections: ListSections;
  placeStories(input: { ids: string[]; sectionId: string }): Promise<Result<unknown>>;
  unplaceStory(input: { id: string }): Promise<Result<unknown>>;
  removeStory(input: { id: string }): Promise<Result<{ undo: StoryUndo }>>;
  restoreStory(input: StoryUndo): Promise<Result<unknown>>;
}

interface BacklogListProps {
  stories: WaitingStory[];
  issues: IssueChoice[];
  actor: Actor;
  deeds: BacklogDeeds;
  /** The moment from which waits are counted, in milliseconds. */
  now: number;
}

const undoable = (told: string, undos: (() => Promise<Result<unknown>>)[]) =>
  toast(told, {
    duration: 10_000,
    action: {
      label: "Undo",
      onClick: async () => {
        for (const undo of undos) {
          const answer = await attempt(undo());
          if (!answer.ok) toast.error(`It could not be undone. ${answer.error.message}`);
        }
      },
    },
  });

const nameOf = (stories: readonly WaitingStory[]) =>
  stories.length === 1 ? `“${subjectOf(stories[0]?.headline ?? "")}”` : `${stories.length} stories`;

/** What is done with waiting stories; each deed can be undone from its message. `placing` are those that are to be put into an issue. */
function deedsOn(deeds: BacklogDeeds, placing: WaitingStory[], onPlaced: () => void) {
  const remove = async (story: WaitingStory) => {
    const answer = await attempt(deeds.removeStory({ id: story.id }));
    if (!answer.ok) return void toast.error(`${nameOf([story])} stays here. ${answer.error.message}`);
    undoable(`${nameOf([story])} removed.`, [() => deeds.restoreStory(answer.value.undo)]);
  };
  const place = async (sectionId: string, where: string) => {
    const answer = await attempt(deeds.placeStories({ ids: placing.map(({ id }) => id), sectionId }));
    if (!answer.ok) return answer.error.message;
    onPlaced();
    undoable(
      `${nameOf(placing)} ${placing.length === 1 ? "is" : "are"} in ${where} now.`,
      placing.map(
        ({ id }) =>
          () =>
            deeds.unplaceStory({ id }),
      ),
    );
    return null;
  };
  return { remove, place };
}

/** The stories that wait: found by words, sorted, and moved, one or several at once. */
export function BacklogList({ stories, issues, actor, deeds, now }: BacklogListProps) {
  const [filter, setFilter] = useState("");
  const [sort, setSort] = useState<BacklogSort>("changed");
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [placing, setPlacing] = useState<WaitingStory[]>([]);
  const mayPlace = can(actor, "issue.arrange");
  const shown = orderBacklog(stories, filter, sort);
  const picked = shown.filter((story) => chosen.has(story.id));
  useCommands([
    {
      id: "place-chosen",
      title: "Move the selected stories to an issue…",
      group: "This page",
      enabled: mayPlace && picked.length > 0,
      run: () => setPlacing(picked),
    },
  ]);
  const { remove, place } = deedsOn(deeds, placing, () => {
    setPlacing([]);
    setChosen(new Set());
  });
  const toggle = (id: string) => setChosen((held) => new Set(held).symmetricDifference(new Set([id])));
  return (
    <>
      <BacklogFilter {...{ filter, setFilter, sort, setSort }} />
      {mayPlace ? (
        <Selection
          count={picked.length}
          of={shown.length}
          onAll={(all) => setChosen(new Set(all ? shown.map(({ id }) => id) : []))}
          onPlace={() => setPlacing(picked)}
        />
      ) : null}
      {shown.length === 0 ? (
        <p className="rounded-card border border-hair bg-paper px-4 py-8 text-center text-quiet">
          No waiting story has these words in its headline or author.
        </p>
      ) : (
        <ul aria-label="Waiting stories" className="rounded-card border border-hair bg-paper">
          {shown.map((story) => (
            <BacklogRow
              key={story.id}
              story={story}
              now={now}
              chosen={chosen.has(story.id)}
              onChoose={mayPlace ? () => toggle(story.id) : null}
              onPlace={mayPlace ? () => setPlacing([story]) : null}
              onRemove={
                can(actor, "story.remove", { ownerId: story.authorId }) ? () => void remove(story) : null
              }
            />
          ))}
        </ul>
      )}
      <PlaceStoryDialog
        name={placing.length > 0 ? nameOf(placing) : null}
        issues={issues}
        listSections={deeds.listSections}
        onPlace={place}
        onClose={() => setPlacing([])}
      />
    </>
  );
}
