"use client";

import { type FormEvent, useEffect, useState } from "react";
import { attempt, type Failure, fieldError, formError } from "@/components/desk/attempt";
import { keptText } from "@/components/desk/kept-text";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextArea } from "@/components/ui/input";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { Result } from "@/lib/errors";

type KeepTyped = (input: { storyId: string; sourceId: string; text: string }) => Promise<Result<unknown>>;

interface TypedTextProps {
  sourceId: string;
  /** A story that cites it and that this person may write. */
  storyId: string;
  /** What is typed is kept in the browser under this contributor's id. */
  actorId: string;
  /** The page could not be read: then this is the way, and stands open. */
  isNeeded: boolean;
  keepTypedSnapshot: KeepTyped;
}

const isText = (value: unknown): value is string => typeof value === "string";

/** What a source says, typed or pasted by hand: a snapshot that says so. */
export function TypedText({ sourceId, storyId, actorId, isNeeded, keepTypedSnapshot }: TypedTextProps) {
  const [kept] = useState(() =>
    keptText(`source:${sourceId}:${actorId}`, isText, () => window.sessionStorage),
  );
  const [text, setText] = useState("");
  const [failure, setFailure] = useState<Failure>();
  const [pending, setPending] = useState(false);
  const [saved, setSaved] = useState(false);
  const isReady = useHydrated();
  useEffect(() => setText((now) => now || (kept.read() ?? "")), [kept]);
  const type = (next: string) => {
    setText(next);
    setSaved(false);
    kept.write(next || null);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (pending) return;
    setPending(true);
    const answer = await attempt(keepTypedSnapshot({ storyId, sourceId, text }));
    setPending(false);
    setFailure(answer.ok ? undefined : answer.error);
    if (answer.ok) {
      type("");
      setSaved(true);
    }
  };
  return (
    <details open={isNeeded || saved || text !== ""} className="mt-3">
      <summary className="link w-fit text-sm leading-6">Type the text by hand</summary>
      <form onSubmit={submit} noValidate aria-label="Type the text by hand" className="mt-2">
        <Field
          label="What it says"
          hint="Word for word, as much as is quoted. It is kept as typed by you, today."
          error={fieldError(failure, "text") ?? formError(failure)}
        >
          {(control) => (
            <TextArea
              {...control}
              readOnly={!isReady}
              value={text}
              onChange={(event) => type(event.target.value)}
              className="max-h-96 min-h-36"
            />
          )}
        </Field>
        <div className="mt-2 flex items-center justify-end gap-3">
          <p role="status" className="text-sm text-quiet">
            {saved ? "Kept as a snapshot." : ""}
          </p>
          <Button type="submit" pending={pending} disabled={!isReady}>
            Keep the text
          </Button>
        </div>
      </form>
    </details>
  );
}
