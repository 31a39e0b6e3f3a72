"use client";

import type { AnyExtension } from "@tiptap/core";
import { Node } from "@tiptap/pm/model";
import { type Editor, useEditor } from "@tiptap/react";
import { useEffect, useRef, useState } from "react";
import { applyDocument } from "@/components/editor/apply-document";
import { type DeskSetting, deskExtensions } from "@/components/editor/desk-extensions";
import { withoutTrail } from "@/components/editor/trail";
import { equal } from "@/lib/equal";
import { proseMirrorSchema, type RichText } from "@/lib/rich-text/document";

interface DeskEditorOptions extends DeskSetting {
  value: RichText;
  onChange(value: RichText): void;
  onFocus(): void;
  onBlur?: (() => void) | undefined;
  onEditor?: ((editor: Editor | null) => void) | undefined;
  label: string;
  editable: boolean;
  autoFocus: boolean;
  /** Made while it is first rendered, which only a browser can; otherwise once the page is hydrated. */
  immediate: boolean;
  /** Read once, when the editor wakes. */
  extraExtensions: AnyExtension[];
}

/** A Tiptap editor on `value`; null until the browser has it. What was typed here is not set again when it comes back as `value`. */
export function useDeskEditor(options: DeskEditorOptions): Editor | null {
  const latest = useRef(options);
  // The document that `value` and the editor last agreed on.
  const agreed = useRef(options.value);
  // True while that came from outside: the editor may write it differently without anybody's doing.
  const fromOutside = useRef(true);
  const [fixed] = useState(() => fixedOptions(latest));
  const { value, label, editable } = options;
  const editor = useEditor({
    ...fixed,
    onUpdate: ({ editor: source }) => {
      // ProseMirror's attributes have no prototype, and React hands only plain objects to the server.
      const document = withoutTrail(structuredClone(source.getJSON()) as RichText);
      const isNobodys = fromOutside.current && same(document, agreed.current);
      fromOutside.current = false;
      if (isNobodys || equal(document, withoutTrail(agreed.current))) return;
      agreed.current = document;
      latest.current.onChange(document);
    },
    onFocus: () => latest.current.onFocus(),
    onBlur: () => latest.current.onBlur?.(),
  });
  useEffect(() => {
    latest.current = options;
  });
  useEffect(() => {
    if (!editor || value === agreed.current) return;
    const isKnown = same(value, agreed.current);
    agreed.current = value;
    fromOutside.current = true;
    if (!isKnown) applyDocument(editor, value);
  }, [editor, value]);
  useEffect(() => {
    editor?.setEditable(editable, false);
    editor?.view.dom.setAttribute("aria-readonly", String(!editable));
    editor?.view.dom.setAttribute("aria-label", label);
    // What can only be read takes the focus too.
    editor?.view.dom.setAttribute("tabindex", "0");
  }, [editor, editable, label]);
  useEffect(() => {
    if (!editor) return;
    latest.current.onEditor?.(editor);
    return () => latest.current.onEditor?.(null);
  }, [editor]);
  return editor;
}

/**
 * Waking the editor may add the empty paragraph that it wants at the end, and writes attributes that an older document does not
 * name: that is nobody's edit.
 */
function same(a: RichText, b: RichText): boolean {
  return equal(withoutTrail(a), withoutTrail(b)) || equal(written(a), written(b));
}

function written(document: RichText): RichText {
  return withoutTrail(structuredClone(Node.fromJSON(proseMirrorSchema, document).toJSON()) as RichText);
}

/** Options that must keep their identity from render to render, or the editor is set up again. */
function fixedOptions(latest: { readonly current: DeskEditorOptions }) {
  const { value, label, editable, autoFocus, extraExtensions } = latest.current;
  return {
    immediatelyRender: latest.current.immediate,
    content: value,
    editable,
    autofocus: autoFocus && ("end" as const),
    extensions: [...deskExtensions(latest), ...extraExtensions],
    // Markdown among pasted text is read as a whole (clean-paste.ts); only addresses are still made links one by one.
    enablePasteRules: ["link"],
    editorProps: {
      // Room for the tools that float over the top of the page.
      scrollMargin: { top: 64, bottom: 24, left: 0, right: 0 },
      scrollThreshold: { top: 64, bottom: 24, left: 0, right: 0 },
      attributes: { class: "rich-text", role: "textbox", "aria-multiline": "true", "aria-label": label },
    },
  };
}
