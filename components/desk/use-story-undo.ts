"use client";

import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { LineHistory } from "@/components/editor/line-history";
import { sharedUndo } from "@/components/editor/shared-undo";
import { UndoTrail } from "@/components/editor/undo-trail";

interface Headline {
  value: string;
  change(value: string): void;
  /** The field itself, to show where something came back. */
  field(): HTMLElement | null | undefined;
}

/** Undo over a whole story: headline, text and box take back their steps in the order they were made. */
export function useStoryUndo(headline: Headline) {
  const { value, change } = headline;
  const latest = useRef(headline);

  const [undo] = useState(() => {
    const trail = new UndoTrail();
    const line = new LineHistory(value);
    return { trail, line, body: [sharedUndo(trail, "body")], box: [sharedUndo(trail, "box")] };
  });
  const { trail, line } = undo;
  useEffect(() => {
    latest.current = headline;
  });
  useEffect(() => line.replaced(value), [line, value]);
  useEffect(() => {
    const put = (words: string | null) => {
      if (words !== null) latest.current.change(words);
      return words !== null;
    };
    return trail.join("headline", {
      undo: () => put(line.undo()),
      redo: () => put(line.redo()),
      focus: () => latest.current.field()?.focus(),
    });
  }, [trail, line]);
  return {
    body: undo.body,
    box: undo.box,
    typed: (words: string) => {
      if (line.typed(words, Date.now())) trail.began("headline");
      change(words);
    },
    /** For the headline's field; the editors bring their own keys. */
    keys: (event: KeyboardEvent) => {
      const step = stepOf(event);
      if (!step) return;
      event.preventDefault();
      trail[step]();
    },
  };
}

function stepOf({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): "undo" | "redo" | null {
  if (altKey || !(ctrlKey || metaKey)) return null;
  const letter = key.toLowerCase();
  if (letter === "y") return "redo";
  if (letter !== "z") return null;
  return shiftKey ? "redo" : "undo";
}
