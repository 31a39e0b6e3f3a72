"use client";

import { type FormEvent, useState } from "react";
import { attempt, type Failure } from "@/components/desk/attempt";
import type { FeedActions } from "@/components/desk/feeds/feed-actions";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useHydrated } from "@/components/ui/use-hydrated";

/** Adds a feed by its address, or by that of a page that names one. */
export function AddFeed({ subscribe }: Pick<FeedActions, "subscribe">) {
  const isReady = useHydrated();
  const [url, setUrl] = useState("");
  const [failure, setFailure] = useState<Failure>();
  const [pending, setPending] = useState(false);
  const add = async (event: FormEvent) => {
    event.preventDefault();
    if (pending) return;
    setPending(true);
    const answer = await attempt(subscribe({ url }));
    setPending(false);
    setFailure(answer.ok ? undefined : answer.error);
    if (answer.ok) setUrl("");
  };
  return (
    <form onSubmit={add} noValidate className="mb-6 rounded-card border border-hair bg-paper p-4 sm:p-5">
      <Field
        label="Address of a feed"
        hint="RSS, Atom or JSON Feed; or the address of a page, whose feed is then looked for."
        error={failure?.message}
      >
        {(control) => (
          <div className="flex flex-wrap gap-2">
            <Input
              {...control}
              type="url"
              inputMode="url"
              autoComplete="off"
              placeholder="https://"
              readOnly={!isReady}
              value={url}
              onChange={(event) => setUrl(event.target.value)}
              className="min-w-0 flex-1 basis-56"
            />
            <Button type="submit" variant="primary" pending={pending}>
              Add the feed
            </Button>
          </div>
        )}
      </Field>
    </form>
  );
}
