"use client";

import { getSession, signIn, signOut } from "next-auth/react";
import { useActionState, useEffect, useSyncExternalStore } from "react";
import { saveAfterSignIn, useSignedOut } from "@/components/desk/unsaved";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { refusalSentence, UNAVAILABLE } from "@/lib/auth/refusals";

const WRONG = "This e-mail address and password do not belong together. Check both and try again.";
const SOMEBODY_ELSE =
  "That is somebody else’s account, and the words on this page are yours: they are kept here. Sign in as yourself.";

let asked = false;
const listeners = new Set<() => void>();

function ask(open: boolean) {
  asked = open;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Opens the dialog again after it was closed. */
export function askToSignIn(): void {
  ask(true);
}

interface State {
  email: string;
  error?: string;
}

async function send(actorId: string, form: FormData): Promise<State> {
  const email = String(form.get("email") ?? "");
  const answer = await signIn("password", { email, password: form.get("password"), redirect: false }).catch(
    () => undefined,
  );
  if (!answer?.ok || answer.error)
    return { email, error: refusalSentence(answer?.error ?? UNAVAILABLE, WRONG) };
  const session = await getSession();
  if (session && session.contributorId !== actorId) {
    await signOut({ redirect: false });
    return { email, error: SOMEBODY_ELSE };
  }
  ask(false);
  saveAfterSignIn();
  return { email };
}

/**
 * Asks to sign in again as soon as a save was refused for want of it, over the page and without leaving it, then saves
 * what waited. It can be put off: the words stay where they are, and beside them a button opens it again.
 */
export function SignInAgain({ actorId }: { actorId: string }) {
  const signedOut = useSignedOut();
  const open = useSyncExternalStore(
    subscribe,
    () => asked,
    () => false,
  );
  useEffect(() => {
    ask(signedOut);
  }, [signedOut]);
  return (
    <Dialog
      title="Sign in again"
      description="Your session has ended. What you typed is still on this page and is saved once you are signed in."
      open={open}
      onOpenChange={ask}
    >
      <Form actorId={actorId} />
    </Dialog>
  );
}

function Form({ actorId }: { actorId: string }) {
  const [state, submit, pending] = useActionState<State, FormData>((_, form) => send(actorId, form), {
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
      <p className="text-sm text-quiet">
        No password?{" "}
        <a className="link" href="/sign-in" target="_blank" rel="noreferrer">
          Open your one-time link in a new tab
        </a>
        , then come back: this page saves by itself.
      </p>
      <DialogActions>
        <Button type="submit" variant="primary" pending={pending}>
          Sign in and save
        </Button>
      </DialogActions>
    </form>
  );
}
