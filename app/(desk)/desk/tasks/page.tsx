import type { Metadata } from "next";
import Link from "next/link";
import { dayAndTime } from "@/components/desk/dates";
import { RefreshOnChange } from "@/components/desk/sources/refresh-on-change";
import { TaskList } from "@/components/desk/tasks/task-list";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { requireDeskActor } from "@/lib/auth/session";
import { can } from "@/lib/policy";
import { countOpenTasks, lastLookAt, listTasks } from "@/lib/tasks/queries";
import { fetchSource } from "../sources/actions";
import { endTask, reopenTask, takeNewAddress } from "./actions";

export const metadata: Metadata = { title: "Tasks" };

const actions = { endTask, reopenTask, takeNewAddress, fetchSource };

type Show = "open" | "ended";

/** What the checks of sources found that a person has to look at: `?show=ended` for what was done. */
export default async function Tasks({
  searchParams,
}: {
  searchParams: Promise<{ show?: string | string[] }>;
}) {
  const actor = await requireDeskActor();
  const show: Show = (await searchParams).show === "ended" ? "ended" : "open";
  const [tasks, open, lastLook] = await Promise.all([
    listTasks(actor, { show }),
    countOpenTasks(actor),
    lastLookAt(actor),
  ]);
  return (
    <main className="mx-auto max-w-4xl px-4 py-8">
      <div className="mb-6 flex flex-wrap items-end justify-between gap-3">
        <div>
          <h1 className="font-serif text-2xl font-medium">Tasks</h1>
          <p className="text-quiet">
            Every source that a story cites is read again each day.{" "}
            {lastLook ? `The last look was on ${dayAndTime(lastLook)}.` : "None was read yet."}
          </p>
        </div>
        <Tabs show={show} open={open} />
      </div>
      {tasks.length > 0 ? (
        <TaskList key={show} tasks={tasks} show={show} mayEnd={can(actor, "task.end")} actions={actions} />
      ) : (
        <Nothing show={show} lastLook={lastLook} />
      )}
      <RefreshOnChange what={["tasks", "source"]} />
    </main>
  );
}

function Tabs({ show, open }: { show: Show; open: number }) {
  const tab = (each: Show, label: string) => (
    <Link
      href={each === "open" ? "/desk/tasks" : "/desk/tasks?show=ended"}
      aria-current={show === each ? "page" : undefined}
      className="flex min-h-8 items-center rounded-[5px] px-3 text-sm aria-[current]:bg-paper aria-[current]:font-semibold aria-[current]:shadow-[0_0_0_1px_var(--color-hair)]"
    >
      {label}
    </Link>
  );
  return (
    <nav aria-label="Which tasks" className="flex gap-0.5 rounded-control bg-wash p-0.5">
      {tab("open", open > 0 ? `Open, ${open}` : "Open")}
      {tab("ended", "Ended")}
    </nav>
  );
}

function Nothing({ show, lastLook }: { show: Show; lastLook: string | null }) {
  if (show === "ended") {
    return (
      <EmptyState title="No task has ended yet">
        What is done, or well again by itself, stands here.
      </EmptyState>
    );
  }
  const way = (
    <Link href="/desk/sources" className={buttonClass()}>
      All sources
    </Link>
  );
  return (
    <EmptyState title={lastLook ? "All is well" : "Nothing to do yet"} action={way}>
      {lastLook
        ? `Every page that was looked at is where it was and says what it said, or somebody has seen to it. The last look was on ${dayAndTime(lastLook)}.`
        : "Once a story cites a source, its page is read every day. What changes on it becomes a task here."}
    </EmptyState>
  );
}
