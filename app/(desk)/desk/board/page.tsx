import type { Metadata } from "next";
import Link from "next/link";
import { Suspense } from "react";
import { Board } from "@/components/desk/board";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { requireDeskActor } from "@/lib/auth/session";
import { listColleagues, readBoard as read } from "@/lib/workflow/queries";
import { approve, askForReview, assign, readBoard, sendBackToDrafting } from "./actions";

export const metadata: Metadata = { title: "Board" };

/** The board of everything that readers do not have yet: every issue in the works, and the backlog. */
export default async function WholeBoard() {
  const actor = await requireDeskActor();
  const [board, colleagues] = await Promise.all([read(actor, { issueId: null }), listColleagues(actor)]);
  return (
    <main className="mx-auto max-w-6xl px-3 py-6 sm:px-4">
      <h1 className="font-serif text-2xl font-medium">Board</h1>
      <p className="mt-1 mb-5 text-quiet">Every story that readers do not have yet.</p>
      <Suspense>
        <Board
          board={board}
          actor={actor}
          colleagues={colleagues}
          actions={{ approve, askForReview, assign, readBoard, sendBackToDrafting }}
          empty={
            <EmptyState
              title="No story in the works"
              action={
                <Link href="/desk/backlog" className={buttonClass()}>
                  To the backlog
                </Link>
              }
            >
              Stories of issues that are not published, and those of the backlog, stand here.
            </EmptyState>
          }
        />
      </Suspense>
    </main>
  );
}
