"use client";

import { Plus } from "lucide-react";
import { type Opening, StartDialog } from "@/components/desk/start-dialog";
import { Button } from "@/components/ui/button";
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

/** Asks for a title, starts the issue and opens it. */
export function NewIssueDialog({ createIssue, ...opening }: Opening & { createIssue: CreateIssue }) {
  return (
    <StartDialog
      {...opening}
      title="New issue"
      description="A working title is enough; everything can change later."
      label="Title"
      maxLength={200}
      start={(title) => createIssue({ title })}
      addressOf={(id) => `/desk/issues/${id}`}
    />
  );
}
