"use client";

import { useId, useRef } from "react";
import { DueLine } from "@/components/desk/due-line";
import { useSettled } from "@/components/desk/use-settled";
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
  const field = useSettled(assignee?.id ?? "", (chosen) => void onAssign({ assigneeId: chosen || null }));
  // An arrow chooses whoever is next, who is told of it: the keys go on to the one that is meant.
  const byKey = useRef(false);
  return (
    <div>
      <Select
        id={id}
        className="py-1 text-sm"
        disabled={!useHydrated()}
        value={field.shown}
        onPointerDown={() => {
          byKey.current = false;
        }}
        onKeyDown={({ key }) => {
          byKey.current = true;
          if (key === "Enter") field.settle(field.shown);
        }}
        onChange={({ target }) =>
          byKey.current ? field.pass(target.value, true) : field.settle(target.value)
        }
        onBlur={() => field.settle(field.shown)}
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

interface DueDayProps {
  id: string;
  dueOn: string | null;
  onSet: (day: string | null) => void;
}

function DueDay({ id, dueOn, onSet }: DueDayProps) {
  const field = useSettled(dueOn ?? "", (day) => onSet(day || null));
  return (
    <Input
      id={id}
      type="date"
      className="py-1 text-sm"
      min="1900-01-01"
      max="2199-12-31"
      readOnly={!useHydrated()}
      value={field.shown}
      // While a year is being typed it is the year 2, 20, 202: not a day to save.
      onChange={({ target }) => field.pass(target.value, target.validity.valid)}
      onBlur={({ target }) => field.isPassing && target.validity.valid && field.settle(target.value)}
      onKeyDown={({ key, currentTarget }) => key === "Enter" && field.settle(currentTarget.value)}
    />
  );
}
