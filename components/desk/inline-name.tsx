"use client";

import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Input } from "@/components/ui/input";

interface InlineNameProps {
  label: string;
  initial?: string;
  placeholder?: string;
  /** An empty answer is one too where this is set; otherwise it cancels. */
  allowEmpty?: boolean;
  /** Answers whether it was taken; what is typed stays where it is if not. */
  onSubmit: (value: string, how: "enter" | "leave") => Promise<boolean>;
  onCancel: () => void;
}

/** A name typed in its place: Enter or leaving the field keeps it, Escape does not. */
export function InlineName({
  label,
  initial = "",
  placeholder,
  allowEmpty,
  onSubmit,
  onCancel,
}: InlineNameProps) {
  const [value, setValue] = useState(initial);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState(false);
  const over = useRef(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  const submit = async (how: "enter" | "leave") => {
    if (over.current || busy) return;
    const words = value.trim();
    if (words === initial.trim() || (words === "" && !allowEmpty)) return cancel();
    setBusy(true);
    over.current = await onSubmit(words, how);
    setBusy(false);
    setRefused(!over.current);
  };
  const cancel = () => {
    over.current = true;
    onCancel();
  };
  const keys = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === "Enter") void submit("enter");
    if (event.key === "Escape") cancel();
  };
  return (
    <>
      <Input
        ref={field}
        data-no-drag
        aria-label={label}
        aria-busy={busy}
        aria-invalid={refused || undefined}
        placeholder={placeholder}
        value={value}
        readOnly={busy}
        onChange={(event) => setValue(event.target.value)}
        onKeyDown={keys}
        onBlur={() => void submit("leave")}
        className="my-0.5"
      />
      {busy ? <p className="px-2 text-xs text-quiet">Saving…</p> : null}
      {refused && !busy ? (
        <p className="px-2 text-xs text-line">
          <span aria-hidden>▲ </span>Not saved yet. Enter tries again, Escape drops it.
        </p>
      ) : null}
    </>
  );
}
