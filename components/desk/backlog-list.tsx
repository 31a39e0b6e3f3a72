"use client";

import { useState } from "react";
import { toast } from "sonner";
import { attempt } from "@/components/desk/attempt";
import { BACKLOG_SORTS, type BacklogSort, orderBacklog } from "@/components/desk/backlog-order";
import { BacklogRow } from "@/components/desk/backlog-row";
import { useCommands } from "@/components/desk/commands";
import { type IssueChoice, type ListSections, PlaceStoryDialog } from "@/components/desk/place-story-dialog";
import { subjectOf } from "@/components/desk/running-order-words";
import { Button } from "@/components/ui/button";
import { Input, Select } from "@/components/ui/input";
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
  const remove = async (story: WaitingStory) => {
    const answer = await attempt(deeds.removeStory({ id: story.id }));
    if (!answer.ok) return void toast.error(`${nameOf([story])} stays here. ${answer.error.message}`);
    undoable(`${nameOf([story])} removed.`, [() => deeds.restoreStory(answer.value.undo)]);
  };
  const place = async (sectionId: string, where: string) => {
    const answer = await attempt(deeds.placeStories({ ids: placing.map(({ id }) => id), sectionId }));
    if (!answer.ok) return answer.error.message;
    setPlacing([]);
    setChosen(new Set());
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
  const toggle = (id: string) => setChosen((held) => new Set(held).symmetricDifference(new Set([id])));
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <Input
          type="search"
          aria-label="Filter by headline or author"
          placeholder="Filter by headline or author"
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
          className="min-w-40 flex-1 basis-48"
        />
        <Select
          aria-label="Sort"
          value={sort}
          onChange={(event) => setSort(event.target.value as BacklogSort)}
          className="w-auto!"
        >
          {Object.entries(BACKLOG_SORTS).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
      </div>
      {mayPlace ? (
        <div className="mb-2 flex min-h-9 flex-wrap items-center gap-3 px-4 text-sm">
          <label className="flex min-h-8 items-center gap-3">
            <input
              type="checkbox"
              className="size-4 accent-(--color-ink)"
              checked={shown.length > 0 && picked.length === shown.length}
              disabled={shown.length === 0}
              onChange={(event) => setChosen(new Set(event.target.checked ? shown.map(({ id }) => id) : []))}
            />
            <span aria-live="polite">{picked.length > 0 ? `${picked.length} selected` : "Select all"}</span>
          </label>
          <Button
            size="sm"
            className="ml-auto"
            disabled={picked.length === 0}
            onClick={() => setPlacing(picked)}
          >
            Move to issue…
          </Button>
        </div>
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
