"use client";

import { useRouter } from "next/navigation";
import { signIn } from "next-auth/react";
import { useActionState } from "react";
import { toast } from "sonner";
import { attempt, type Failure, fieldError, formError } from "@/components/desk/attempt";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { PASSWORD_MIN } from "@/lib/contributors/schema";
import { choosePassword } from "./actions";

interface Props {
  email: string;
  asksCurrent: boolean;
}

/** A new password. It ends every session, this one included, so this page signs in again with it at once. */
export function PasswordForm({ email, asksCurrent }: Props) {
  const router = useRouter();
  const send = async (_: Failure | undefined, form: FormData): Promise<Failure | undefined> => {
    const password = String(form.get("password") ?? "");
    const currentPassword = asksCurrent ? String(form.get("current") ?? "") : undefined;
    const answer = await attempt(choosePassword({ password, currentPassword }));
    if (!answer.ok) return answer.error;
    const again = await signIn("password", { email, password, redirect: false }).catch(() => undefined);
    if (!again?.ok) window.location.assign("/sign-in?next=/desk/account");
    toast("Your password is saved. Other devices are signed out.");
    router.replace("/desk/account");
    router.refresh();
    return undefined;
  };
  const [failure, submit, pending] = useActionState(send, undefined);
  const error = formError(failure);
  return (
    <form action={submit} className="grid gap-4">
      {error ? <Notice kind="error">{error}</Notice> : null}
      {/* For password managers: whose password this is. */}
      <input type="hidden" name="username" autoComplete="username" value={email} />
      {asksCurrent ? (
        <Field
          label="Current password"
          hint="Forgotten? Ask an admin for a one-time link; for 15 minutes after it you are not asked for this."
          error={fieldError(failure, "currentPassword")}
        >
          {(control) => (
            <Input {...control} name="current" type="password" autoComplete="current-password" required />
          )}
        </Field>
      ) : null}
      <Field
        label="New password"
        hint={`At least ${PASSWORD_MIN} characters. A sentence of your own is easy to remember and hard to guess. Nothing else is asked: no digits, no signs.`}
        error={fieldError(failure, "password")}
      >
        {(control) => (
          <Input
            {...control}
            name="password"
            type="password"
            autoComplete="new-password"
            required
            minLength={PASSWORD_MIN}
          />
        )}
      </Field>
      <Button type="submit" variant="primary" pending={pending} className="justify-self-start">
        Save the password
      </Button>
    </form>
  );
}
