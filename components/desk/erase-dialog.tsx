"use client";

import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import { attempt, type Failure, fieldError, formError } from "@/components/desk/attempt";
import { nameOfTrashed } from "@/components/desk/trash-words";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import type { Result } from "@/lib/errors";
import { nameToType, type Trashed } from "@/lib/trash/schema";

interface EraseDialogProps {
  /** What is about to be erased; null while nothing is. */
  thing: Trashed | null;
  erase(input: { id: string; typed: string }): Promise<Result<void>>;
  onClose(): void;
  onErased(): void;
}

/** The one deed on the desk that cannot be undone: it asks for the name of what goes. */
export function EraseDialog({ thing, erase, onClose, onErased }: EraseDialogProps) {
  if (thing === null) return null;
  const what = thing.kind === "issue" ? lostWithIssue(thing.stories) : LOST_WITH_STORY;
  return (
    <Dialog
      title={`Erase ${nameOfTrashed(thing)} for good?`}
      description={`${what} This cannot be undone.`}
      open
      onOpenChange={(open) => !open && onClose()}
    >
      <EraseForm key={thing.id} thing={thing} erase={erase} onClose={onClose} onErased={onErased} />
    </Dialog>
  );
}

const LOST_WITH_STORY =
  "Its text, all its versions, its claims and comments are deleted. Sources stay: other stories may use them.";

function lostWithIssue(stories: number): string {
  const inside = stories === 0 ? "" : stories === 1 ? ", the story in it" : `, the ${stories} stories in it`;
  return `Its own words, its sections${inside} and all their versions are deleted. Sources stay.`;
}

type EraseFormProps = EraseDialogProps & { thing: Trashed };

function EraseForm({ thing, erase, onClose, onErased }: EraseFormProps) {
  const [typed, setTyped] = useState("");
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setPending(true);
    const answer = await attempt(erase({ id: thing.id, typed }));
    setPending(false);
    if (!answer.ok) return setFailure(answer.error);
    onClose();
    onErased();
    toast(`${nameOfTrashed(thing)} is erased.`);
  };
  const trouble = formError(failure);
  return (
    <form onSubmit={send} className="grid gap-4">
      {trouble ? <Notice kind="error">{trouble}</Notice> : null}
      <Field label={`Type “${nameToType(thing.title)}” to go on`} error={fieldError(failure, "typed")}>
        {(control) => (
          <Input
            {...control}
            autoComplete="off"
            spellCheck={false}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
      <DialogActions>
        <Button onClick={onClose}>Keep it</Button>
        <Button type="submit" variant="danger" pending={pending}>
          Erase for good
        </Button>
      </DialogActions>
    </form>
  );
}
