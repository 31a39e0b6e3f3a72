"use client";

import { useTransition } from "react";
import { Button, buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

/** What stands where a page of the desk could not be made. The message of a bug stays on the server. */
export function FailurePage({ error, retry }: { error: unknown; retry: () => void }) {
  const [pending, start] = useTransition();
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : null;
  const actions = (
    <>
      <Button variant="primary" pending={pending} onClick={() => start(retry)}>
        Try again
      </Button>
      {/* A whole new page: whatever broke in this one is left behind. */}
      <a href="/desk" className={buttonClass()}>
        All issues
      </a>
    </>
  );
  return (
    <main>
      <EmptyState level={1} title="This page could not be shown" action={actions}>
        <p>
          Everything that said “Saved” is safe. Try again; if it stays like this, tell an admin what you did
          last.
        </p>
        {digest ? <p className="mt-2 text-xs">Reference for the log: {digest}</p> : null}
      </EmptyState>
    </main>
  );
}
