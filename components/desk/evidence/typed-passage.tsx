"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import type { Attempt } from "@/components/desk/attempt";
import { keptText } from "@/components/desk/kept-text";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import type { ReadableSnapshot, ReadableSource } from "@/lib/evidence/schema";

/** The source that a passage is typed of. */
export type TypedSource = Pick<ReadableSource, "id" | "title" | "url" | "why">;

interface TypedPassageProps {
  source: TypedSource;
  /** What stands there to begin with, unless something was typed before. */
  words?: string | undefined;
  /** What is typed is kept in the browser under this contributor's id. */
  actorId: string;
  keep(text: string): Promise<Attempt<ReadableSnapshot>>;
  onKept(snapshot: ReadableSnapshot, text: string): void;
  onBack(): void;
}

const isText = (value: unknown): value is string => typeof value === "string";

/** What is typed, kept in the browser until the server has it. */
function useTyped({ source, words = "", actorId, keep, onKept }: Omit<TypedPassageProps, "onBack">) {
  const [kept] = useState(() =>
    keptText(`passage:${source.id}:${actorId}`, isText, () => window.sessionStorage),
  );
  const [text, setText] = useState(() => kept.read() ?? words);
  const [problem, setProblem] = useState<string>();
  const [pending, setPending] = useState(false);
  const type = (next: string) => {
    setText(next);
    kept.write(next || null);
  };
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (pending) return;
    setPending(true);
    const answer = await keep(text);
    setPending(false);
    if (!answer.ok) return setProblem(answer.error.message);
    kept.write(null);
    onKept(answer.value, text);
  };
  return { text, type, problem, pending, send };
}

/** For a source that could not be read, or not this passage of it: what it says, typed or pasted by hand. Readers are told so. Only where the browser renders first. */
export function TypedPassage({ onBack, ...given }: TypedPassageProps) {
  const { source } = given;
  const { text, type, problem, pending, send } = useTyped(given);
  const area = useRef<HTMLTextAreaElement>(null);
  // Somebody asked for this form to type in it.
  useEffect(() => area.current?.focus(), []);
  return (
    <form onSubmit={send} className="grid min-h-0 content-start gap-4 overflow-y-auto px-4 py-3">
      <div className="text-sm">
        <p className="font-medium [overflow-wrap:anywhere]">{source.title}</p>
        <p className="text-pretty text-quiet">{source.why}</p>
        {source.url ? (
          <a className="link" href={source.url} target="_blank" rel="noreferrer">
            Open the page
          </a>
        ) : null}
      </div>
      <Field
        label="The passage, as the source has it"
        hint="A sentence before and after it helps to find it again. Readers see that it was typed by hand."
        error={problem}
      >
        {(control) => (
          <textarea
            {...control}
            ref={area}
            rows={8}
            // What is sent is what stands here: the form goes away with it.
            readOnly={pending}
            value={text}
            onChange={(event) => type(event.target.value)}
            className="w-full rounded-control border border-edge bg-paper px-2.5 py-1.5 font-serif text-base hover:border-ink"
          />
        )}
      </Field>
      <div className="flex flex-wrap justify-between gap-2">
        <Button variant="quiet" onClick={onBack}>
          Other sources
        </Button>
        <Button type="submit" variant="primary" pending={pending}>
          Use this text
        </Button>
      </div>
    </form>
  );
}
