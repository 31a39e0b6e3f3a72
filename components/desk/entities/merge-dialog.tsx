"use client";

import { Command } from "cmdk";
import { useEffect, useState } from "react";
import { type Attempt, attempt } from "@/components/desk/attempt";
import type { EntityActions } from "@/components/desk/entities/entity-actions";
import { kindWord, speaksIn } from "@/components/desk/entities/entity-words";
import { MergePreview } from "@/components/desk/entities/merge-preview";
import { Dialog } from "@/components/ui/dialog";
import type { EntityLine } from "@/lib/entities/schema";

export interface MergeDialogProps {
  entity: EntityLine;
  /** The other one, where it is chosen already. */
  suggested: EntityLine | null;
  open: boolean;
  onOpenChange(open: boolean): void;
  actions: Pick<EntityActions, "countMergedStories" | "findEntities" | "mergeEntities" | "splitEntity">;
}

/** Says that an entity is the same as another: choose the other one, see what moves, merge. */
export function MergeDialog({ entity, suggested, open, onOpenChange, actions }: MergeDialogProps) {
  const [chosen, setChosen] = useState<EntityLine | null>(null);
  const other = chosen ?? suggested;
  const change = (isOpen: boolean) => {
    setChosen(null);
    onOpenChange(isOpen);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={change}
      title={other ? "Are they the same?" : `What is “${entity.name}” the same as?`}
      description={
        other
          ? "All claims by either count for the one that stands, in past issues too."
          : "Nothing changes before you have seen what would move."
      }
    >
      {other ? (
        <MergePreview
          key={other.id}
          {...{ entity, other, actions }}
          onBack={suggested ? null : () => setChosen(null)}
          onDone={() => change(false)}
        />
      ) : (
        <Choice entity={entity} findEntities={actions.findEntities} onPick={setChosen} />
      )}
    </Dialog>
  );
}

/** Milliseconds of rest before a question is sent. */
const PAUSE = 150;

function useFound(query: string, except: string, find: EntityActions["findEntities"]) {
  const [found, setFound] = useState<Attempt<EntityLine[]> | null>(null);
  useEffect(() => {
    let wanted = true;
    const timer = setTimeout(() => {
      void attempt(find({ query, except })).then((answer) => wanted && setFound(answer));
    }, PAUSE);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [query, except, find]);
  return found;
}

interface ChoiceProps extends Pick<EntityActions, "findEntities"> {
  entity: EntityLine;
  onPick(other: EntityLine): void;
}

function Choice({ entity, findEntities, onPick }: ChoiceProps) {
  const [query, setQuery] = useState("");
  const found = useFound(query, entity.id, findEntities);
  const others = found?.ok ? found.value : [];
  const [marked, setMarked] = useState("");
  // Enter takes the likeliest one until the arrows mark another: what is found comes later than the list asks for its first.
  const current = others.some(({ id }) => id === marked) ? marked : (others[0]?.id ?? "");
  return (
    <Command label="Entities" shouldFilter={false} loop value={current} onValueChange={setMarked}>
      <Command.Input
        value={query}
        onValueChange={setQuery}
        maxLength={200}
        placeholder="Any of its names"
        className="min-h-9 w-full rounded-control border border-edge bg-paper px-2.5 py-1.5 text-base placeholder:text-quiet max-sm:text-[1rem]"
      />
      <Command.List label="Entities" className="mt-2 h-64 overflow-y-auto overscroll-contain">
        {others.map((other) => (
          <Command.Item
            key={other.id}
            value={other.id}
            onSelect={() => onPick(other)}
            className="flex min-h-10 cursor-pointer flex-wrap items-center justify-between gap-x-3 rounded-control px-2.5 py-1.5 text-sm data-[selected=true]:bg-wash"
          >
            <span className="[overflow-wrap:anywhere]">
              {other.name}
              {other.otherNames.length > 0 ? (
                <span className="text-quiet"> · {other.otherNames.join(", ")}</span>
              ) : null}
            </span>
            <span className="text-xs text-quiet">
              {kindWord(other.kind)} · {speaksIn(other)}
            </span>
          </Command.Item>
        ))}
      </Command.List>
      <p role="status" className="min-h-5 text-xs text-quiet">
        {found === null
          ? "Reading…"
          : found.ok
            ? others.length > 0
              ? ""
              : "No entity has such a name."
            : found.error.message}
      </p>
    </Command>
  );
}
