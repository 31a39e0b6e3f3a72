"use client";

import { Command } from "cmdk";
import { useEffect, useState } from "react";
import { type Attempt, attempt } from "@/components/desk/attempt";
import type { PlanningActions } from "@/components/desk/planning-actions";
import { Dialog } from "@/components/ui/dialog";
import type { PublishedStory } from "@/lib/stories/follows-schema";

interface FollowsPickerProps {
  open: boolean;
  /** The story itself, which is not offered. */
  self: string;
  findPublished: PlanningActions["findPublished"];
  onPick: (story: PublishedStory) => Promise<void>;
  onClose: () => void;
}

/** Picks a published story by its headline. */
export function FollowsPicker({ open, onClose, ...rest }: FollowsPickerProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => next || onClose()}
      title="Which story does it follow up?"
      description="Readers are led from this story to the one you choose."
    >
      <Choice {...rest} />
    </Dialog>
  );
}

/** Milliseconds of rest before a question is sent. */
const PAUSE = 150;

function usePublished(query: string, find: PlanningActions["findPublished"]) {
  const [found, setFound] = useState<Attempt<PublishedStory[]> | null>(null);
  useEffect(() => {
    let wanted = true;
    const timer = setTimeout(() => {
      void attempt(find({ query })).then((answer) => wanted && setFound(answer));
    }, PAUSE);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [query, find]);
  return found;
}

function Choice({ self, findPublished, onPick }: Omit<FollowsPickerProps, "open" | "onClose">) {
  const [query, setQuery] = useState("");
  const found = usePublished(query, findPublished);
  const stories = found?.ok ? found.value.filter((story) => story.id !== self) : [];
  return (
    <Command label="Published stories" shouldFilter={false} loop>
      <Command.Input
        value={query}
        onValueChange={setQuery}
        maxLength={500}
        placeholder="Words of its headline"
        className="min-h-9 w-full rounded-control border border-edge bg-paper px-2.5 py-1.5 text-base placeholder:text-quiet max-sm:text-[1rem]"
      />
      <Command.List label="Published stories" className="mt-2 h-64 overflow-y-auto overscroll-contain">
        {stories.map((story) => (
          <Command.Item
            key={story.id}
            value={story.id}
            onSelect={() => void onPick(story)}
            className="flex min-h-10 cursor-pointer flex-wrap items-center justify-between gap-x-3 rounded-control px-2.5 py-1.5 text-sm data-[selected=true]:bg-wash"
          >
            <span>{story.headline}</span>
            <span className="text-xs text-quiet">
              Issue {story.issueNumber}, story {story.number}
            </span>
          </Command.Item>
        ))}
      </Command.List>
      <p role="status" className="min-h-5 text-xs text-quiet">
        {found === null
          ? "Reading…"
          : found.ok
            ? stories.length === 0
              ? "No published story has these words in its headline."
              : ""
            : found.error.message}
      </p>
    </Command>
  );
}
