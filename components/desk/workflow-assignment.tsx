"use client";

import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { DueLine } from "@/components/desk/due-line";
import type { WorkflowRoom, WorkItem } from "@/components/desk/use-work";
import { Button } from "@/components/ui/button";
import { Input, Select } from "@/components/ui/input";
import { useHydrated } from "@/components/ui/use-hydrated";
import { mayAssign, mayTake } from "@/lib/workflow/rules";

interface WorkflowAssignmentProps {
  item: WorkItem;
  room: WorkflowRoom;
  onAssign: (change: { assigneeId?: string | null; dueOn?: string | null }) => Promise<void>;
}

/** Who sees it through, and by which day. */
export function WorkflowAssignment({ item, room, onAssign }: WorkflowAssignmentProps) {
  const id = useId();
  const { actor } = room;
  const editable = mayAssign(actor);
  const takes = !editable && mayTake(actor, { ...item, assigneeId: item.assignee?.id ?? null });
  const isMine = item.assignee !== null && item.assignee.id === actor.id;
  return (
    <div className="mt-2 grid grid-cols-[4.5rem_minmax(0,1fr)] items-center gap-x-2 gap-y-1.5 border-t border-hair pt-2.5">
      <Label htmlFor={editable ? `${id}-assignee` : undefined}>Assignee</Label>
      {editable ? (
        <Assignee id={`${id}-assignee`} item={item} room={room} onAssign={onAssign} />
      ) : (
        <span className="flex min-h-8 items-center gap-2">
          <bdi className="min-w-0 flex-1 truncate">{item.assignee?.name ?? "Nobody yet"}</bdi>
          {takes ? (
            <Button size="sm" onClick={() => void onAssign({ assigneeId: isMine ? null : actor.id })}>
              {isMine ? "Give it back" : "Take it on"}
            </Button>
          ) : null}
        </span>
      )}
      <Label htmlFor={editable ? `${id}-due` : undefined}>Due</Label>
      {editable ? (
        <DueDay id={`${id}-due`} dueOn={item.dueOn} onSet={(dueOn) => void onAssign({ dueOn })} />
      ) : (
        <span>{item.dueOn ? <DueLine work={item} /> : "No day set"}</span>
      )}
      {editable && item.dueOn ? (
        <p className="col-start-2 text-xs text-quiet">
          <DueLine work={item} />
        </p>
      ) : null}
    </div>
  );
}

/** Labels only what can be set. */
function Label({ htmlFor, children }: { htmlFor: string | undefined; children: string }) {
  if (!htmlFor) return <span className="text-quiet">{children}</span>;
  return (
    <label htmlFor={htmlFor} className="text-quiet">
      {children}
    </label>
  );
}

/** Everyone who works here; whoever is assigned is in the list, also when suspended meanwhile. */
function Assignee({ id, item, room, onAssign }: WorkflowAssignmentProps & { id: string }) {
  const { assignee, what, ownerId } = item;
  const known = room.colleagues.some((person) => person.id === assignee?.id);
  const person = room.colleagues.find((each) => each.id === assignee?.id);
  const reads = person?.role === "contributor" && !(what === "story" && ownerId === person.id);
  return (
    <div>
      <Select
        id={id}
        className="py-1 text-sm"
        disabled={!useHydrated()}
        value={assignee?.id ?? ""}
        onChange={(event) => void onAssign({ assigneeId: event.target.value || null })}
      >
        <option value="">Nobody</option>
        {assignee && !known ? <option value={assignee.id}>{assignee.name}</option> : null}
        {room.colleagues.map(({ id: each, name }) => (
          <option key={each} value={each}>
            {name}
            {each === room.actor.id ? " (you)" : ""}
          </option>
        ))}
      </Select>
      {reads ? (
        <p className="mt-1 text-xs text-pretty text-quiet">
          <bdi>{person.name}</bdi> comments here, but does not write:{" "}
          {what === "story" ? "another wrote it" : "editors do"}.
        </p>
      ) : null}
    </div>
  );
}

/** Typing a date passes through other dates: it counts after a pause, on Enter, or when the field is left. */
const PAUSE_MS = 800;

function DueDay({
  id,
  dueOn,
  onSet,
}: {
  id: string;
  dueOn: string | null;
  onSet: (day: string | null) => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const timer = useRef(0);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  const settle = (value: string) => {
    window.clearTimeout(timer.current);
    setTyped(null);
    const day = value || null;
    if (day !== dueOn) onSet(day);
  };
  const change = (value: string, isWhole: boolean) => {
    setTyped(value);
    window.clearTimeout(timer.current);
    if (isWhole) timer.current = window.setTimeout(() => settle(value), PAUSE_MS);
  };
  const keys = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "Enter") settle(event.currentTarget.value);
  };
  return (
    <Input
      id={id}
      type="date"
      className="py-1 text-sm"
      min="1900-01-01"
      max="2199-12-31"
      readOnly={!useHydrated()}
      value={typed ?? dueOn ?? ""}
      // While a year is being typed it is the year 2, 20, 202: not a day to save.
      onChange={({ target }) => change(target.value, target.validity.valid)}
      onBlur={({ target }) => typed !== null && target.validity.valid && settle(target.value)}
      onKeyDown={keys}
    />
  );
}
