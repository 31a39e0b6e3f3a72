"use client";

import { Command } from "cmdk";
import { useCallback, useState } from "react";
import type { EntityActions } from "@/components/desk/entities/entity-actions";
import { kindWord, speaksIn } from "@/components/desk/entities/entity-words";
import { MergePreview } from "@/components/desk/entities/merge-preview";
import { PickField, PickLine, PickState } from "@/components/desk/pick-list";
import { useAnswer } from "@/components/desk/use-answer";
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

interface ChoiceProps extends Pick<EntityActions, "findEntities"> {
  entity: EntityLine;
  onPick(other: EntityLine): void;
}

function Choice({ entity, findEntities, onPick }: ChoiceProps) {
  const [query, setQuery] = useState("");
  const ask = useCallback(() => findEntities({ query, except: entity.id }), [query, entity.id, findEntities]);
  const found = useAnswer(ask);
  const others = found?.ok ? found.value : [];
  const told = found === null ? "Reading…" : found.ok ? "No entity has such a name." : found.error.message;
  const [marked, setMarked] = useState("");
  // Enter takes the likeliest one until the arrows mark another: what is found comes later than the list asks for its first.
  const current = others.some(({ id }) => id === marked) ? marked : (others[0]?.id ?? "");
  return (
    <Command label="Entities" shouldFilter={false} loop value={current} onValueChange={setMarked}>
      <PickField value={query} onValueChange={setQuery} maxLength={200} placeholder="Any of its names" />
      <Command.List label="Entities" className="mt-2 h-64 overflow-y-auto overscroll-contain">
        {others.map((other) => (
          <PickLine
            key={other.id}
            value={other.id}
            onSelect={() => onPick(other)}
            remark={
              <>
                {kindWord(other.kind)} · {speaksIn(other)}
              </>
            }
          >
            {other.name}
            {other.otherNames.length > 0 ? (
              <span className="text-quiet"> · {other.otherNames.join(", ")}</span>
            ) : null}
          </PickLine>
        ))}
      </Command.List>
      <PickState>{others.length > 0 ? "" : told}</PickState>
    </Command>
  );
}
