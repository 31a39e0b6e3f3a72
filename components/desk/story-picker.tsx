"use client";

import { Command } from "cmdk";
import { useEffect, useState } from "react";
import { type Attempt, attempt } from "@/components/desk/attempt";
import { Dialog } from "@/components/ui/dialog";
import type { Result } from "@/lib/errors";

interface Pickable {
  id: string;
  headline: string;
}

interface StoryPickerProps<T extends Pickable> {
  open: boolean;
  title: string;
  description: string;
  /** Asked anew whenever it is another function, so it has to stay the same from render to render. */
  find: (input: { query: string }) => Promise<Result<T[]>>;
  /** Tells stories of one headline apart. */
  whereOf: (story: T) => string;
  /** What is said where no story was found. */
  nothing: (query: string) => string;
  /** A story that is not offered. */
  without?: string;
  onPick: (story: T) => void;
  onClose: () => void;
}

/** Picks a story by its headline. */
export function StoryPicker<T extends Pickable>(props: StoryPickerProps<T>) {
  const { open, title, description, onClose, ...choice } = props;
  return (
    <Dialog open={open} onOpenChange={(next) => next || onClose()} title={title} description={description}>
      <Choice {...choice} />
    </Dialog>
  );
}

/** Milliseconds of rest before a question is sent. */
const PAUSE = 150;

/** Null until there is a first answer; it stays while the next one is waited for. */
function useFound<T>(query: string, find: (input: { query: string }) => Promise<Result<T[]>>) {
  const [found, setFound] = useState<Attempt<T[]> | null>(null);
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

type ChoiceProps<T extends Pickable> = Omit<
  StoryPickerProps<T>,
  "open" | "title" | "description" | "onClose"
>;

function Choice<T extends Pickable>({ find, whereOf, nothing, without, onPick }: ChoiceProps<T>) {
  const [query, setQuery] = useState("");
  const found = useFound(query, find);
  const stories = found?.ok ? found.value.filter(({ id }) => id !== without) : [];
  const told = found === null ? "Reading…" : found.ok ? nothing(query) : found.error.message;
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
            <span className="text-xs text-quiet">{whereOf(story)}</span>
          </Command.Item>
        ))}
      </Command.List>
      <p role="status" className="min-h-5 text-xs text-quiet">
        {stories.length > 0 ? "" : told}
      </p>
    </Command>
  );
}
