"use client";

import { useState } from "react";
import type { RichTextEditorProps } from "@/components/editor/rich-text-editor";
import { WakingEditor } from "@/components/editor/waking-editor";
import { isEmpty, type RichText } from "@/lib/rich-text/document";

interface WhyItMattersProps
  extends Pick<RichTextEditorProps, "extraExtensions" | "toolbarExtra" | "dockExtra"> {
  label: string;
  value: RichText;
  onChange(value: RichText): void;
  onBlur(): void;
  editable: boolean;
  level: 3 | 4;
}

/** The editor's own voice, in its box; until somebody has something to say, one quiet line. */
export function WhyItMatters({ label, value, editable, level, ...events }: WhyItMattersProps) {
  const Heading = `h${level}` as const;
  const [wanted, setWanted] = useState(false);
  if (isEmpty(value) && !wanted) {
    if (!editable) return null;
    return (
      <button
        type="button"
        data-field="box"
        onClick={() => setWanted(true)}
        className="mt-6 w-full rounded-control border-l-3 border-hair px-5 py-3 text-left text-base text-quiet hover:border-line hover:bg-desk hover:text-ink"
      >
        Add “{label}”
      </button>
    );
  }
  return (
    <section
      aria-label={label}
      data-field="box"
      className="relative mt-6 border-l-3 border-line bg-desk px-5 py-4"
    >
      <Heading className="mb-2 flex min-h-7 items-center font-sans text-sm font-semibold">
        <span aria-hidden className="mr-1.5">
          ✎
        </span>
        {label}
      </Heading>
      <WakingEditor
        {...events}
        label={label}
        value={value}
        editable={editable}
        variant="box"
        placeholder="The inference you draw, in your own voice."
        autoFocus={wanted}
      />
    </section>
  );
}
