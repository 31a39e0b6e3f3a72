"use client";

import { useEffect, useSyncExternalStore } from "react";
import type { ClaimsRoom } from "@/components/desk/claims/claims-room";
import { type MarkKind, markKind, unmarkKind } from "@/components/desk/claims/mark-kind";
import { type DeskCommand, useCommands } from "@/components/desk/commands";
import { isAroundText } from "@/components/editor/active-editor";
import { KIND_MARKS } from "@/lib/claims/kind";

/** In the order of their keys. */
export const MARK_KINDS: readonly MarkKind[] = [
  "fact",
  "statement",
  "forecast",
  "commitment",
  "quotation",
  "analysis",
];

/** The kinds as commands of the screen, for keys and palette; possible while somebody writes in a text of a story. */
export function KindCommands({ room }: { room: ClaimsRoom }) {
  const focused = useSyncExternalStore(room.subscribe, room.focused, () => null);
  useEffect(() => {
    const leave = ({ target }: FocusEvent) => {
      if (!isAroundText(target)) room.leaveText();
    };
    document.addEventListener("focusin", leave);
    return () => document.removeEventListener("focusin", leave);
  }, [room]);
  const enabled = focused !== null;
  useCommands([
    ...MARK_KINDS.map((kind): DeskCommand => {
      const { word, shape } = KIND_MARKS[kind];
      return {
        id: `mark-${kind}`,
        title: `Mark as ${word.toLowerCase()} ${shape}`.trim(),
        group: "This story",
        words: "kind claim",
        enabled,
        run: () => focused && markKind(focused.story, focused.part, kind, room.actor.name),
      };
    }),
    {
      id: "unmark",
      title: "Take the mark off",
      group: "This story",
      words: "kind claim analysis remove",
      enabled,
      run: () => focused && unmarkKind(focused.story, focused.part),
    },
  ]);
  return null;
}
