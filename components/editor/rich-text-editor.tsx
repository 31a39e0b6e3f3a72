"use client";

import { type AnyExtension, type Editor, EditorContent } from "@tiptap/react";
import { type ReactNode, useContext, useId, useRef, useState } from "react";
import { setActiveEditor, useIsActiveEditor } from "@/components/editor/active-editor";
import { useDeskEditor } from "@/components/editor/desk-editor";
import { EditorTools, focusTools } from "@/components/editor/editor-tools";
import { ImageUploadContext } from "@/components/editor/image-upload";
import { addPicture } from "@/components/editor/picture-upload";
import { SelectionMenu } from "@/components/editor/selection-menu";
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
  /** For a text that first comes up in the browser: its editor is there at once, no letter typed meanwhile is lost. */
  immediate?: boolean;
  /** Further extensions of this one text, such as an undo it shares with others; those of the first render stay. */
  extraExtensions?: AnyExtension[];
  /** Told the editor once it is awake, and null when it goes. Told by the latest function only. */
  onEditor?(editor: Editor | null): void;
  /** Buttons (ToolbarButton) for the toolbar over selected words. */
  toolbarExtra?: ReactNode | ((editor: Editor) => ReactNode);
  /** One more tool (ToolbarButton) among those above the page. */
  dockExtra?: ReactNode;
}

const NONE: AnyExtension[] = [];

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
    immediate: props.immediate ?? false,
    extraExtensions: props.extraExtensions ?? NONE,
    onChange: props.onChange,
    onFocus: () => setActiveEditor(id),
    onBlur: props.onBlur,
    onEditor: props.onEditor,
    onToolbar: () => focusTools(id),
    onLink: () => setLinking(true),
  });
  const addPictures = (files: FileList | null) => {
    if (!editor || !uploadImage) return;
    for (const one of files ?? []) addPicture(editor.view, one, uploadImage, editor.state.selection.from);
    editor.commands.focus();
  };
  const extra = typeof toolbarExtra === "function" ? editor && toolbarExtra(editor) : toolbarExtra;
  return (
    <div ref={box} data-editor={id}>
      {editor && editable && isActive ? (
        <EditorTools
          {...{ editor, variant, label, linking }}
          onLinking={setLinking}
          onPicture={uploadImage ? choosePicture : null}
          extra={extra}
          dockExtra={props.dockExtra}
        />
      ) : null}
      {editor && !editable && extra ? (
        <SelectionMenu editor={editor} label={label}>
          {extra}
        </SelectionMenu>
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
