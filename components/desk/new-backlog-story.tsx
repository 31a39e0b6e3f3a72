"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { attempt } from "@/components/desk/attempt";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { Result } from "@/lib/errors";

type AddStory = (input: { sectionId: null; headline: string }) => Promise<Result<{ id: string }>>;

/** Asks for a headline, starts the story and opens it. */
export function NewBacklogStory({ addStory }: { addStory: AddStory }) {
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<string>();
  const add = async (form: FormData) => {
    setPending(true);
    const answer = await attempt(addStory({ sectionId: null, headline: String(form.get("headline")) }));
    if (answer.ok) return router.push(`/desk/stories/${answer.value.id}`);
    setPending(false);
    setError(answer.error.message);
  };
  const trigger = (
    <Button variant="primary">
      <Plus aria-hidden size={15} />
      New story
    </Button>
  );
  return (
    <Dialog title="New story" trigger={trigger}>
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
