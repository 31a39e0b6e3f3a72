"use client";

import { signIn } from "next-auth/react";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { refusalSentence, UNAVAILABLE } from "@/lib/auth/refusals";

const GONE = "This link has just been used or has expired. Ask an admin for a new one.";

interface State {
  error?: string;
  done?: boolean;
}

/** Uses the link up and goes on to `next`. */
export function RedeemForm({ token, name, next }: { token: string; name: string; next: string }) {
  const redeem = async (): Promise<State> => {
    const answer = await signIn("link", { token, redirect: false }).catch(() => undefined);
    if (!answer?.ok || answer.error) return { error: refusalSentence(answer?.error ?? UNAVAILABLE, GONE) };
    window.location.assign(next);
    return { done: true };
  };
  const [state, submit, pending] = useActionState<State>(redeem, {});
  return (
    <form action={submit} className="grid gap-4">
      {state.error && !pending ? <Notice kind="error">{state.error}</Notice> : null}
      <Button
        type="submit"
        variant="primary"
        pending={pending || state.done === true}
        className="whitespace-normal"
      >
        Sign in as {name}
      </Button>
    </form>
  );
}
