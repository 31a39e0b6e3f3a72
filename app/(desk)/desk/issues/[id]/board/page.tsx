import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache, Suspense } from "react";
import { Board } from "@/components/desk/board";
import { WorkflowWord } from "@/components/desk/issue-state";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { requireDeskActor } from "@/lib/auth/session";
import { issueIdInput } from "@/lib/issues/schema";
import type { Actor } from "@/lib/policy";
import { listColleagues, readBoard as read } from "@/lib/workflow/queries";
import { approve, askForReview, assign, readBoard, sendBackToDrafting } from "../../../board/actions";
import { orNotFound } from "../../../or-not-found";

interface Props {
  params: Promise<{ id: string }>;
}

const readOr404 = cache(async (actor: Actor, id: string) => {
  if (!issueIdInput.safeParse({ id }).success) notFound();
  const board = await read(actor, { issueId: id }).catch(orNotFound);
  return board.issue ? { board, issue: board.issue } : notFound();
});

const nameOf = ({ number, title }: { number: number | null; title: string }) =>
  number === null ? title : `Issue ${number}`;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const actor = await requireDeskActor();
  const { issue } = await readOr404(actor, (await params).id);
  return { title: `Board of ${nameOf(issue)}` };
}

/** The board of the week: every story of an issue by how far the work on it is. */
export default async function IssueBoard({ params }: Props) {
  const actor = await requireDeskActor();
  const { board, issue } = await readOr404(actor, (await params).id);
  const colleagues = await listColleagues(actor);
  const toIssue = `/desk/issues/${issue.id}`;
  return (
    <main className="mx-auto max-w-6xl px-3 py-6 sm:px-4">
      <p className="mb-1 text-sm">
        <Link href={toIssue} className="link inline-flex min-h-6 items-center">
          {nameOf(issue)}
        </Link>
        <span aria-hidden className="mx-2 text-quiet">
          /
        </span>
        <WorkflowWord state={issue.workflowState} />
      </p>
      <h1 className="mb-5 font-serif text-2xl font-medium text-balance">
        Board<span className="text-quiet max-sm:sr-only"> · {issue.title}</span>
      </h1>
      <Suspense>
        <Board
          key={issue.id}
          board={board}
          actor={actor}
          colleagues={colleagues}
          actions={{ approve, askForReview, assign, readBoard, sendBackToDrafting }}
          empty={
            <EmptyState
              title="No story in this issue yet"
              action={
                <Link href={toIssue} className={buttonClass()}>
                  To the issue
                </Link>
              }
            >
              Add the first one to its running order; it stands here then, under “Drafting”.
            </EmptyState>
          }
        />
      </Suspense>
    </main>
  );
}
