"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { attempt } from "@/components/desk/attempt";
import type { EntityActions } from "@/components/desk/entities/entity-actions";
import { useSending } from "@/components/desk/use-sending";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { EntityDetail, NameLine } from "@/lib/entities/schema";
import type { Result } from "@/lib/errors";

interface EntityNamesProps {
  entity: EntityDetail;
  mayEdit: boolean;
  actions: Pick<EntityActions, "addName" | "removeName" | "editEntity" | "splitEntity">;
}

/** Every name of an entity, how often it speaks by it, and what can be done with it. */
export function EntityNames({ entity, mayEdit, actions }: EntityNamesProps) {
  return (
    <div className="rounded-card border border-hair bg-paper">
      <ul aria-label="Names">
        {entity.names.map((line) => (
          <Name key={line.key} {...{ line, entity, mayEdit, actions }} />
        ))}
      </ul>
      {mayEdit ? <AddName entity={entity} addName={actions.addName} /> : null}
    </div>
  );
}

type OfName = EntityNamesProps & { line: NameLine };

const countOf = (claims: number) => (claims === 0 ? "" : claims === 1 ? "1 claim" : `${claims} claims`);

function Name({ line, ...rest }: OfName) {
  const { name, claims, isOwn } = line;
  const about = [isOwn ? "what it is called" : "", countOf(claims)].filter(Boolean).join(" · ");
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 gap-y-1 border-t border-hair px-4 py-2 first:border-t-0">
      <span className="min-w-0 leading-7 [overflow-wrap:anywhere]">{name}</span>
      <span className="text-sm text-quiet">{about}</span>
      {rest.mayEdit && !isOwn ? <Ways line={line} {...rest} /> : null}
    </li>
  );
}

/** What is done with a name; each says what came of it, and how to go on or back from there. */
function useNameDeeds({ line: { key, name }, entity: { id, version }, actions }: OfName) {
  const router = useRouter();
  const split = async () => {
    const answer = await actions.splitEntity({ id, version, keys: [key] });
    if (answer.ok) {
      const open = () => router.push(`/desk/entities/${answer.value.id}`);
      toast(`“${name}” is an entity of its own.`, {
        duration: 10_000,
        action: { label: "Open it", onClick: open },
      });
    }
    return answer;
  };
  const undo = async (at: number) => {
    const answer = await attempt(actions.addName({ id, version: at, name }));
    if (!answer.ok) toast.error(`It could not be undone. ${answer.error.message}`);
  };
  const remove = async () => {
    const answer = await actions.removeName({ id, version, key });
    if (answer.ok) {
      const { version: at } = answer.value;
      toast(`“${name}” is no name of it any more.`, {
        duration: 10_000,
        action: { label: "Undo", onClick: () => void undo(at) },
      });
    }
    return answer;
  };
  return { callSo: () => actions.editEntity({ id, version, name }), split, remove };
}

function Ways(props: OfName) {
  const { name, claims } = props.line;
  const [pending, setPending] = useState<string | null>(null);
  const isReady = useHydrated();
  const deeds = useNameDeeds(props);
  const run = (which: string, call: () => Promise<Result<unknown>>) => async () => {
    setPending(which);
    const answer = await attempt(call());
    setPending(null);
    if (!answer.ok) toast.error(`“${name}”: ${answer.error.message}`);
  };
  const button = (which: string, call: () => Promise<Result<unknown>>) => (
    <Button
      size="sm"
      variant="quiet"
      disabled={!isReady}
      pending={pending === which}
      aria-label={`${which}: ${name}`}
      onClick={run(which, call)}
    >
      {which}
    </Button>
  );
  return (
    <span className="ml-auto flex flex-wrap justify-end gap-1">
      {button("Call it so", deeds.callSo)}
      {button("Split off", deeds.split)}
      {claims === 0 ? button("Remove", deeds.remove) : null}
    </span>
  );
}

function AddName({
  entity: { id, version },
  addName,
}: Pick<EntityNamesProps, "entity"> & Pick<EntityActions, "addName">) {
  const [name, setName] = useState("");
  const isReady = useHydrated();
  const { submit, pending, failure } = useSending(
    () => addName({ id, version, name }),
    () => setName(""),
  );
  return (
    <form onSubmit={submit} noValidate className="border-t border-hair px-4 py-3">
      <Field
        label="Another name"
        hint="A short form, an earlier name, another spelling. Stories that name it so are about it."
        error={failure?.message}
      >
        {(control) => (
          <div className="flex flex-wrap gap-2">
            <Input
              {...control}
              autoComplete="off"
              maxLength={300}
              readOnly={!isReady}
              value={name}
              onChange={(event) => setName(event.target.value)}
              className="min-w-0 flex-1 basis-40"
            />
            <Button type="submit" pending={pending}>
              Add the name
            </Button>
          </div>
        )}
      </Field>
    </form>
  );
}
