"use client";

import { type FormEvent, type KeyboardEvent, useState } from "react";
import { attempt, type Failure, fieldError, formError } from "@/components/desk/attempt";
import type { KeptSource } from "@/components/desk/kept-source";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { Result } from "@/lib/errors";
import type { SourceLine } from "@/lib/issues/schema";

/** A source as it is typed; an empty address means that there is none yet. */
export interface SourceWords {
  title: string;
  publisher: string;
  byline: string;
  url: string;
}

interface SourceFormProps {
  /** What stands there now; leave out for a new source. */
  line?: Pick<SourceLine, "title" | "byline" | "publisher" | "url">;
  /** Where what is typed stays until it is saved or cancelled; leave out where the form cannot be left. */
  kept?: KeptSource;
  /** The person opened it to type into it; false where it came back by itself. */
  takesFocus?: boolean;
  onSave(words: SourceWords): Promise<Result<unknown>>;
  onDone(): void;
}

const FIELDS = [
  { name: "url", label: "Address" },
  { name: "title", label: "Title" },
  { name: "publisher", label: "Publisher" },
  { name: "byline", label: "Author" },
] as const;

const NEW_HINTS: Partial<Record<keyof SourceWords, string>> = {
  url: "The page says the rest. It may also wait until publishing.",
  title: "Leave it empty to take the page's.",
};

/** What is typed of a source, kept until it is saved or given up. */
function useSourceWords({ line, kept, onSave, onDone }: Omit<SourceFormProps, "takesFocus">) {
  const [words, setWords] = useState(() => ({ ...wordsOf(line), ...kept?.read() }));
  const type = (next: SourceWords) => {
    setWords(next);
    kept?.write(changedWords(line, next));
  };
  const close = () => {
    kept?.write(null);
    onDone();
  };
  const [failure, setFailure] = useState<Failure>();
  const [pending, setPending] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (pending) return;
    setPending(true);
    const answer = await attempt(onSave(words));
    setPending(false);
    if (answer.ok) close();
    else setFailure(answer.error);
  };
  return { words, type, failure, pending, submit, close };
}

/** A source by its address alone, or by hand: everything can be typed. */
export function SourceForm({ line, kept, takesFocus = true, onSave, onDone }: SourceFormProps) {
  const { words, type, failure, pending, submit, close } = useSourceWords({ line, kept, onSave, onDone });
  const error = formError(failure);
  const keys = (event: KeyboardEvent) => {
    if (event.key === "Escape") close();
  };
  return (
    <form
      onSubmit={submit}
      onKeyDown={keys}
      noValidate
      aria-label={line ? `Edit the source “${line.title}”` : "Add a source"}
      className="my-2 grid gap-3 rounded-card border border-hair bg-desk p-4 text-ink sm:grid-cols-2 sm:items-start"
    >
      {FIELDS.map(({ name, label }, index) => (
        <Field
          key={name}
          label={label}
          hint={line ? undefined : NEW_HINTS[name]}
          error={fieldError(failure, name)}
        >
          {(control) => (
            <Input
              {...control}
              ref={takesFocus && index === 0 ? focusOnce : undefined}
              type={name === "url" ? "url" : "text"}
              placeholder={name === "url" ? "https://" : undefined}
              autoComplete="off"
              value={words[name]}
              onChange={(event) => type({ ...words, [name]: event.target.value })}
            />
          )}
        </Field>
      ))}
      <div className="flex flex-wrap items-center justify-end gap-2 sm:col-span-2">
        {error ? (
          <p role="alert" className="mr-auto text-line">
            <span aria-hidden>▲ </span>
            {error}
          </p>
        ) : null}
        <Button size="sm" variant="quiet" onClick={close}>
          Cancel
        </Button>
        <Button size="sm" variant="primary" type="submit" pending={pending}>
          {line ? "Save the source" : "Add the source"}
        </Button>
      </div>
    </form>
  );
}

function focusOnce(element: HTMLInputElement | null): void {
  element?.focus();
}

/** The fields that were really changed: the others may be this story's own wording, not the source's. */
export function changedWords(line: SourceFormProps["line"], words: SourceWords): Partial<SourceWords> {
  const stood = wordsOf(line);
  const fields = Object.keys(words) as (keyof SourceWords)[];
  return Object.fromEntries(fields.filter((f) => words[f] !== stood[f]).map((f) => [f, words[f]]));
}

function wordsOf(line: SourceFormProps["line"]): SourceWords {
  return {
    title: line?.title ?? "",
    publisher: line?.publisher ?? "",
    byline: line?.byline ?? "",
    url: line?.url ?? "",
  };
}
