"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { EntityActions } from "@/components/desk/entities/entity-actions";
import { kindOfChoice } from "@/components/desk/entities/entity-words";
import { KindSelect } from "@/components/desk/entities/kind-select";
import { useSending } from "@/components/desk/use-sending";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useHydrated } from "@/components/ui/use-hydrated";

/** Adds an entity that speaks nowhere yet, and goes to its page. */
export function AddEntity({ createEntity }: Pick<EntityActions, "createEntity">) {
  const isReady = useHydrated();
  const router = useRouter();
  const [name, setName] = useState("");
  const [kind, setKind] = useState("product");
  const { submit, pending, failure } = useSending(
    () => createEntity({ name, kind: kindOfChoice(kind) }),
    ({ id }) => router.push(`/desk/entities/${id}`),
  );
  return (
    <form onSubmit={submit} noValidate className="mb-6 rounded-card border border-hair bg-paper p-4 sm:p-5">
      <Field
        label="Add an entity"
        hint="Speakers come by themselves. Add what never speaks, such as a product: readers get a page of it."
        error={failure?.message}
      >
        {(control) => (
          <div className="flex flex-wrap gap-2">
            <Input
              {...control}
              autoComplete="off"
              placeholder="Its name"
              maxLength={300}
              readOnly={!isReady}
              value={name}
              onChange={(event) => setName(event.target.value)}
              className="min-w-0 flex-1 basis-56"
            />
            <KindSelect
              aria-label="Kind of the new one"
              value={kind}
              disabled={!isReady}
              onChange={(event) => setKind(event.target.value)}
              className="max-w-40"
            />
            <Button type="submit" variant="primary" pending={pending}>
              Add
            </Button>
          </div>
        )}
      </Field>
    </form>
  );
}
