"use client";

import type { EntityActions } from "@/components/desk/entities/entity-actions";
import { kindOfChoice, kindWord } from "@/components/desk/entities/entity-words";
import { KindSelect } from "@/components/desk/entities/kind-select";
import { useEntityForm } from "@/components/desk/entities/use-entity-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { StandingEntity } from "@/lib/entities/lock";
import type { EntityDetail } from "@/lib/entities/schema";

interface EntityFormProps extends Pick<EntityActions, "editEntity"> {
  entity: EntityDetail;
}

/** What an entity is called and what it is. Somebody else's change of its other names is no matter; of these, both are shown. */
export function EntityForm({ entity, editEntity }: EntityFormProps) {
  const isReady = useHydrated();
  const { shown, type, theirs, ...form } = useEntityForm(entity, editEntity);
  return (
    <form
      onSubmit={form.submit}
      noValidate
      aria-label="What it is"
      className="grid gap-3 rounded-card border border-hair bg-paper p-4"
    >
      <Field label="Name" error={theirs ? undefined : form.message}>
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
      {theirs ? <Changed theirs={theirs} /> : null}
      {form.isTyped ? (
        <div className="flex flex-wrap justify-end gap-2">
          <Button size="sm" variant="quiet" onClick={form.leave}>
            {theirs ? "Keep theirs" : "Cancel"}
          </Button>
          <Button size="sm" variant="primary" type="submit" pending={form.pending}>
            {theirs ? "Save mine" : "Save"}
          </Button>
        </div>
      ) : null}
    </form>
  );
}

/** What somebody else made of the two fields meanwhile. */
function Changed({ theirs }: { theirs: StandingEntity }) {
  return (
    <p role="alert" className="text-sm text-line">
      <span aria-hidden>▲ </span>
      Somebody else changed it meanwhile: <q className="text-ink">{theirs.name}</q>, kind:{" "}
      {kindWord(theirs.kind).toLowerCase()}. Yours is in the fields.
    </p>
  );
}
