"use client";

import { signIn } from "next-auth/react";
import { type ReactNode, useActionState } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { refusalSentence, UNAVAILABLE } from "@/lib/auth/refusals";

const WRONG = "This e-mail address and password do not belong together. Check both and try again.";

interface State {
  email: string;
  error?: string;
  /** Signed in; what comes next is on its way. */
  done?: boolean;
}

/** Told once the server has signed somebody in; answers a sentence where that may not stand, else null. */
type SignedIn = () => Promise<string | null>;

async function send(signedIn: SignedIn, form: FormData): Promise<State> {
  const email = String(form.get("email") ?? "");
  const answer = await signIn("password", { email, password: form.get("password"), redirect: false }).catch(
    () => undefined,
  );
  if (!answer?.ok || answer.error)
    return { email, error: refusalSentence(answer?.error ?? UNAVAILABLE, WRONG) };
  const error = await signedIn();
  return error === null ? { email, done: true } : { email, error };
}

interface CredentialsFormProps {
  onSignedIn: SignedIn;
  /** What stands under the fields, the button among it. */
  children(pending: boolean): ReactNode;
}

/** E-mail and password. The typed e-mail address survives a refusal; the password does not. */
export function CredentialsForm({ onSignedIn, children }: CredentialsFormProps) {
  const [state, submit, pending] = useActionState<State, FormData>((_, form) => send(onSignedIn, form), {
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
      {children(pending || state.done === true)}
    </form>
  );
}
