"use client";

import { useId } from "react";
import { HeadlineField } from "@/components/desk/headline-field";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { ImportedIssue } from "@/lib/importers/imported-issue";
import { weekTrouble } from "@/lib/importers/trouble";
import { DEFAULT_LABELS, type Labels } from "@/lib/issues/labels";

interface ImportFactsProps {
  issue: ImportedIssue;
  takenNumbers: number[];
  onChange(issue: ImportedIssue): void;
}

/** Title, number, week, and the wording of the headings as the file has it. */
export function ImportFacts({ issue, takenNumbers, onChange }: ImportFactsProps) {
  const takenId = useId();
  const { week } = issue;
  const date = (end: "from" | "to") => ({
    type: "date",
    value: week[end] ?? "",
    onChange: (event: { target: { value: string } }) =>
      onChange({ ...issue, week: { ...week, [end]: event.target.value || null } }),
  });
  const isTaken = issue.number !== null && takenNumbers.includes(issue.number);
  const digits = (typed: string) => typed.replace(/\D/g, "").slice(0, 6);
  return (
    <>
      <HeadlineField
        label="Title"
        value={issue.title}
        onChange={(title) => onChange({ ...issue, title })}
        placeholder="The issue’s title"
        className="text-[2rem] leading-[1.12] font-medium tracking-[-0.016em]"
      />
      {issue.standfirst ? (
        <p className="mt-2 font-serif text-xl text-quiet italic">{issue.standfirst}</p>
      ) : null}
      <div className="mt-5 grid items-start gap-4 rounded-card border border-hair bg-desk p-4 sm:grid-cols-[5.5rem_1fr_1fr]">
        <Field label="Number">
          {(control) => (
            <Input
              {...control}
              aria-describedby={isTaken ? takenId : undefined}
              inputMode="numeric"
              autoComplete="off"
              value={issue.number ?? ""}
              onChange={(event) => onChange({ ...issue, number: Number(digits(event.target.value)) || null })}
            />
          )}
        </Field>
        <Field label="Week from" error={weekTrouble(issue)}>
          {(control) => <Input {...control} {...date("from")} />}
        </Field>
        <Field label="Week to">{(control) => <Input {...control} {...date("to")} />}</Field>
        <p id={takenId} aria-live="polite" className="text-sm text-line empty:hidden sm:col-span-3">
          {isTaken
            ? `▲ There is an issue ${issue.number} already, perhaps in the trash; this one comes in without a number. Type another to give it one.`
            : null}
        </p>
        <Wording issue={issue} onChange={onChange} />
      </div>
    </>
  );
}

function Wording({ issue, onChange }: Pick<ImportFactsProps, "issue" | "onChange">) {
  const { labels } = issue;
  return (
    <details className="sm:col-span-3">
      <summary className="text-sm font-medium">Wording of the fixed headings</summary>
      <div className="mt-3 grid gap-3 sm:grid-cols-2">
        {(Object.keys(DEFAULT_LABELS) as (keyof Labels)[]).map((name) => (
          <Field key={name} label={DEFAULT_LABELS[name]}>
            {(control) => (
              <Input
                {...control}
                maxLength={80}
                placeholder={DEFAULT_LABELS[name]}
                value={labels[name] ?? ""}
                onChange={(event) =>
                  onChange({ ...issue, labels: { ...labels, [name]: event.target.value || undefined } })
                }
              />
            )}
          </Field>
        ))}
      </div>
    </details>
  );
}
