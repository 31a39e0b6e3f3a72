import { type FormEvent, useState } from "react";
import { attempt, type Failure } from "@/components/desk/attempt";
import type { EntityActions } from "@/components/desk/entities/entity-actions";
import type { StandingEntity } from "@/lib/entities/lock";
import type { EntityDetail, EntityKind } from "@/lib/entities/schema";

/** What is typed and not saved, and what stood when it was begun. */
interface Typed {
  name: string;
  kind: EntityKind | null;
  base: StandingEntity;
}

/** The fields as they stand, where a conflict tells them. */
const conflictOf = (failure: Failure | undefined) =>
  failure?.code === "conflict" && failure.details ? (failure.details as StandingEntity) : null;

/**
 * The name and the kind of an entity while they are typed. A save that meets another version is sent again where these two stand as
 * they were; else `theirs` says how they stand now, and both are shown.
 */
export function useEntityForm(entity: EntityDetail, editEntity: EntityActions["editEntity"]) {
  const { id, version, name, kind } = entity;
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
  return { shown, type, isTyped: typed !== null, theirs, message: failure?.message, pending, submit, leave };
}
