"use client";

import type { Editor } from "@tiptap/react";
import { Highlighter } from "lucide-react";
import { createContext, useContext, useEffect, useMemo, useRef } from "react";
import { useHotkeys } from "react-hotkeys-hook";
import { toast } from "sonner";
import type { Autosave } from "@/components/desk/autosave";
import type { IssueValues } from "@/components/desk/issue-values";
import { type SelectPart, storyOf } from "@/components/desk/part";
import { partAround } from "@/components/desk/use-page";
import { ToolbarButton } from "@/components/editor/toolbar-button";

/** Makes a highlight of words of a story, linked to it. */
export type DrawHighlight = (storyId: string, words: string) => void;

/** Null where there is no issue, or where its own words may not be changed. */
export const DrawHighlightContext = createContext<DrawHighlight | null>(null);

/** As long as a highlight may be. */
const LONGEST = 600;

export const DRAW_KEYS = "mod+alt+h";

/** Drawing highlights from the stories of a page, by the toolbar or by a key; the same function from render to render. */
export function useDrawHighlight(
  autosave: Autosave<IssueValues>,
  editable: boolean,
  onSelect: SelectPart,
): DrawHighlight | null {
  const latest = useRef({ autosave, onSelect });
  useEffect(() => {
    latest.current = { autosave, onSelect };
  });
  const draw = useMemo<DrawHighlight | null>(() => {
    if (!editable) return null;
    return (storyId, words) => {
      const text = words.replace(/\s+/g, " ").trim().slice(0, LONGEST);
      if (text === "") {
        toast("Select the words of the story that are to be the highlight, then draw it again.");
        return;
      }
      const { now, edit } = latest.current.autosave;
      const values = now();
      const id = `new-${performance.now().toString(36)}`;
      edit({ highlights: [...values.highlights, { id, text, storyIds: [storyId] }] });
      const go = () => latest.current.onSelect("highlights", "focus");
      toast(`Added to “${values.labels.highlights}”.`, { action: { label: "Go to it", onClick: go } });
    };
  }, [editable]);
  useHotkeys(
    DRAW_KEYS,
    () => {
      const at = document.activeElement;
      const part = at && partAround(at);
      const storyId = part && storyOf(part);
      if (storyId) draw?.(storyId, selectedWords(at));
    },
    { preventDefault: true, enableOnContentEditable: true, enableOnFormTags: true, enabled: draw !== null },
    [draw],
  );
  return draw;
}

function selectedWords(at: Element): string {
  if (at instanceof HTMLTextAreaElement)
    return at.value.slice(at.selectionStart, at.selectionEnd) || at.value;
  return window.getSelection()?.toString() ?? "";
}

/** For the toolbar of a story's text: its selected words become a highlight. */
export function DrawHighlightButton({ editor, storyId }: { editor: Editor; storyId: string }) {
  const draw = useContext(DrawHighlightContext);
  if (!draw) return null;
  const press = () => {
    const { from, to } = editor.state.selection;
    draw(storyId, editor.state.doc.textBetween(from, to, " ", " "));
  };
  return (
    <ToolbarButton label="Draw a highlight" keys="Mod+Alt+H" onPress={press}>
      <Highlighter size={16} aria-hidden />
    </ToolbarButton>
  );
}
