"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { linkToken } from "@/lib/contributors/schema";

/** The token in a pasted one-time link, whatever address it stands on; null when there is none. */
function tokenIn(pasted: string): string | null {
  const last = pasted.trim().split("/").at(-1)?.split(/[?#]/)[0];
  return linkToken.safeParse(last).success ? (last ?? null) : null;
}

/** For a link that came as text: in a terminal, in a message. */
export function PasteLink() {
  const router = useRouter();
  const [error, setError] = useState<string>();
  const open = (form: FormData) => {
    const token = tokenIn(String(form.get("link") ?? ""));
    if (token) router.push(`/sign-in/link/${token}`);
    else
      setError(
        "There is no sign-in link in this text. It ends with 43 letters and digits after /sign-in/link/.",
      );
  };
  return (
    <details className="mt-6 border-t border-hair pt-4 text-sm">
      <summary className="min-h-6 text-quiet hover:text-ink">Have a one-time link? Paste it</summary>
      <form action={open} className="mt-3 grid gap-3">
        <Field label="One-time link" error={error}>
          {(control) => <Input {...control} name="link" autoComplete="off" spellCheck={false} required />}
        </Field>
        <Button type="submit" className="justify-self-start">
          Open the link
        </Button>
      </form>
      <p className="mt-4 text-quiet">
        No link and no password? Any admin can make a link on the Contributors page.
      </p>
    </details>
  );
}
