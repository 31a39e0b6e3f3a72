"use client";

import { type Editor, posToDOMRect } from "@tiptap/react";
import { Popover } from "radix-ui";
import { type FormEvent, useRef, useState } from "react";
import { linkAddress } from "@/components/editor/link-address";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

interface LinkPopoverProps {
  editor: Editor;
  open: boolean;
  onOpenChange(open: boolean): void;
}

/** Sets, changes and removes the link of the selected words, beside them. */
export function LinkPopover({ editor, open, onOpenChange }: LinkPopoverProps) {
  const words = useRef({ getBoundingClientRect: () => rectOfSelection(editor) });
  return (
    <Popover.Root open={open} onOpenChange={onOpenChange}>
      <Popover.Anchor virtualRef={words} />
      <Popover.Portal>
        <Popover.Content
          aria-label="Link"
          align="start"
          sideOffset={6}
          collisionPadding={8}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            editor.commands.focus();
          }}
          className="z-50 w-[min(24rem,calc(100vw-1rem))] rounded-card border border-hair bg-paper p-4 font-sans shadow-lift"
        >
          <LinkForm editor={editor} onDone={() => onOpenChange(false)} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function rectOfSelection({ view, state }: Editor): DOMRect {
  return posToDOMRect(view, state.selection.from, state.selection.to);
}

function LinkForm({ editor, onDone }: { editor: Editor; onDone(): void }) {
  const present: unknown = editor.getAttributes("link").href;
  const [typed, setTyped] = useState(typeof present === "string" ? present : "");
  const [error, setError] = useState<string>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // React carries the event on to the form around the editor, which is not meant.
    event.stopPropagation();
    const address = linkAddress(typed);
    if ("error" in address) return setError(address.error);
    setLink(editor, address.href);
    onDone();
  };
  const remove = () => {
    editor.chain().extendMarkRange("link").unsetLink().run();
    onDone();
  };
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <Field label="Address" error={error}>
        {(control) => (
          <Input
            {...control}
            type="url"
            inputMode="url"
            autoComplete="off"
            placeholder="https://"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
      <div className="flex justify-end gap-2">
        {present ? (
          <Button size="sm" variant="quiet" onClick={remove}>
            Remove link
          </Button>
        ) : null}
        <Button size="sm" variant="primary" type="submit">
          Set link
        </Button>
      </div>
    </form>
  );
}

/** Links the selection, or the whole link the caret is in; with neither, writes the address itself. */
function setLink(editor: Editor, href: string): void {
  const { empty } = editor.state.selection;
  if (empty && !editor.isActive("link")) {
    const mark = { type: "link", attrs: { href } };
    editor
      .chain()
      .insertContent({ type: "text", text: href, marks: [mark] })
      .run();
    return;
  }
  editor.chain().extendMarkRange("link").setLink({ href }).run();
}
