"use client";

import { Plus } from "lucide-react";
import { type Opening, StartDialog } from "@/components/desk/start-dialog";
import { Button } from "@/components/ui/button";
import type { Result } from "@/lib/errors";

export type AddStory = (input: { sectionId: null; headline: string }) => Promise<Result<{ id: string }>>;

/** The button that asks for a headline, starts the story and opens it. */
export function NewBacklogStory({ addStory }: { addStory: AddStory }) {
  const trigger = (
    <Button variant="primary">
      <Plus aria-hidden size={15} />
      New story
    </Button>
  );
  return <NewStoryDialog addStory={addStory} trigger={trigger} />;
}

/** Asks for a headline, starts the story in the backlog and opens it. */
export function NewStoryDialog({ addStory, ...opening }: Opening & { addStory: AddStory }) {
  return (
    <StartDialog
      {...opening}
      title="New story"
      label="Headline"
      hint="Usually “subject — angle”; it can change later."
      maxLength={300}
      start={(headline) => addStory({ sectionId: null, headline })}
      addressOf={(id) => `/desk/stories/${id}`}
    />
  );
}
