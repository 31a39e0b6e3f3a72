"use client";

import type { Extensions } from "@tiptap/core";
import { type Editor, EditorContent } from "@tiptap/react";
import { type ReactNode, useContext, useId, useRef, useState } from "react";
import { setActiveEditor, useIsActiveEditor } from "@/components/editor/active-editor";
import { useDeskEditor } from "@/components/editor/desk-editor";
import { EditorTools } from "@/components/editor/editor-tools";
import { ImageUploadContext } from "@/components/editor/image-upload";
import { addPicture } from "@/components/editor/picture-upload";
import type { EditorVariant } from "@/components/editor/slash-items";
import { StaticText } from "@/components/editor/static-text";
import type { RichText } from "@/lib/rich-text/document";
import "./rich-text.css";
import "./rich-text-blocks.css";

export interface RichTextEditorProps {
  value: RichText;
  onChange(value: RichText): void;
  onBlur?: () => void;
  /** The accessible name of the text. */
  label: string;
  placeholder?: string;
  editable?: boolean;
  /** "body" has every tool, "plain" no table or picture, "box" only what a few sentences need. */
  variant?: EditorVariant;
  /** Takes the focus once it is awake: for a text that somebody asked to begin. */
  autoFocus?: boolean;
  /** Gets the editor when it is awake, and null before it goes. */
  onEditor?: (editor: Editor | null) => void;
  /** ProseMirror plugins of other rooms (comments, find); read once, when the editor wakes. */
  extraExtensions?: Extensions;
  /** Buttons (ToolbarButton) for the toolbar over selected words. */
  toolbarExtra?: ReactNode | ((editor: Editor) => ReactNode);
}

const NONE: Extensions = [];

/**
 * The rich-text editor of the desk: the one list of extensions, so that what can be typed, pasted, stored and rendered is the
 * same. `value` may change from outside (a colleague's version taken over). Only the text that had the focus last draws tools.
 */
export function RichTextEditor(props: RichTextEditorProps) {
  const { value, label, editable = true, variant = "body", placeholder = "", toolbarExtra } = props;
  const id = useId();
  const isActive = useIsActiveEditor(id);
  const uploadImage = useContext(ImageUploadContext);
  const box = useRef<HTMLDivElement>(null);
  const file = useRef<HTMLInputElement>(null);
  const [linking, setLinking] = useState(false);
  const choosePicture = () => file.current?.click();
  const editor = useDeskEditor({
    ...{ value, label, editable, placeholder, variant, uploadImage, choosePicture },
    autoFocus: props.autoFocus ?? false,
    extraExtensions: props.extraExtensions ?? NONE,
    onChange: props.onChange,
    onFocus: () => setActiveEditor(id),
    onBlur: props.onBlur,
    onEditor: props.onEditor,
    onToolbar: () => focusTools(box.current),
    onLink: () => setLinking(true),
  });
  const addPictures = (files: FileList | null) => {
    if (!editor || !uploadImage) return;
    for (const one of files ?? []) addPicture(editor.view, one, uploadImage, editor.state.selection.from);
    editor.commands.focus();
  };
  return (
    <div ref={box} className="group/editor relative">
      {editable ? (
        <div className={PLACES[variant]}>
          {editor && isActive ? (
            <EditorTools
              {...{ editor, variant, label, linking }}
              onLinking={setLinking}
              onPicture={uploadImage ? choosePicture : null}
              extra={typeof toolbarExtra === "function" ? toolbarExtra(editor) : toolbarExtra}
            />
          ) : null}
        </div>
      ) : null}
      {editor ? <EditorContent editor={editor} /> : <StaticText value={value} />}
      {editable && uploadImage && variant === "body" ? (
        <input
          ref={file}
          type="file"
          accept="image/*"
          multiple
          hidden
          aria-label={`Pictures for: ${label}`}
          onChange={(event) => {
            addPictures(event.target.files);
            event.target.value = "";
          }}
        />
      ) : null}
    </div>
  );
}

/** Into the tools over the selected words while they are there, else into those above the text. */
function focusTools(box: HTMLElement | null): void {
  const toolbars = [...(box?.querySelectorAll<HTMLElement>("[role='toolbar']") ?? [])];
  const floating = toolbars.findLast((toolbar) => toolbar.checkVisibility({ visibilityProperty: true }));
  floating?.querySelector("button")?.focus();
}

// The room for the tools is always kept, so that nothing moves when they come and go with the focus.
const SHOWN =
  "opacity-0 focus-within:opacity-100 group-focus-within/editor:opacity-100 group-has-[[data-state=open]]/editor:opacity-100";
const PLACES: Record<EditorVariant, string> = {
  body: `sticky top-[calc(var(--sheet-top,0px)+2.5rem)] z-10 -mx-1.5 mb-2 min-h-9.5 border-b border-hair bg-paper px-1 py-1 ${SHOWN}`,
  plain: `-mx-1.5 mb-2 min-h-9.5 border-b border-hair px-1 py-1 ${SHOWN}`,
  box: `absolute -top-9 right-0 max-sm:static max-sm:mb-1 max-sm:-ml-1.5 max-sm:min-h-7 ${SHOWN}`,
};
