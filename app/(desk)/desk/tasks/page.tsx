import type { Metadata } from "next";
import Link from "next/link";
import { dayAndTime } from "@/components/desk/dates";
import { DueForecasts } from "@/components/desk/forecasts/due-forecasts";
import { SettledForecasts } from "@/components/desk/forecasts/settled-forecasts";
import { RefreshOnChange } from "@/components/desk/sources/refresh-on-change";
import { TaskList } from "@/components/desk/tasks/task-list";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { requireDeskActor } from "@/lib/auth/session";
import { dayOf } from "@/lib/dates";
import { listDraftChoices, listOpenForecasts, listSettledForecasts } from "@/lib/forecasts/queries";
import { type Actor, can } from "@/lib/policy";
import { countOpenTasks, lastLookAt, listTasks } from "@/lib/tasks/queries";
import { fetchSource } from "../sources/actions";
import { endTask, reopenTask, takeNewAddress } from "./actions";
import {
  findSettlingPassage,
  findSources,
  reopenForecast,
  resolveForecast,
  takeUpForecast,
} from "./forecast-actions";

export const metadata: Metadata = { title: "Tasks" };

const actions = { endTask, reopenTask, takeNewAddress, fetchSource };
const forecastActions = { resolveForecast, reopenForecast, takeUpForecast, findSettlingPassage, findSources };

type Show = "open" | "ended";

/** What a person has to look at: forecasts that are due, and what the checks of sources found. `?show=ended` for what was done. */
export default async function Tasks({
  searchParams,
}: {
  searchParams: Promise<{ show?: string | string[] }>;
}) {
  const actor = await requireDeskActor();
  const show: Show = (await searchParams).show === "ended" ? "ended" : "open";
  const today = dayOf(new Date());
  const [tasks, open, lastLook, forecasts] = await Promise.all([
    listTasks(actor, { show }),
    countOpenTasks(actor, today),
    lastLookAt(actor),
    show === "open" ? openForecasts(actor, today) : settledForecasts(actor),
  ]);
  return (
    <main className="mx-auto max-w-4xl px-4 py-8">
      <div className="mb-6 flex flex-wrap items-end justify-between gap-3">
        <div>
          <h1 className="font-serif text-2xl font-medium">Tasks</h1>
          <p className="text-quiet">
            Forecasts come here on their day. Every source that a story cites is read again each day.{" "}
            {lastLook ? `The last look was on ${dayAndTime(lastLook)}.` : "None was read yet."}
          </p>
        </div>
        <Tabs show={show} open={open} />
      </div>
      <TaskList key={show} tasks={tasks} show={show} mayEnd={can(actor, "task.end")} actions={actions}>
        {tasks.length > 0 || forecasts.isTask ? null : <Nothing show={show} lastLook={lastLook} />}
        {forecasts.list}
      </TaskList>
      <RefreshOnChange what={["tasks", "source"]} />
    </main>
  );
}

async function openForecasts(actor: Actor, today: string) {
  const [forecasts, drafts] = await Promise.all([listOpenForecasts(actor, today), listDraftChoices(actor)]);
  const list = <DueForecasts {...{ forecasts, drafts, today, actor }} actions={forecastActions} />;
  return { list, isTask: forecasts.due.length > 0 };
}

async function settledForecasts(actor: Actor) {
  const forecasts = await listSettledForecasts(actor);
  const mayReopen = can(actor, "forecast.resolve");
  const list = <SettledForecasts {...{ forecasts, mayReopen }} actions={forecastActions} />;
  return { list, isTask: forecasts.length > 0 };
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
