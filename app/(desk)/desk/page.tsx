import type { Metadata } from "next";
import Link from "next/link";
import { IssueTable } from "@/components/desk/issue-table";
import { MyWork } from "@/components/desk/my-work";
import { NewIssue } from "@/components/desk/new-issue";
import { OpenTasks } from "@/components/desk/tasks/open-tasks";
import { TrashLink } from "@/components/desk/trash-link";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { requireDeskActor } from "@/lib/auth/session";
import { listIssues } from "@/lib/issues/queries";
import { can } from "@/lib/policy";
import { countOpenTasks } from "@/lib/tasks/queries";
import { listMyWork } from "@/lib/workflow/queries";
import { createIssue, restoreIssue, trashIssue } from "./actions";

export const metadata: Metadata = { title: "Issues" };

/** Every issue with its state: what is in the works first, then what was published. */
export default async function Issues() {
  const actor = await requireDeskActor();
  const [issues, work, tasks] = await Promise.all([
    listIssues(actor),
    listMyWork(actor),
    countOpenTasks(actor),
  ]);
  const ways = (
    <>
      {issues.length > 0 ? (
        <Link href="/desk/board" className={buttonClass()}>
          Board
        </Link>
      ) : null}
      {can(actor, "issue.import") ? (
        <Link href="/desk/import" className={buttonClass()}>
          Import
        </Link>
      ) : null}
      {can(actor, "issue.create") ? <NewIssue createIssue={createIssue} /> : null}
    </>
  );
  if (issues.length === 0) {
    return (
      <main>
        <h1 className="sr-only">Issues</h1>
        <div className="mx-auto max-w-5xl px-4 pt-8 empty:hidden">
          <MyWork lines={work} />
          <OpenTasks count={tasks} />
        </div>
        <EmptyState title="No issue yet" action={ways}>
          {can(actor, "issue.create")
            ? "Start the first one, or import a digest that is already written: plain text or Markdown."
            : "Editors start issues. Until then your stories can wait in the backlog."}
        </EmptyState>
        <div className="grid justify-center">
          <TrashLink />
        </div>
      </main>
    );
  }
  return (
    <main className="mx-auto max-w-5xl px-4 py-8">
      <div className="mb-6 flex flex-wrap items-center justify-between gap-3">
        <h1 className="font-serif text-2xl font-medium">Issues</h1>
        <div className="flex gap-2">{ways}</div>
      </div>
      <MyWork lines={work} />
      <OpenTasks count={tasks} />
      <IssueTable
        issues={issues}
        canRemove={can(actor, "issue.trash")}
        trashIssue={trashIssue}
        restoreIssue={restoreIssue}
      />
      <TrashLink />
    </main>
  );
}
