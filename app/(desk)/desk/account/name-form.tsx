"use client";

import { useActionState } from "react";
import { toast } from "sonner";
import { attempt, type Failure, fieldError, formError } from "@/components/desk/attempt";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { rename } from "./actions";

interface State {
  name: string;
  failure?: Failure;
}

async function send(_: State, form: FormData): Promise<State> {
  const name = String(form.get("name") ?? "");
  const answer = await attempt(rename({ name }));
  if (!answer.ok) return { name, failure: answer.error };
  toast("Your name is saved");
  return { name: answer.value.name };
}

/** One's own name, as colleagues and readers see it. */
export function NameForm({ name }: { name: string }) {
  const [state, submit, pending] = useActionState(send, { name });
  const error = formError(state.failure);
  return (
    <form action={submit} className="grid gap-4">
      {error ? <Notice kind="error">{error}</Notice> : null}
      <Field
        label="Your name"
        hint="As colleagues see it beside your stories."
        error={fieldError(state.failure, "name")}
      >
        {(control) => (
          <Input
            {...control}
            key={state.name}
            name="name"
            autoComplete="name"
            required
            maxLength={120}
            defaultValue={state.name}
          />
        )}
      </Field>
      <Button type="submit" pending={pending} className="justify-self-start">
        Save the name
      </Button>
    </form>
  );
}
