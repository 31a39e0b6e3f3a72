"use client";

import { type FormEvent, useState } from "react";
import { attempt, type Failure } from "@/components/desk/attempt";
import type { RevisionDeeds } from "@/components/desk/revision-actions";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { RevisionLine } from "@/lib/revisions/schema";

interface NameVersionProps {
  line: RevisionLine;
  nameRevision: RevisionDeeds["nameRevision"];
}

/** Gives a version a name, so that it is found again and stays apart from what is written next. */
export function NameVersion({ line, nameRevision }: NameVersionProps) {
  const [open, setOpen] = useState(false);
  const [name, setName] = useState(line.name ?? "");
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const change = (isOpen: boolean) => {
    setOpen(isOpen);
    setFailure(undefined);
    if (isOpen) setName(line.name ?? "");
  };
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setPending(true);
    const answer = await attempt(nameRevision({ id: line.id, version: line.version, name }));
    setPending(false);
    if (answer.ok) setOpen(false);
    else setFailure(answer.error);
  };
  return (
    <Dialog
      title="Name this version"
      description="A named version stays as it is; what is written next becomes one of its own."
      trigger={<Button>{line.name ? "Rename…" : "Name…"}</Button>}
      open={open}
      onOpenChange={change}
    >
      <form onSubmit={send}>
        <Field label="Name" hint="Empty takes the name away." error={failure?.message}>
          {(control) => (
            <Input
              {...control}
              autoComplete="off"
              maxLength={120}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <DialogActions>
          <Button onClick={() => change(false)}>Cancel</Button>
          <Button type="submit" variant="primary" pending={pending}>
            Keep the name
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
