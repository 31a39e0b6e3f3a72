"use client";

import { NodeViewContent, type NodeViewProps, NodeViewWrapper } from "@tiptap/react";
import { Trash2 } from "lucide-react";
import { createElement, type KeyboardEvent, useId } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { imageAddress } from "@/lib/images/address";
import { type FigureAttributes, LONGEST_ALT, LONGEST_CREDIT } from "@/lib/rich-text/figure";

/** A picture on the desk: as readers see it, its caption under it, then the fields about it. */
export function FigureView({ node, editor, selected, updateAttributes, deleteNode }: NodeViewProps) {
  const { imageId, alt, credit, width, height } = node.attrs as FigureAttributes;
  const editable = editor.isEditable;
  const remove = () => {
    deleteNode();
    editor.commands.focus();
  };
  // Next's own Image would ask its server for sizes that are kept already.
  const picture = { src: imageAddress(imageId), alt, width, height, draggable: true, "data-drag-handle": "" };
  return (
    <NodeViewWrapper as="figure" className={`picture ${selected ? "picture-selected" : ""}`}>
      {createElement("img", picture)}
      <NodeViewContent<"figcaption">
        as="figcaption"
        data-placeholder={node.content.size === 0 && editable ? "Caption" : undefined}
      />
      {editable ? (
        <fieldset
          contentEditable={false}
          className="picture-fields"
          onKeyDown={(event) => leave(event, editor)}
        >
          <legend className="sr-only">About the picture</legend>
          <PictureField
            label="Alternative text"
            hint={alt === "" ? "Missing. Say what somebody who cannot see the picture needs to know." : null}
            value={alt}
            longest={LONGEST_ALT}
            onChange={(value) => updateAttributes({ alt: value })}
          />
          <PictureField
            label="Credit"
            hint={null}
            value={credit}
            longest={LONGEST_CREDIT}
            onChange={(value) => updateAttributes({ credit: value })}
          />
          <Button size="sm" variant="quiet" onClick={remove}>
            <Trash2 size={14} aria-hidden />
            Remove the picture
          </Button>
        </fieldset>
      ) : null}
    </NodeViewWrapper>
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
  /** What is missing, or nothing. */
  hint: string | null;
  value: string;
  longest: number;
  onChange(value: string): void;
}

function PictureField({ label, hint, value, longest, onChange }: PictureFieldProps) {
  const id = useId();
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="text-xs font-medium">
        {label}
      </label>
      <Input
        id={id}
        value={value}
        maxLength={longest}
        aria-describedby={hint === null ? undefined : `${id}-hint`}
        onChange={(event) => onChange(event.target.value)}
        className={hint === null ? "" : "border-line"}
      />
      {/* Its line is kept when there is nothing to say, so that nothing moves under the words being typed. */}
      <p id={`${id}-hint`} className="min-h-4 text-xs text-line">
        {hint}
      </p>
    </div>
  );
}
