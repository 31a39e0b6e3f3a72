"use client";

import { useCallback, useMemo } from "react";
import { type Autosave, useAutosave } from "@/components/desk/autosave";
import { looselySame } from "@/components/desk/autosave-conflict";
import { type Newer, YOU } from "@/components/desk/autosave-state";
import type { FieldView } from "@/components/desk/field-view";
import type { StoryChoice } from "@/components/desk/highlight-line";
import { type IssueValues, valuesOfIssue } from "@/components/desk/issue-values";
import { StaticText } from "@/components/editor/static-text";
import type { Result } from "@/lib/errors";
import { DEFAULT_LABELS, type Labels } from "@/lib/issues/labels";
import type { HighlightDraft, IssueDraft, IssueWords, Week } from "@/lib/issues/schema";
import { byParts } from "@/lib/merge/fields";
import type { RichText } from "@/lib/rich-text/document";
import { documentMerge } from "@/lib/rich-text/merge";
import { plainText } from "@/lib/rich-text/plain-text";

type SavedHighlight = { id?: string; text: string; storyIds: string[] };
type IssuePatch = Partial<Omit<IssueValues, "highlights">> & { highlights?: SavedHighlight[] };

export type SaveIssue = (
  input: { id: string; version: number } & IssuePatch,
) => Promise<Result<{ version: number }>>;

/** Autosave of the issue's own words. Lines that are still empty are on the screen, not in what is sent. */
export function useIssueAutosave(
  issue: IssueDraft,
  actorId: string,
  saveIssue: SaveIssue,
): Autosave<IssueValues> {
  const { id, version } = issue;
  const values = useMemo(() => valuesOfIssue(issue), [issue]);
  const save = useCallback(
    (base: number, patch: Partial<IssueValues>) => saveIssue({ id, version: base, ...sendable(patch) }),
    [id, saveIssue],
  );
  return useAutosave<IssueValues>({
    key: `issue:${id}:${actorId}`,
    name: () => "One of the issue’s own parts",
    values,
    version,
    save,
    readConflict: (details) => readConflict(details, actorId),
    same,
    merges: MERGES,
  });
}

const MERGES = {
  introduction: documentMerge,
  closing: documentMerge,
  thesis: byParts<string[], string>({
    split: (lines) => lines,
    join: (lines) => lines,
    key: (line) => line.trim(),
  }),
  highlights: byParts<HighlightDraft[], HighlightDraft>({
    split: (lines) => lines,
    join: (lines) => lines,
    key: ({ text, storyIds }) => JSON.stringify([text.trim(), ...storyIds]),
    // The line stands twice then, and an id names one.
    again: (line) => ({ ...line, id: `new-${line.id}` }),
  }),
};

/** Only what the command takes: no empty lines, no ids that the server did not give, the house's label for an emptied one. */
export function sendable(patch: Partial<IssueValues>): IssuePatch {
  const { highlights, thesis, labels, ...rest } = patch;
  return {
    ...rest,
    ...(highlights && { highlights: highlights.filter(({ text }) => text.trim() !== "").map(sentHighlight) }),
    ...(thesis && { thesis: thesis.filter((line) => line.trim() !== "") }),
    ...(labels && { labels: filledLabels(labels) }),
  };
}

function sentHighlight({ id, text, storyIds }: HighlightDraft): SavedHighlight {
  return id.startsWith("new-") ? { text, storyIds } : { id, text, storyIds };
}

function filledLabels(labels: Labels): Labels {
  const filled = Object.entries(labels).filter(([, label]) => label.trim() !== "");
  return { ...DEFAULT_LABELS, ...Object.fromEntries(filled) };
}

/** Two values that the server would store alike are the same, whatever is on the screen. */
export function same(field: keyof IssueValues, a: unknown, b: unknown): boolean {
  const stored = (value: unknown) => {
    const sent = sendable({ [field]: value })[field];
    if (field === "highlights") {
      return (sent as SavedHighlight[]).map(({ text, storyIds }) => ({ text: text.trim(), storyIds }));
    }
    if (field === "thesis") return (sent as string[]).map((line) => line.trim());
    return sent;
  };
  return looselySame(field, stored(a), stored(b));
}

interface StandingIssue {
  current: IssueWords;
  savedBy: string | null;
  savedById: string | null;
}

function readConflict(details: unknown, actorId: string): Newer<IssueValues> | null {
  const { current, savedBy = null, savedById } = (details ?? {}) as Partial<StandingIssue>;
  const by = savedById === actorId ? YOU : savedBy;
  return current ? { version: current.version, values: valuesOfIssue(current), by } : null;
}

type Views = { [F in keyof IssueValues]: FieldView<IssueValues[F]> };

/** How each part is named, shown and copied where two versions of it meet. */
export function issueViews({ labels }: IssueValues, stories: StoryChoice[]): Views {
  const line = (label: string) => ({ label, ...shown((value: string) => value) });
  const rich = (label: string) => ({
    label,
    show: (value: RichText) => <StaticText value={value} />,
    text: plainText,
  });
  const numbers = ({ storyIds }: HighlightDraft) =>
    stories
      .flatMap(({ id, number }) => (storyIds.includes(id) && number !== null ? [number] : []))
      .join(", ");
  return {
    title: line("Title"),
    slug: line("Address"),
    standfirst: line("Standfirst"),
    feedbackPrompt: line("Feedback prompt"),
    number: { label: "Number", ...shown((value: number | null) => String(value ?? "none")) },
    week: { label: "Week", ...shown((value: Week) => `${value.from ?? "…"} to ${value.to ?? "…"}`) },
    labels: { label: "Headings", ...shown((value: Labels) => Object.values(value).join("\n")) },
    thesis: { label: "Thesis", ...shown((value: string[]) => value.join("\n")) },
    highlights: {
      label: labels.highlights,
      ...shown((value: HighlightDraft[]) => value.map((one) => `– ${one.text} [${numbers(one)}]`).join("\n")),
    },
    introduction: rich(labels.introduction),
    closing: rich(labels.closing),
  };
}

function shown<T>(text: (value: T) => string) {
  return { text, show: (value: T) => <span className="whitespace-pre-line">{text(value)}</span> };
}
