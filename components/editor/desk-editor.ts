"use client";

import { type AnyExtension, Extension } from "@tiptap/core";
import { Placeholder, Selection } from "@tiptap/extensions";
import { type Editor, useEditor } from "@tiptap/react";
import { useEffect, useRef, useState } from "react";
import { applyDocument } from "@/components/editor/apply-document";
import { withoutTrail } from "@/components/editor/trail";
import { equal } from "@/lib/equal";
import type { RichText } from "@/lib/rich-text/document";
import { richTextExtensions } from "@/lib/rich-text/extensions";

interface DeskEditorOptions {
  value: RichText;
  onChange(value: RichText): void;
  onBlur?: (() => void) | undefined;
  label: string;
  placeholder: string;
  editable: boolean;
  autoFocus: boolean;
  extraExtensions: AnyExtension[];
  /** Alt+F10, as screen-reader users know it from other editors. */
  onToolbar(): void;
  /** Mod+Shift+K; Mod+K belongs to the command palette. */
  onLink(): void;
}

/** A Tiptap editor on `value`; null until the browser has it. What was typed here is not set again when it comes back as `value`. */
export function useDeskEditor(options: DeskEditorOptions): Editor | null {
  const latest = useRef(options);
  // The document that `value` and the editor last agreed on.
  const agreed = useRef(options.value);
  const [fixed] = useState(() => fixedOptions(latest));
  const { value, label, editable } = options;
  const editor = useEditor({
    ...fixed,
    onUpdate: ({ editor: source }) => {
      // ProseMirror's attributes have no prototype, and React hands only plain objects to the server.
      const document = withoutTrail(structuredClone(source.getJSON()) as RichText);
      // Waking the editor may add the empty paragraph that it wants at the end: that is nobody's edit.
      if (equal(document, withoutTrail(agreed.current))) return;
      agreed.current = document;
      latest.current.onChange(document);
    },
    onBlur: () => latest.current.onBlur?.(),
  });
  useEffect(() => {
    latest.current = options;
  });
  useEffect(() => {
    if (!editor || value === agreed.current) return;
    const same = equal(withoutTrail(value), withoutTrail(agreed.current));
    agreed.current = value;
    if (!same) applyDocument(editor, value);
  }, [editor, value]);
  useEffect(() => {
    editor?.setEditable(editable, false);
    editor?.view.dom.setAttribute("aria-readonly", String(!editable));
    editor?.view.dom.setAttribute("aria-label", label);
  }, [editor, editable, label]);
  return editor;
}

/** Options that must keep their identity from render to render, or the editor is set up again. */
function fixedOptions(latest: { readonly current: DeskEditorOptions }) {
  const { value, label, editable, autoFocus, extraExtensions } = latest.current;
  return {
    immediatelyRender: false as const,
    content: value,
    editable,
    autofocus: autoFocus && ("end" as const),
    extensions: [
      ...richTextExtensions,
      Selection,
      Placeholder.configure({ placeholder: () => latest.current.placeholder }),
      deskKeys(latest),
      ...extraExtensions,
    ],
    editorProps: {
      attributes: { class: "rich-text", role: "textbox", "aria-multiline": "true", "aria-label": label },
    },
  };
}

function deskKeys(latest: { readonly current: DeskEditorOptions }) {
  const run = (deed: (options: DeskEditorOptions) => void) => () => {
    deed(latest.current);
    return true;
  };
  return Extension.create({
    name: "deskKeys",
    addKeyboardShortcuts: () => ({
      "Alt-F10": run((options) => options.onToolbar()),
      "Mod-Shift-k": run((options) => options.onLink()),
    }),
  });
}
