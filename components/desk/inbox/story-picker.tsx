"use client";

import { Command } from "cmdk";
import { useEffect, useState } from "react";
import { type Attempt, attempt } from "@/components/desk/attempt";
import type { FindStories } from "@/components/desk/inbox/inbox-actions";
import { Dialog } from "@/components/ui/dialog";
import type { StoryChoice } from "@/lib/inbox/schema";

interface StoryPickerProps {
  open: boolean;
  /** What is to be added, as one calls it. */
  name: string;
  findStories: FindStories;
  onPick: (story: StoryChoice) => void;
  onClose: () => void;
}

/** Picks a story, by its headline, that something is added to. */
export function StoryPicker({ open, name, onClose, ...rest }: StoryPickerProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => next || onClose()}
      title="Which story does it join?"
      description={`${name} becomes one of its sources.`}
    >
      <Choice {...rest} />
    </Dialog>
  );
}

/** Milliseconds of rest before a question is sent. */
const PAUSE = 150;

function useFound(query: string, find: FindStories) {
  const [found, setFound] = useState<Attempt<StoryChoice[]> | null>(null);
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

function Choice({ findStories, onPick }: Pick<StoryPickerProps, "findStories" | "onPick">) {
  const [query, setQuery] = useState("");
  const found = useFound(query, findStories);
  const stories = found?.ok ? found.value : [];
  return (
    <Command label="Stories" shouldFilter={false} loop>
      <Command.Input
        value={query}
        onValueChange={setQuery}
        maxLength={500}
        placeholder="Words of its headline"
        className="min-h-9 w-full rounded-control border border-edge bg-paper px-2.5 py-1.5 text-base placeholder:text-quiet max-sm:text-[1rem]"
      />
      <Command.List label="Stories" className="mt-2 h-64 overflow-y-auto overscroll-contain">
        {stories.map((story) => (
          <Command.Item
            key={story.id}
            value={story.id}
            onSelect={() => onPick(story)}
            className="flex min-h-10 cursor-pointer flex-wrap items-center justify-between gap-x-3 rounded-control px-2.5 py-1.5 text-sm data-[selected=true]:bg-wash"
          >
            <span className="[overflow-wrap:anywhere]">{story.headline}</span>
            <span className="text-xs text-quiet">{story.issueName ?? "Backlog"}</span>
          </Command.Item>
        ))}
      </Command.List>
      <p role="status" className="min-h-5 text-xs text-quiet">
        {found === null ? "Reading…" : found.ok ? nothing(stories, query) : found.error.message}
      </p>
    </Command>
  );
}

function nothing(stories: StoryChoice[], query: string): string {
  if (stories.length > 0) return "";
  return query.trim() === ""
    ? "There is no story yet that you can write in. Make a new one instead."
    : "No story that you can write in has these words in its headline.";
}
