"use client";

import { useState } from "react";
import { findMarks } from "@/components/desk/find/find-marks";
import type { FindText } from "@/components/desk/find/find-store";
import { useFindStore, useSearched } from "@/components/desk/find/use-find";
import type { StoryWords } from "@/components/desk/story-words";

/** Lets the page's search into a story. Answers the extensions that its two editors need for that. */
export function useSearchedStory(
  id: string,
  values: StoryWords,
  edit: (patch: Partial<StoryWords>) => void,
  editable: boolean,
  place: () => HTMLElement | null,
) {
  const store = useFindStore();
  const text = (field: keyof StoryWords, selector: string) => ({
    key: `${id}:${field}`,
    text: values[field],
    editable,
    selector,
    write: (words: FindText) => edit({ [field]: words }),
  });
  useSearched(place, [
    text("headline", "[data-field=headline] textarea"),
    text("body", "[data-field=body] [role=textbox]"),
    text("whyItMatters", "[data-field=box] [role=textbox]"),
  ]);
  const [extensions] = useState(() => ({
    body: [findMarks(store, `${id}:body`)],
    box: [findMarks(store, `${id}:whyItMatters`)],
  }));
  return extensions;
}
