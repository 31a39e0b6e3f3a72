"use client";

import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { shortWeek } from "@/components/desk/dates";
import type { IssueValues } from "@/components/desk/issue-values";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { Labels } from "@/lib/issues/labels";

interface IssueFactsProps {
  values: IssueValues;
  edit(patch: Partial<IssueValues>): void;
  flush(): void;
  editable: boolean;
  /** Readers know the number and the address then, and both stay. */
  isPublished: boolean;
}

const LABELS: { name: keyof Labels; what: string }[] = [
  { name: "introduction", what: "Above the introduction" },
  { name: "highlights", what: "Above the highlights" },
  { name: "whyItMatters", what: "On the analysis box" },
  { name: "closing", what: "Above the closing" },
];

/** What is filled in rather than written: number, week, address, and the wording of the fixed headings. */
export function IssueFacts({ values, edit, flush, isPublished, ...props }: IssueFactsProps) {
  const editable = useHydrated() && props.editable;
  const { number, week, slug } = values;
  const published = isPublished ? "Readers know it: it stays." : undefined;
  // Open while something readers will need is missing; later it is one line, as they see it.
  const [opensAtFirst] = useState(week.from === null || week.to === null || slug === "");
  return (
    <details open={opensAtFirst} className="group/facts mt-5 font-sans">
      <summary className="-mx-1.5 flex min-h-7 w-fit list-none items-center gap-1.5 rounded-control px-1.5 text-sm text-quiet hover:bg-wash hover:text-ink">
        <span>
          {[number === null ? "No number yet" : `Issue ${number}`, shortWeek(week) ?? "No week yet"].join(
            " · ",
          )}
        </span>
        <ChevronDown aria-hidden size={13} className="group-open/facts:rotate-180" />
        <span className="sr-only">Number, week, address and headings</span>
      </summary>
      <div className="mt-2 grid gap-4 rounded-card border border-hair bg-desk p-4">
        <NumberAndWeek {...{ values, edit, flush, editable, published }} />
        <Field
          label="Address"
          hint={published ?? "Lower-case words and hyphens; it stays once the issue is published."}
        >
          {(control) => (
            <Input
              {...control}
              autoComplete="off"
              spellCheck={false}
              value={slug}
              readOnly={!editable || isPublished}
              onBlur={flush}
              onChange={(event) => edit({ slug: slugOf(event.target.value) })}
            />
          )}
        </Field>
        <Wording {...{ values, edit, flush, editable }} />
      </div>
    </details>
  );
}

type FieldsProps = Omit<IssueFactsProps, "isPublished">;

/** `published`: why the number stays, where readers know it. */
function NumberAndWeek({
  values: { number, week },
  edit,
  flush,
  editable,
  published,
}: FieldsProps & { published: string | undefined }) {
  const isBackwards = week.from !== null && week.to !== null && week.from > week.to;
  const date = (end: "from" | "to") => ({
    type: "date",
    value: week[end] ?? "",
    readOnly: !editable,
    onBlur: flush,
    onChange: (event: { target: { value: string } }) =>
      edit({ week: { ...week, [end]: event.target.value || null } }),
  });
  return (
    <div className="grid items-start gap-4 sm:grid-cols-[5.5rem_1fr_1fr]">
      <Field label="Number" hint={published}>
        {(control) => (
          <Input
            {...control}
            inputMode="numeric"
            pattern="[0-9]*"
            autoComplete="off"
            value={number ?? ""}
            readOnly={!editable || published !== undefined}
            onBlur={flush}
            onChange={(event) => edit({ number: numberOf(event.target.value) })}
          />
        )}
      </Field>
      <Field label="Week from" error={isBackwards ? "The week ends before it begins." : undefined}>
        {(control) => <Input {...control} {...date("from")} />}
      </Field>
      <Field label="Week to">{(control) => <Input {...control} {...date("to")} />}</Field>
    </div>
  );
}

function Wording({ values: { labels }, edit, flush, editable }: FieldsProps) {
  return (
    <details>
      <summary className="text-sm font-medium">Wording of the fixed headings</summary>
      <div className="mt-3 grid gap-4 sm:grid-cols-2">
        {LABELS.map(({ name, what }) => (
          <Field key={name} label={what}>
            {(control) => (
              <Input
                {...control}
                maxLength={80}
                value={labels[name]}
                readOnly={!editable}
                onBlur={flush}
                onChange={(event) => edit({ labels: { ...labels, [name]: event.target.value } })}
              />
            )}
          </Field>
        ))}
      </div>
    </details>
  );
}

/** The digits of what was typed; null for none. */
function numberOf(typed: string): number | null {
  const digits = typed.replace(/\D/g, "").slice(0, 6);
  return digits === "" ? null : Number(digits);
}

/** What can stand in an address, while it is being typed: a hyphen may still be waiting for its next word. */
function slugOf(typed: string): string {
  return typed
    .toLowerCase()
    .replace(/[\s_]+/g, "-")
    .replace(/[^a-z0-9-]/g, "");
}
