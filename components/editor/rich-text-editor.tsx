"use client";

import { type Editor, EditorContent, type Extensions } from "@tiptap/react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useDeskEditor } from "@/components/editor/desk-editor";
import { SelectionMenu } from "@/components/editor/selection-menu";
import { StaticText } from "@/components/editor/static-text";
import { EditorToolbar, type EditorVariant } from "@/components/editor/toolbar";
import type { RichText } from "@/lib/rich-text/document";
import "./rich-text.css";

export interface RichTextEditorProps {
  value: RichText;
  onChange(value: RichText): void;
  onBlur?: () => void;
  /** The accessible name of the text. */
  label: string;
  placeholder?: string;
  editable?: boolean;
  /** "body" has every tool, "plain" no table, "box" only what a few sentences need. */
  variant?: EditorVariant;
  /** Takes the focus once it is awake: for a text that somebody asked to begin. */
  autoFocus?: boolean;
  /** More than the one list of extensions: what shows and does something, and adds nothing to the document. Read once. */
  extraExtensions?: Extensions;
  /** Tools beside selected words. */
  toolbarExtra?: ReactNode;
  /** Told the editor once it is awake, and null when it goes. Told by the latest function only. */
  onEditor?(editor: Editor | null): void;
}

/**
 * The rich-text editor of the desk: the one list of extensions, so that what can be typed, pasted, stored and rendered is the
 * same. `value` may change from outside (a colleague's version taken over).
 */
export function RichTextEditor(props: RichTextEditorProps) {
  const { value, label, editable = true, variant = "body", placeholder = "" } = props;
  const toolbar = useRef<HTMLDivElement>(null);
  const [linking, setLinking] = useState(false);
  const editor = useDeskEditor({
    value,
    label,
    editable,
    placeholder,
    autoFocus: props.autoFocus ?? false,
    extraExtensions: props.extraExtensions ?? [],
    onChange: props.onChange,
    onBlur: props.onBlur,
    onToolbar: () => toolbar.current?.querySelector("button")?.focus(),
    onLink: () => setLinking(true),
  });
  const tell = useRef(props.onEditor);
  tell.current = props.onEditor;
  useEffect(() => {
    if (!editor) return;
    tell.current?.(editor);
    return () => tell.current?.(null);
  }, [editor]);
  return (
    <div className="group/editor">
      {editable ? (
        <EditorToolbar
          ref={toolbar}
          editor={editor}
          variant={variant}
          label={label}
          linking={linking}
          onLinking={setLinking}
        />
      ) : null}
      {editor && props.toolbarExtra ? (
        <SelectionMenu editor={editor} label={label}>
          {props.toolbarExtra}
        </SelectionMenu>
      ) : null}
      {editor ? <EditorContent editor={editor} /> : <StaticText value={value} />}
    </div>
  );
}
