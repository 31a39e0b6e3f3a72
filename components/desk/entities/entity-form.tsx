"use client";

import { type FormEvent, useState } from "react";
import { attempt, type Failure } from "@/components/desk/attempt";
import type { EntityActions } from "@/components/desk/entities/entity-actions";
import { kindOfChoice, kindWord } from "@/components/desk/entities/entity-words";
import { KindSelect } from "@/components/desk/entities/kind-select";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { StandingEntity } from "@/lib/entities/lock";
import type { EntityDetail, EntityKind } from "@/lib/entities/schema";

/** What is typed and not saved, and what stood when it was begun. */
interface Typed {
  name: string;
  kind: EntityKind | null;
  base: StandingEntity;
}

interface EntityFormProps extends Pick<EntityActions, "editEntity"> {
  entity: EntityDetail;
}

/** The fields as they stand, where a conflict tells them. */
const conflictOf = (failure: Failure | undefined) =>
  failure?.code === "conflict" && failure.details ? (failure.details as StandingEntity) : null;

/** What an entity is called and what it is. Somebody else's change of its other names is no matter; of these, both are shown. */
export function EntityForm({ entity, editEntity }: EntityFormProps) {
  const { id, version, name, kind } = entity;
  const isReady = useHydrated();
  const [typed, setTyped] = useState<Typed | null>(null);
  const [failure, setFailure] = useState<Failure>();
  const [pending, setPending] = useState(false);
  const theirs = conflictOf(failure);
  const shown = typed ?? { name, kind, base: { version, name, kind } };
  const type = (changes: Partial<Pick<Typed, "name" | "kind">>) => setTyped({ ...shown, ...changes });
  const leave = () => {
    setTyped(null);
    setFailure(undefined);
  };
  const save = async (at: number): Promise<void> => {
    const { base } = shown;
    const changes = {
      ...(shown.name !== base.name && { name: shown.name }),
      ...(shown.kind !== base.kind && { kind: shown.kind }),
    };
    const answer = await attempt(editEntity({ id, version: at, ...changes }));
    if (answer.ok) return leave();
    const now = conflictOf(answer.error);
    if (now && at < now.version && now.name === base.name && now.kind === base.kind) return save(now.version);
    setFailure(answer.error);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (pending || typed === null) return;
    setPending(true);
    await save(theirs?.version ?? shown.base.version);
    setPending(false);
  };
  return (
    <form
      onSubmit={submit}
      noValidate
      aria-label="What it is"
      className="grid gap-3 rounded-card border border-hair bg-paper p-4"
    >
      <Field label="Name" error={theirs ? undefined : failure?.message}>
        {(control) => (
          <Input
            {...control}
            autoComplete="off"
            maxLength={300}
            readOnly={!isReady}
            value={shown.name}
            onChange={(event) => type({ name: event.target.value })}
          />
        )}
      </Field>
      <Field label="Kind">
        {(control) => (
          <KindSelect
            {...control}
            disabled={!isReady}
            value={shown.kind ?? ""}
            onChange={(event) => type({ kind: kindOfChoice(event.target.value) })}
          />
        )}
      </Field>
      {theirs ? (
        <p role="alert" className="text-sm text-line">
          <span aria-hidden>▲ </span>
          Somebody else changed it meanwhile: <q className="text-ink">{theirs.name}</q>, kind:{" "}
          {kindWord(theirs.kind).toLowerCase()}. Yours is in the fields.
        </p>
      ) : null}
      {typed ? (
        <div className="flex flex-wrap justify-end gap-2">
          <Button size="sm" variant="quiet" onClick={leave}>
            {theirs ? "Keep theirs" : "Cancel"}
          </Button>
          <Button size="sm" variant="primary" type="submit" pending={pending}>
            {theirs ? "Save mine" : "Save"}
          </Button>
        </div>
      ) : null}
    </form>
  );
}
