import Link from "next/link";
import { DueLine } from "@/components/desk/due-line";
import { WorkflowWord } from "@/components/desk/issue-state";
import { subjectOf } from "@/components/desk/running-order-words";
import type { WorkLine } from "@/lib/workflow/schema";

/** What this person sees through and is not approved, by due date. Nothing to see through: not there. */
export function MyWork({ lines }: { lines: WorkLine[] }) {
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby="my-work" className="mb-8">
      <h2 id="my-work" className="mb-2 flex items-baseline justify-between gap-3 font-semibold">
        My work
        <Link href="/desk/board?who=me" className="link text-sm font-normal text-quiet">
          On the board
        </Link>
      </h2>
      <ul className="overflow-clip rounded-card border border-hair bg-paper text-sm">
        {lines.map((line) => (
          <li
            key={line.id}
            className="relative flex flex-wrap items-baseline gap-x-4 gap-y-0.5 border-t border-hair px-4 py-2.5 first:border-t-0 hover:bg-desk"
          >
            <Link
              href={line.what === "issue" ? `/desk/issues/${line.id}` : `/desk/stories/${line.id}`}
              className="min-w-40 flex-1 font-medium [overflow-wrap:anywhere] after:absolute after:inset-0"
            >
              {line.what === "issue" ? line.title : subjectOf(line.title)}
            </Link>
            <span className="text-quiet">
              {line.what === "story" ? (line.issueName ?? "Backlog") : "Issue"}
            </span>
            <span className="md:w-24">
              <WorkflowWord state={line.workflowState} />
            </span>
            <span className="text-quiet md:w-32 md:text-right">
              {line.dueOn ? <DueLine work={line} /> : "No day set"}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
