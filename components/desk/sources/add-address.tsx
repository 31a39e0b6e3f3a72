"use client";

import Link from "next/link";
import { useState } from "react";
import { fieldError, formError } from "@/components/desk/attempt";
import { useSending } from "@/components/desk/use-sending";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { Result } from "@/lib/errors";

interface Added {
  id: string;
  known: boolean;
  title: string;
}

export type CollectSource = (input: { url: string }) => Promise<Result<Added>>;

/** Takes an address in: its page says the rest by itself. */
export function AddAddress({ collectSource }: { collectSource: CollectSource }) {
  const [url, setUrl] = useState("");
  const [added, setAdded] = useState<Added | null>(null);
  const isReady = useHydrated();
  const { submit, pending, failure } = useSending(
    () => collectSource({ url }),
    (value) => {
      setAdded(value);
      setUrl("");
    },
  );
  return (
    <form
      onSubmit={submit}
      noValidate
      aria-label="Add an address"
      className="mb-6 rounded-card border border-hair bg-paper p-4"
    >
      <Field label="Add an address" error={fieldError(failure, "url") ?? formError(failure)}>
        {(control) => (
          <div className="flex gap-2">
            <Input
              {...control}
              type="url"
              placeholder="https://"
              autoComplete="off"
              readOnly={!isReady}
              value={url}
              onChange={(event) => setUrl(event.target.value)}
            />
            <Button type="submit" variant="primary" pending={pending}>
              Add
            </Button>
          </div>
        )}
      </Field>
      <p role="status" className="mt-1.5 text-sm text-quiet">
        {added && !failure ? (
          <>
            {added.known ? "It is here already: " : "Added, and being read: "}
            <Link href={`/desk/sources/${added.id}`} className="link text-ink [overflow-wrap:anywhere]">
              {added.title}
            </Link>
          </>
        ) : (
          "The page says the rest: title, publisher, author, day."
        )}
      </p>
    </form>
  );
}
