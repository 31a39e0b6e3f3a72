"use client";

import { CredentialsForm } from "@/components/desk/credentials-form";
import { Button } from "@/components/ui/button";

/** `next`: a checked path of this site. */
export function SignInForm({ next }: { next: string }) {
  const goOn = async () => {
    window.location.assign(next);
    return null;
  };
  return (
    <CredentialsForm onSignedIn={goOn}>
      {(pending) => (
        <Button type="submit" variant="primary" pending={pending} className="mt-1">
          Sign in
        </Button>
      )}
    </CredentialsForm>
  );
}
