"use client";

import { useCallback, useMemo, useRef } from "react";
import { useAutosave } from "@/components/desk/autosave";
import { useSearched } from "@/components/desk/find/use-find";
import { HeadlineField } from "@/components/desk/headline-field";
import type { IssueActions } from "@/components/desk/issue-actions";
import { nameOfSection } from "@/components/desk/running-order-words";
import { SaveState } from "@/components/desk/save-state";
import { SaveTrouble } from "@/components/desk/save-trouble";
import type { SectionDraft } from "@/lib/issues/schema";

interface SectionTitleProps {
  section: Pick<SectionDraft, "id" | "title" | "version">;
  actorId: string;
  editable: boolean;
  renameSection: IssueActions["renameSection"];
}

const FIELDS = {
  title: { label: "Section's title", show: (title: string) => title, text: (title: string) => title },
};

/** A section's title on the page, edited where it stands and saved as it is typed. */
export function SectionTitle({ section, actorId, editable, renameSection }: SectionTitleProps) {
  const { id, title, version } = section;
  const values = useMemo(() => ({ title }), [title]);
  const save = useCallback(
    (base: number, patch: { title?: string }) =>
      renameSection({ id, version: base, title: patch.title ?? "" }),
    [id, renameSection],
  );
  const autosave = useAutosave<{ title: string }>({
    key: `section:${id}:${actorId}`,
    name: (words) => `The title of ${nameOfSection(words.title)}`,
    values,
    version,
    save,
    readConflict,
  });
  const place = useRef<HTMLDivElement>(null);
  useSearched(
    () => place.current,
    [
      {
        key: `${id}:title`,
        text: autosave.values.title,
        editable,
        selector: "textarea",
        write: (words) => autosave.edit({ title: String(words) }),
      },
    ],
  );
  return (
    <div
      ref={place}
      data-section={id}
      className="group/part relative mt-14 mb-8 scroll-mt-4 border-t-3 border-double border-hair pt-3"
    >
      <SaveTrouble autosave={autosave} fields={FIELDS} />
      <h2>
        <HeadlineField
          label="Section's title"
          value={autosave.values.title}
          onChange={(words) => autosave.edit({ title: words })}
          onBlur={autosave.flush}
          placeholder="Without a heading"
          readOnly={!editable}
          className="pr-28 font-sans! text-[0.8125rem] font-semibold text-quiet"
        />
      </h2>
      {autosave.phase === "saved" ? null : (
        <span className="absolute top-3 right-0">
          <SaveState phase={autosave.phase} />
        </span>
      )}
    </div>
  );
}

function readConflict(details: unknown) {
  const { title, version } = (details ?? {}) as { title?: string; version?: number };
  if (typeof title !== "string" || typeof version !== "number") return null;
  return { version, values: { title }, by: null };
}
