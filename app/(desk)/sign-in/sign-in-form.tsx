"use client";

import { signIn } from "next-auth/react";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { refusalSentence, UNAVAILABLE } from "@/lib/auth/refusals";

const WRONG = "This e-mail address and password do not belong together. Check both and try again.";

interface State {
  email: string;
  error?: string;
  /** The page that comes next is being loaded. */
  done?: boolean;
}

async function send(next: string, form: FormData): Promise<State> {
  const email = String(form.get("email") ?? "");
  const answer = await signIn("password", { email, password: form.get("password"), redirect: false }).catch(
    () => undefined,
  );
  if (!answer?.ok || answer.error)
    return { email, error: refusalSentence(answer?.error ?? UNAVAILABLE, WRONG) };
  window.location.assign(next);
  return { email, done: true };
}

/** `next`: a checked path of this site. The typed e-mail address survives a refusal; the password does not. */
export function SignInForm({ next }: { next: string }) {
  const [state, submit, pending] = useActionState<State, FormData>((_, form) => send(next, form), {
    email: "",
  });
  return (
    <form action={submit} className="grid gap-4">
      {state.error && !pending ? <Notice kind="error">{state.error}</Notice> : null}
      <Field label="E-mail">
        {(control) => (
          <Input
            {...control}
            key={state.email}
            name="email"
            type="email"
            autoComplete="username"
            required
            maxLength={254}
            defaultValue={state.email}
          />
        )}
      </Field>
      <Field label="Password">
        {(control) => (
          <Input {...control} name="password" type="password" autoComplete="current-password" required />
        )}
      </Field>
      <Button type="submit" variant="primary" pending={pending || state.done === true} className="mt-1">
        Sign in
      </Button>
    </form>
  );
}
