"use client";

import { NodeSelection } from "@tiptap/pm/state";
import { NodeViewContent, type NodeViewProps, NodeViewWrapper, useEditorState } from "@tiptap/react";
import { Trash2 } from "lucide-react";
import { createElement, type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { imageAddress } from "@/lib/images/address";
import { type FigureAttributes, LONGEST_ALT, LONGEST_CREDIT } from "@/lib/rich-text/figure";

/** A picture on the desk: as readers see it, and while somebody is at it, the fields about it. */
export function FigureView(props: NodeViewProps) {
  const { node, editor, selected, getPos } = props;
  const { imageId, alt, credit, width, height } = node.attrs as FigureAttributes;
  const editable = editor.isEditable;
  const [asked, setAsked] = useState(false);
  const isAt = useEditorState({ editor, selector: () => isCaretAt(props) });
  const ask = () => {
    const place = getPos();
    if (place === undefined) return;
    setAsked(true);
    editor.view.dispatch(editor.state.tr.setSelection(NodeSelection.create(editor.state.doc, place)));
  };
  // Next's own Image would ask its server for sizes that are kept already.
  const picture = {
    src: imageAddress(imageId, 1280),
    alt,
    width,
    height,
    draggable: true,
    "data-drag-handle": "",
  };
  return (
    <NodeViewWrapper as="figure" data-credit={credit} className={selected ? "picture-selected" : ""}>
      {createElement("img", picture)}
      {editable && alt === "" ? (
        <button type="button" contentEditable={false} className="picture-missing" onClick={ask}>
          Add alternative text
        </button>
      ) : null}
      <NodeViewContent<"figcaption">
        as="figcaption"
        data-placeholder={node.content.size === 0 && editable ? "Caption" : undefined}
      />
      {editable && (isAt || selected) ? <PictureFields {...props} focusFirst={asked} /> : null}
    </NodeViewWrapper>
  );
}

/** True while the caret is in the caption, or the picture itself is selected. */
function isCaretAt({ editor, getPos, node }: NodeViewProps): boolean {
  const place = getPos();
  const { from, to } = editor.state.selection;
  return place !== undefined && from >= place && to <= place + node.nodeSize;
}

function PictureFields({
  node,
  editor,
  updateAttributes,
  deleteNode,
  focusFirst,
}: NodeViewProps & { focusFirst: boolean }) {
  const { alt, credit } = node.attrs as FigureAttributes;
  const remove = () => {
    deleteNode();
    editor.commands.focus();
  };
  return (
    <fieldset contentEditable={false} className="picture-fields" onKeyDown={(event) => leave(event, editor)}>
      <legend className="sr-only">About the picture</legend>
      <PictureField
        label="Alternative text"
        hint={alt === "" ? "Say what somebody who cannot see the picture needs to know." : null}
        value={alt}
        longest={LONGEST_ALT}
        onChange={(value) => updateAttributes({ alt: value })}
        isFirst={focusFirst}
      />
      <PictureField
        label="Credit"
        value={credit}
        longest={LONGEST_CREDIT}
        onChange={(value) => updateAttributes({ credit: value })}
      />
      <Button size="sm" variant="quiet" onClick={remove}>
        <Trash2 size={14} aria-hidden />
        Remove the picture
      </Button>
    </fieldset>
  );
}

/** Escape, and Enter in a field, lead back into the text. */
function leave(event: KeyboardEvent, editor: NodeViewProps["editor"]): void {
  const isDone =
    event.key === "Escape" || (event.key === "Enter" && event.target instanceof HTMLInputElement);
  if (!isDone) return;
  event.preventDefault();
  editor.commands.focus();
}

interface PictureFieldProps {
  label: string;
  /** What is missing, or nothing; leave out where nothing can be. */
  hint?: string | null;
  value: string;
  longest: number;
  onChange(value: string): void;
  /** Takes the focus when it appears: somebody pressed a button for it. */
  isFirst?: boolean;
}

function PictureField({ label, hint, value, longest, onChange, isFirst = false }: PictureFieldProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isFirst) field.current?.focus();
  }, [isFirst]);
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="text-xs font-medium">
        {label}
      </label>
      <Input
        ref={field}
        id={id}
        value={value}
        maxLength={longest}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.target.value)}
        className={hint ? "border-line" : ""}
      />
      {/* Its line is kept when there is nothing to say, so that nothing moves under the words being typed. */}
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className="min-h-4 text-xs text-line">
          {hint}
        </p>
      )}
    </div>
  );
}
