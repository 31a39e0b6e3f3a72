"use client";

import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";

/** A label and its field, side by side. */
export function Row({ label, children }: { label: string; children(id: string): ReactNode }) {
  const id = useId();
  return (
    <div className="grid grid-cols-[5.5rem_minmax(0,1fr)] items-center gap-3">
      <label htmlFor={id} className="text-quiet">
        {label}
      </label>
      {children(id)}
    </div>
  );
}

/** The line is not left for a button: that would save it. */
const stay = (event: MouseEvent) => event.preventDefault();

interface ClaimLineProps {
  label: string;
  value: string;
  type?: "text" | "date";
  /** Answers whether it was kept. */
  onKeep(value: string): Promise<boolean>;
}

/** One line, kept when it is left or with Enter. What could not be kept stays in it and says so, until it is kept or given up. */
export function ClaimLine({ label, value, type = "text", onKeep }: ClaimLineProps) {
  const { typed, setTyped, isUnsaved, leave, discard } = useLine(value, onKeep);
  const noteId = useId();
  const keys = (event: KeyboardEvent) => {
    if (event.key === "Enter") leave();
  };
  return (
    <Row label={label}>
      {(id) => (
        <div>
          <Input
            id={id}
            type={type}
            value={typed ?? value}
            onChange={(event) => setTyped(event.target.value)}
            onBlur={leave}
            onKeyDown={keys}
            aria-invalid={isUnsaved || undefined}
            aria-describedby={isUnsaved ? noteId : undefined}
            className="min-h-8 text-sm"
          />
          {isUnsaved ? (
            <p className="flex flex-wrap items-center justify-between gap-x-3 text-line">
              <span id={noteId}>
                <span aria-hidden>▲ </span>Not saved
              </span>
              <span className="flex gap-1">
                <Button size="sm" variant="quiet" onMouseDown={stay} onClick={leave}>
                  Try again
                </Button>
                <Button size="sm" variant="quiet" onMouseDown={stay} onClick={discard}>
                  Discard
                </Button>
              </span>
            </p>
          ) : null}
        </div>
      )}
    </Row>
  );
}

/** What is typed over a value; one save at a time, and what is typed during one is kept by the next. */
function useLine(value: string, onKeep: (value: string) => Promise<boolean>) {
  const [typed, setTyped] = useState<string | null>(null);
  const [isLeft, setLeft] = useState(false);
  const [isSending, setSending] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const isUnsaved = hasFailed && typed !== null && typed.trim() !== value;
  const keep = async (sent: string) => {
    setSending(true);
    const isKept = sent.trim() === value || (await onKeep(sent.trim()).catch(() => false));
    setSending(false);
    setFailed(!isKept);
    if (isKept) setTyped((now) => (now === sent ? null : now));
  };
  // After the render that a save brings: the next one goes out with the version which that made.
  useEffect(() => {
    if (!isLeft || isSending) return;
    setLeft(false);
    if (typed !== null) void keep(typed);
  });
  const discard = () => {
    setTyped(null);
    setFailed(false);
  };
  // It was kept after all, with another field.
  const isKeptNow = hasFailed && !isUnsaved;
  useEffect(() => {
    if (!isKeptNow) return;
    setTyped(null);
    setFailed(false);
  }, [isKeptNow]);
  return { typed, setTyped, isUnsaved, leave: () => setLeft(true), discard };
}
