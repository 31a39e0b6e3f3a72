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

export type CreateIssue = (input: { title: string }) => Promise<Result<{ id: string; slug: string }>>;

/** The button that asks for a title, starts the issue and opens it. */
export function NewIssue({ createIssue }: { createIssue: CreateIssue }) {
  const trigger = (
    <Button variant="primary">
      <Plus aria-hidden size={15} />
      New issue
    </Button>
  );
  return <NewIssueDialog createIssue={createIssue} trigger={trigger} />;
}

interface NewIssueDialogProps {
  createIssue: CreateIssue;
  /** The button that opens it, or who holds whether it is open. */
  trigger?: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
}

/** Asks for a title, starts the issue and opens it. */
export function NewIssueDialog({ createIssue, ...dialog }: NewIssueDialogProps) {
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<string>();
  const create = async (form: FormData) => {
    setPending(true);
    const answer = await attempt(createIssue({ title: String(form.get("title")) }));
    if (answer.ok) {
      dialog.onOpenChange?.(false);
      return router.push(`/desk/issues/${answer.value.id}`);
    }
    setPending(false);
    setError(answer.error.message);
  };
  return (
    <Dialog
      title="New issue"
      description="A working title is enough; everything can change later."
      {...dialog}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void create(new FormData(event.currentTarget));
        }}
      >
        <Field label="Title" error={error}>
          {(control) => <Input {...control} name="title" autoComplete="off" maxLength={200} required />}
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
