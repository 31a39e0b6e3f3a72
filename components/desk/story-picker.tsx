"use client";

import { Command } from "cmdk";
import { useCallback, useState } from "react";
import { PickField, PickLine, PickState } from "@/components/desk/pick-list";
import { useAnswer } from "@/components/desk/use-answer";
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

type ChoiceProps<T extends Pickable> = Omit<
  StoryPickerProps<T>,
  "open" | "title" | "description" | "onClose"
>;

function Choice<T extends Pickable>({ find, whereOf, nothing, without, onPick }: ChoiceProps<T>) {
  const [query, setQuery] = useState("");
  const ask = useCallback(() => find({ query }), [query, find]);
  const found = useAnswer(ask);
  const stories = found?.ok ? found.value.filter(({ id }) => id !== without) : [];
  const [marked, setMarked] = useState("");
  // Other answers come while one types: Enter takes the first of them unless another was gone to.
  const chosen = stories.some(({ id }) => id === marked) ? marked : (stories[0]?.id ?? "");
  const told = found === null ? "Reading…" : found.ok ? nothing(query) : found.error.message;
  return (
    <Command label="Stories" shouldFilter={false} loop value={chosen} onValueChange={setMarked}>
      <PickField value={query} onValueChange={setQuery} maxLength={500} placeholder="Words of its headline" />
      <Command.List label="Stories" className="mt-2 h-64 overflow-y-auto overscroll-contain">
        {stories.map((story) => (
          <PickLine key={story.id} value={story.id} onSelect={() => onPick(story)} remark={whereOf(story)}>
            {story.headline}
          </PickLine>
        ))}
      </Command.List>
      <PickState>{stories.length > 0 ? "" : told}</PickState>
    </Command>
  );
}
