"use client";

import { useState } from "react";
import type { FeedActions } from "@/components/desk/feeds/feed-actions";
import { useSending } from "@/components/desk/use-sending";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useHydrated } from "@/components/ui/use-hydrated";

/** Adds a feed by its address, or by that of a page that names one. */
export function AddFeed({ subscribe }: Pick<FeedActions, "subscribe">) {
  const isReady = useHydrated();
  const [url, setUrl] = useState("");
  const { submit, pending, failure } = useSending(
    () => subscribe({ url }),
    () => setUrl(""),
  );
  return (
    <form onSubmit={submit} noValidate className="mb-6 rounded-card border border-hair bg-paper p-4 sm:p-5">
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
