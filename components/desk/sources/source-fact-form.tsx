"use client";

import { type FormEvent, type KeyboardEvent, useState } from "react";
import { attempt, type Failure, fieldError, formError } from "@/components/desk/attempt";
import { FactControl } from "@/components/desk/sources/fact-control";
import type { Fact } from "@/components/desk/sources/source-fact-words";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import type { Result } from "@/lib/errors";
import type { EditedSource, SourceDetail } from "@/lib/sources/overview-schema";

export type EditSource = (
  input: { id: string; version: number } & Partial<Record<Fact["name"], string>>,
) => Promise<Result<unknown>>;

interface SourceFactFormProps {
  fact: Fact;
  source: SourceDetail;
  editSource: EditSource;
  onDone(): void;
}

/** One field of a source, to be typed. Somebody else's change of another field is no matter; of this one, both are shown. */
export function SourceFactForm({ fact, source, editSource, onDone }: SourceFactFormProps) {
  const { name, label, hint } = fact;
  const [base] = useState({ version: source.version, value: source[name] ?? "" });
  const [value, setValue] = useState(base.value);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const theirs = conflictOf(failure);
  const save = async (version: number): Promise<void> => {
    const answer = await attempt(editSource({ id: source.id, version, [name]: value }));
    if (answer.ok) return onDone();
    const now = conflictOf(answer.error);
    if (now && version < now.version && (now[name] ?? "") === base.value) return save(now.version);
    setFailure(answer.error);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (pending) return;
    setPending(true);
    await save(theirs?.version ?? base.version);
    setPending(false);
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === "Escape") onDone();
  };
  const error = fieldError(failure, name) ?? (theirs ? undefined : formError(failure));
  return (
    <form onSubmit={submit} onKeyDown={keys} noValidate aria-label={`Edit: ${label}`}>
      <Field label={label} hint={hint} error={error}>
        {(control) => <FactControl {...{ control, fact, value }} onChange={setValue} />}
      </Field>
      {theirs ? (
        <p role="alert" className="mt-2 text-line">
          <span aria-hidden>▲ </span>
          Somebody else changed it meanwhile: <q className="text-ink">{theirs[name] || "nothing"}</q>. Yours
          is in the field.
        </p>
      ) : null}
      <div className="mt-2 flex flex-wrap justify-end gap-2">
        <Button size="sm" variant="quiet" onClick={onDone}>
          {theirs ? "Keep theirs" : "Cancel"}
        </Button>
        <Button size="sm" variant="primary" type="submit" pending={pending}>
          {theirs ? "Save mine" : "Save"}
        </Button>
      </div>
    </form>
  );
}

/** The fields as they stand, where a conflict tells them. */
function conflictOf(failure: Failure | undefined): EditedSource | null {
  return failure?.code === "conflict" && failure.details ? (failure.details as EditedSource) : null;
}
