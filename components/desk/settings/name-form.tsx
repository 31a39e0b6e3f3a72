"use client";

import { useActionState } from "react";
import { toast } from "sonner";
import { type Failure, fieldError, formError } from "@/components/desk/attempt";
import type { Saved } from "@/components/desk/settings/settings-desk";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import type { PublicationSettings } from "@/lib/publication/schema";

interface Words {
  name: string;
  tagline: string;
}

interface NameFormProps {
  settings: PublicationSettings;
  mayEdit: boolean;
  save(words: Words): Promise<Saved>;
}

interface State {
  /** What was typed, where it could not be saved. */
  typed: Words | null;
  failure?: Failure;
}

/** What the publication is called, on every page that readers see. */
export function NameForm({ settings, mayEdit, save }: NameFormProps) {
  const send = async (_: State, form: FormData): Promise<State> => {
    const typed = { name: String(form.get("name")), tagline: String(form.get("tagline")) };
    const saved = await save(typed);
    if ("failure" in saved) return { typed, failure: saved.failure };
    toast("The name is saved. Readers see it with their next page.");
    return { typed: null };
  };
  const [{ typed, failure }, submit, pending] = useActionState(send, { typed: null });
  const error = formError(failure);
  const { name, tagline } = typed ?? settings;
  return (
    <section aria-labelledby="name-h" className="rounded-card border border-hair bg-paper p-4 sm:p-5">
      <h2 id="name-h" className="mb-3 font-serif text-xl font-medium">
        Name
      </h2>
      <form action={submit} className="grid gap-4">
        {error ? <Notice kind="error">{error}</Notice> : null}
        {failure?.code === "conflict" ? (
          <p className="text-sm text-quiet">
            It is called “{settings.name}” now; what you typed stands below, and saving again replaces that.
          </p>
        ) : null}
        <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]">
          <Field label="Name of the publication" error={fieldError(failure, "name")}>
            {(control) => (
              <Input
                {...control}
                key={name}
                name="name"
                defaultValue={name}
                maxLength={100}
                readOnly={!mayEdit}
              />
            )}
          </Field>
          <Field label="Tagline" error={fieldError(failure, "tagline")}>
            {(control) => (
              <Input
                {...control}
                key={tagline}
                name="tagline"
                defaultValue={tagline}
                maxLength={300}
                readOnly={!mayEdit}
              />
            )}
          </Field>
        </div>
        {mayEdit ? (
          <Button type="submit" pending={pending} className="justify-self-start">
            Save the name
          </Button>
        ) : null}
      </form>
    </section>
  );
}
