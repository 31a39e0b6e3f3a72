"use client";

import { type FormEvent, useState } from "react";
import { attempt, type Failure, fieldError, formError } from "@/components/desk/attempt";
import type { FeedActions } from "@/components/desk/feeds/feed-actions";
import { intervalOf, nameOfFeed } from "@/components/desk/feeds/feed-words";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input, Select } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { type FeedLine, INTERVALS } from "@/lib/feeds/schema";

interface EditFeedProps extends Pick<FeedActions, "editFeed"> {
  /** Open while there is one. */
  feed: FeedLine | null;
  onClose: () => void;
}

/** What a feed is called here, and how often it is read. */
export function EditFeed({ feed, editFeed, onClose }: EditFeedProps) {
  return (
    <Dialog
      open={feed !== null}
      onOpenChange={(open) => open || onClose()}
      title={feed ? `Edit “${nameOfFeed(feed)}”` : ""}
    >
      {feed ? <EditForm key={feed.id} feed={feed} editFeed={editFeed} onClose={onClose} /> : null}
    </Dialog>
  );
}

function EditForm({ feed, editFeed, onClose }: EditFeedProps & { feed: FeedLine }) {
  const [failure, setFailure] = useState<Failure>();
  const [pending, setPending] = useState(false);
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const words = { title: String(form.get("title")), everyMinutes: Number(form.get("everyMinutes")) };
    setPending(true);
    const answer = await attempt(editFeed({ id: feed.id, version: feed.version, ...words }));
    setPending(false);
    if (answer.ok) onClose();
    else setFailure(answer.error);
  };
  const intervals = new Set([...INTERVALS, feed.everyMinutes]);
  const error = formError(failure);
  return (
    <form onSubmit={save} noValidate className="grid gap-4">
      <Field label="Title" hint="Empty: as the feed calls itself." error={fieldError(failure, "title")}>
        {(control) => <Input {...control} name="title" autoComplete="off" defaultValue={feed.title} />}
      </Field>
      <Field label="Read it" error={fieldError(failure, "everyMinutes")}>
        {(control) => (
          <Select {...control} name="everyMinutes" defaultValue={feed.everyMinutes}>
            {[...intervals]
              .sort((a, b) => a - b)
              .map((minutes) => (
                <option key={minutes} value={minutes}>
                  {intervalOf(minutes)}
                </option>
              ))}
          </Select>
        )}
      </Field>
      {error ? <Notice kind="error">{error}</Notice> : null}
      <DialogActions>
        <Button variant="quiet" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" variant="primary" pending={pending}>
          Save
        </Button>
      </DialogActions>
    </form>
  );
}
