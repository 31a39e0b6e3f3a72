"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { attempt } from "@/components/desk/attempt";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
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

interface NewStoryDialogProps {
  addStory: AddStory;
  /** The button that opens it, or who holds whether it is open. */
  trigger?: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
}

/** Asks for a headline, starts the story in the backlog and opens it. */
export function NewStoryDialog({ addStory, ...dialog }: NewStoryDialogProps) {
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<string>();
  const add = async (form: FormData) => {
    setPending(true);
    const answer = await attempt(addStory({ sectionId: null, headline: String(form.get("headline")) }));
    if (answer.ok) {
      dialog.onOpenChange?.(false);
      return router.push(`/desk/stories/${answer.value.id}`);
    }
    setPending(false);
    setError(answer.error.message);
  };
  return (
    <Dialog title="New story" {...dialog}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void add(new FormData(event.currentTarget));
        }}
      >
        <Field label="Headline" hint="Usually “subject — angle”; it can change later." error={error}>
          {(control) => <Input {...control} name="headline" autoComplete="off" maxLength={300} required />}
        </Field>
        <DialogActions>
          <Button variant="primary" type="submit" pending={pending}>
            Start it
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
