"use client";

import { getSession, signOut } from "next-auth/react";
import { useEffect, useSyncExternalStore } from "react";
import { CredentialsForm } from "@/components/desk/credentials-form";
import { saveAfterSignIn, useSignedOut } from "@/components/desk/unsaved";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";

const SOMEBODY_ELSE =
  "That is somebody else’s account, and the words on this page are yours: they are kept here. Sign in as yourself.";

/** Milliseconds without a key after which somebody is asked: what is typed must not go into the fields of the question. */
const REST = 1_000;

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

/** Refuses somebody else; else closes the dialog and saves what waited. */
async function goOn(actorId: string): Promise<string | null> {
  const session = await getSession();
  if (session && session.contributorId !== actorId) {
    await signOut({ redirect: false });
    return SOMEBODY_ELSE;
  }
  ask(false);
  saveAfterSignIn();
  return null;
}

/** Runs `work` once no key was pressed for a while; answers how to let it be. */
function onceRested(work: () => void): () => void {
  let timer = setTimeout(work, REST);
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(work, REST);
  };
  document.addEventListener("keydown", wait);
  return () => {
    clearTimeout(timer);
    document.removeEventListener("keydown", wait);
  };
}

/**
 * Asks to sign in again when a save was refused for want of it and the person rests, over the page and without leaving it,
 * then saves what waited. It can be put off: the words stay where they are, and beside them a button opens it again.
 */
export function SignInAgain({ actorId }: { actorId: string }) {
  const signedOut = useSignedOut();
  const open = useSyncExternalStore(
    subscribe,
    () => asked,
    () => false,
  );
  useEffect(() => {
    if (!signedOut) return ask(false);
    const stop = onceRested(() => {
      stop();
      ask(true);
    });
    return stop;
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
  return (
    <CredentialsForm onSignedIn={() => goOn(actorId)}>
      {(pending) => (
        <>
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
        </>
      )}
    </CredentialsForm>
  );
}
