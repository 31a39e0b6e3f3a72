"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import { attempt, type Failure, fieldError, formError } from "@/components/desk/attempt";
import { Button } from "@/components/ui/button";
import { CopyLine } from "@/components/ui/copy-line";
import { Field } from "@/components/ui/field";
import { Input, Select } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import type { Result } from "@/lib/errors";

/** What is typed and chosen; `days` is empty for a link without an end. */
export interface ShareWords {
  label: string;
  days: string;
}

const LASTS = [
  { days: "1", label: "1 day" },
  { days: "7", label: "7 days" },
  { days: "30", label: "30 days" },
  { days: "", label: "Until it is revoked" },
];

interface ShareFormProps {
  words: ShareWords;
  onWords: (words: ShareWords) => void;
  make: (made: {
    label: string;
    expiresInDays: number | null;
  }) => Promise<Result<{ id: string; address: string }>>;
  onMade: () => void;
}

/** Makes a private link and shows its address, the only time it can be seen. */
export function ShareForm({ words, onWords, make, onMade }: ShareFormProps) {
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const [made, setMade] = useState<{ label: string; address: string }>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (pending) return;
    setPending(true);
    const { label, days } = words;
    const answer = await attempt(make({ label, expiresInDays: days === "" ? null : Number(days) }));
    setPending(false);
    setFailure(answer.ok ? undefined : answer.error);
    if (!answer.ok) return;
    setMade({ label: label.trim(), address: answer.value.address });
    onWords({ ...words, label: "" });
    onMade();
  };
  const error = formError(failure);
  return (
    <>
      <form onSubmit={submit} className="grid gap-3">
        {error ? <Notice kind="error">{error}</Notice> : null}
        <div className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_11rem]">
          <Field label="For whom" error={fieldError(failure, "label")}>
            {(control) => (
              <Input
                {...control}
                maxLength={120}
                autoComplete="off"
                value={words.label}
                onChange={(event) => onWords({ ...words, label: event.target.value })}
              />
            )}
          </Field>
          <Field label="It works for" error={fieldError(failure, "expiresInDays")}>
            {(control) => (
              <Select
                {...control}
                value={words.days}
                onChange={(event) => onWords({ ...words, days: event.target.value })}
              >
                {LASTS.map(({ days, label }) => (
                  <option key={days} value={days}>
                    {label}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </div>
        <Button type="submit" variant="primary" pending={pending} className="justify-self-end">
          Make a link
        </Button>
      </form>
      {made ? <Made key={made.address} {...made} /> : null}
    </>
  );
}

/** The address, in focus as soon as it is there: the next thing anybody does is copy it. */
function Made({ label, address }: { label: string; address: string }) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.querySelector("input")?.focus(), []);
  return (
    <section ref={box} aria-label="The new link" className="mt-4 grid gap-2 rounded-card bg-wash p-3">
      <CopyLine label={label ? `Private link for ${label}` : "Private link"} text={address} />
      <p className="text-xs text-pretty">
        It is shown only now: Plumbline keeps no copy. Whoever has it can pass it on, until you revoke it.
      </p>
    </section>
  );
}
