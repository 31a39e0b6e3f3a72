import Link from "next/link";
import { shortDate } from "@/components/desk/dates";
import { bareAddress } from "@/components/desk/sources/source-lines";
import { SourcePlaces } from "@/components/desk/sources/source-places";
import { TASK_WORDS } from "@/components/desk/tasks/task-words";
import { Button, buttonClass } from "@/components/ui/button";
import type { TaskLine } from "@/lib/tasks/schema";

export interface TaskDeeds {
  done(task: TaskLine): void;
  reopen(task: TaskLine): void;
  read(task: TaskLine): void;
  takeAddress(task: TaskLine): void;
}

interface TaskCardProps {
  task: TaskLine;
  /** Which of its deeds is under way. */
  busy: keyof TaskDeeds | null;
  mayEnd: boolean;
  deeds: TaskDeeds;
}

/** One task: what was found, about which source, where that is cited, and what can be done. */
export function TaskCard({ task, ...rest }: TaskCardProps) {
  const { source, places, claim, sentence, createdAt } = task;
  return (
    <li
      data-task={task.id}
      tabIndex={-1}
      className="border-t border-hair px-4 py-3 first:border-t-0 focus-visible:outline-offset-[-2px]"
    >
      <p className="flex flex-wrap items-baseline gap-x-3">
        <Link
          href={`/desk/sources/${source.id}`}
          prefetch={false}
          className="link min-w-0 leading-6 font-medium [overflow-wrap:anywhere]"
        >
          {source.title}
        </Link>
        {source.publisher ? <span className="text-quiet">{source.publisher}</span> : null}
        <span className="text-sm text-quiet sm:ml-auto">
          {task.ended ? null : "since "}
          <time dateTime={createdAt}>{shortDate(createdAt)}</time>
        </span>
      </p>
      <p className="text-sm text-pretty">{sentence}</p>
      {claim ? <Quoted claim={claim} /> : null}
      <p className="mt-1 text-sm text-quiet">
        {places.length > 0 ? <SourcePlaces places={places} /> : "Cited by no story any more"}
      </p>
      {task.ended ? <Ended task={task} {...rest} /> : <Ways task={task} {...rest} />}
    </li>
  );
}

function Quoted({ claim }: { claim: NonNullable<TaskLine["claim"]> }) {
  return (
    <dl className="my-2 grid gap-x-4 gap-y-1 border-l-2 border-edge pl-3 text-sm sm:grid-cols-[7rem_minmax(0,1fr)]">
      <dt className="text-quiet">The claim</dt>
      <dd className="[overflow-wrap:anywhere]">{claim.text}</dd>
      <dt className="text-quiet">The page said</dt>
      <dd className="font-serif text-lg [overflow-wrap:anywhere]">{claim.exact}</dd>
    </dl>
  );
}

/** What changed since the passage was read, or since the look before. */
function comparison({ source, claim, kind }: TaskLine): string | null {
  if (kind !== "sourceDrifted" && kind !== "quotationGone") return null;
  const page = `/desk/sources/${source.id}/compare`;
  return claim ? `${page}?before=${claim.snapshotId}` : page;
}

function Ways({ task, busy, mayEnd, deeds }: TaskCardProps) {
  const { source, kind } = task;
  const compare = comparison(task);
  return (
    <div className="mt-2 flex flex-wrap items-center gap-2">
      {compare ? (
        <Link href={compare} prefetch={false} className={buttonClass({ size: "sm" })}>
          What changed
        </Link>
      ) : null}
      {kind === "sourceMoved" && source.movedTo && mayEnd ? (
        <Button size="sm" pending={busy === "takeAddress"} onClick={() => deeds.takeAddress(task)}>
          Use the new address
        </Button>
      ) : null}
      {source.url ? (
        <>
          <Button size="sm" pending={busy === "read"} onClick={() => deeds.read(task)}>
            Read it now
          </Button>
          <a
            href={source.url}
            target="_blank"
            rel="noreferrer"
            className="link max-w-full truncate text-sm leading-6 text-quiet"
          >
            {bareAddress(source.url)}
          </a>
        </>
      ) : null}
      {mayEnd ? (
        <Button
          size="sm"
          variant="primary"
          className="ml-auto"
          pending={busy === "done"}
          onClick={() => deeds.done(task)}
        >
          Done
        </Button>
      ) : null}
    </div>
  );
}

function Ended({ task, busy, mayEnd, deeds }: TaskCardProps) {
  const { ended, endedAt, doneBy, kind } = task;
  const how = ended === "done" ? `Done by ${doneBy ?? "somebody"}` : "Well again by itself";
  return (
    <div className="mt-1 flex flex-wrap items-center gap-3 text-sm text-quiet">
      <span>
        {TASK_WORDS[kind].title} · {how}
        {endedAt ? `, ${shortDate(endedAt)}` : null}
      </span>
      {mayEnd && ended === "done" ? (
        <Button size="sm" className="ml-auto" pending={busy === "reopen"} onClick={() => deeds.reopen(task)}>
          Open it again
        </Button>
      ) : null}
    </div>
  );
}
