"use client";

import type { Editor } from "@tiptap/react";
import { type MouseEvent, startTransition, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { RichTextEditor, type RichTextEditorProps } from "@/components/editor/rich-text-editor";
import { StaticText } from "@/components/editor/static-text";

/** How far outside the window a text wakes, so that nobody scrolls to one that still sleeps. */
const NEAR = "800px 0px";

/** Where the caret goes when it wakes: nowhere, to the beginning, or to what was pressed (in the window's pixels). */
type Wake = "near" | "start" | { left: number; top: number };

/**
 * A rich-text editor that sleeps as plain text until it is near the window or asked for, so that a page may have a
 * hundred of them. Asleep it looks the same, has the same name, and takes the focus.
 */
export function WakingEditor(props: RichTextEditorProps) {
  const place = useRef<HTMLDivElement>(null);
  const [wake, setWake] = useState<Wake | null>(props.autoFocus ? "start" : null);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const root = element.closest("[data-pane]");
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        observer.disconnect();
        // Somebody may have come here before the page was hydrated: then the focus goes along.
        if (element === document.activeElement) setWake((asked) => asked ?? "start");
        else startTransition(() => setWake((asked) => asked ?? "near"));
      },
      { root, rootMargin: NEAR },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  if (wake !== null) {
    const ready = (editor: Editor | null) => {
      if (editor && wake !== "near" && !props.autoFocus) giveCaret(editor, wake);
      props.onEditor?.(editor);
    };
    return <RichTextEditor {...props} immediate onEditor={ready} />;
  }
  // To a screen reader what it will be once it is awake; no native field can hold lists and tables.
  const asleep = {
    role: "textbox",
    tabIndex: 0,
    "aria-multiline": true,
    "aria-label": props.label,
    "aria-readonly": props.editable === false,
    // At once: what is typed next goes to the editor. What was pressed goes away with that, so that the browser must not put the
    // caret and the focus where it was.
    onMouseDown: (event: MouseEvent) => {
      if (event.button !== 0) return;
      event.preventDefault();
      flushSync(() => setWake({ left: event.clientX, top: event.clientY }));
    },
    onFocus: () => flushSync(() => setWake((asked) => asked ?? "start")),
  };
  return (
    <div ref={place} {...asleep} className={`outline-none ${props.editable === false ? "" : "asleep"}`}>
      <StaticText value={props.value} />
    </div>
  );
}

function giveCaret(editor: Editor, wake: Exclude<Wake, "near">): void {
  const position = wake === "start" ? null : editor.view.posAtCoords(wake)?.pos;
  editor.commands.focus(position ?? "start");
}
