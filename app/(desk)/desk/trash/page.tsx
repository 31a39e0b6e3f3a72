import type { Metadata } from "next";
import Link from "next/link";
import { TrashList } from "@/components/desk/trash-list";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { requireDeskActor } from "@/lib/auth/session";
import { listTrash } from "@/lib/trash/queries";
import { eraseIssue, eraseStory, restoreTrashedIssue, restoreTrashedStory } from "./actions";

export const metadata: Metadata = { title: "Trash" };

/** Stories and issues that were removed, until somebody restores them or an admin erases them. */
export default async function Trash() {
  const actor = await requireDeskActor();
  const things = await listTrash(actor);
  const ways = (
    <>
      <Link href="/desk" className={buttonClass()}>
        All issues
      </Link>
      <Link href="/desk/backlog" className={buttonClass()}>
        Backlog
      </Link>
    </>
  );
  return (
    <main className="mx-auto max-w-3xl px-4 py-8">
      <h1 className="font-serif text-2xl font-medium">Trash</h1>
      <p className="mt-1 mb-6 max-w-prose text-pretty text-quiet">
        Removed stories and issues stay here until somebody restores them. An issue that readers have is never
        among them: it cannot be removed, and what they read stays as it is.
      </p>
      {things.length === 0 ? (
        <EmptyState title="Nothing was removed" action={ways}>
          What you remove from an issue or from the backlog waits here, and can be brought back.
        </EmptyState>
      ) : (
        <TrashList
          things={things}
          deeds={{ restoreTrashedStory, restoreTrashedIssue, eraseStory, eraseIssue }}
        />
      )}
    </main>
  );
}
