"use client";

import { useState } from "react";
import type { Autosave } from "@/components/desk/autosave";
import { findMarks } from "@/components/desk/find/find-marks";
import type { FindText } from "@/components/desk/find/find-store";
import { type SearchedText, useFindStore, useSearched } from "@/components/desk/find/use-find";
import type { IssueValues } from "@/components/desk/issue-values";

/** Lets the page's search into the issue's own words. Answers the extensions that its two editors need for that. */
export function useSearchedIssue(
  { values, now, edit }: Pick<Autosave<IssueValues>, "values" | "now" | "edit">,
  editable: boolean,
  place: () => HTMLElement | null,
) {
  const store = useFindStore();
  const { highlights, thesis } = values;
  const one = (field: "title" | "standfirst" | "feedbackPrompt", label: string): SearchedText => ({
    key: `issue:${field}`,
    text: values[field],
    editable,
    selector: `textarea[aria-label="${label}"]`,
    write: (words) => edit({ [field]: words }),
  });
  const rich = (field: "introduction" | "closing"): SearchedText => ({
    key: `issue:${field}`,
    text: values[field],
    editable,
    selector: `[data-part=${field}] [role=textbox]`,
    write: (words: FindText) => edit({ [field]: words }),
  });
  const lines = highlights.map((line, at) => ({
    key: `issue:highlight:${line.id}`,
    text: line.text,
    editable,
    selector: `[data-part=highlights] textarea[aria-label="Line ${at + 1}"]`,
    // On top of what was written a moment ago: "replace all" writes into many lines at once.
    write: (words: FindText) =>
      edit({
        highlights: now().highlights.map((held) =>
          held.id === line.id ? { ...held, text: String(words) } : held,
        ),
      }),
  }));
  const theses = thesis.map((line, at) => ({
    key: `issue:thesis:${at}`,
    text: line,
    editable,
    selector: `textarea[aria-label="Thesis, line ${at + 1}"]`,
    write: (words: FindText) => edit({ thesis: now().thesis.with(at, String(words)) }),
  }));
  useSearched(place, [
    one("title", "Title"),
    one("standfirst", "Standfirst"),
    rich("introduction"),
    ...lines,
    ...theses,
    rich("closing"),
    one("feedbackPrompt", "Feedback prompt"),
  ]);
  const [extensions] = useState(() => ({
    introduction: [findMarks(store, "issue:introduction")],
    closing: [findMarks(store, "issue:closing")],
  }));
  return extensions;
}
