"use client";

import { FileText } from "lucide-react";
import { type DragEvent, type FormEvent, type ReactNode, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";

/** Bytes that one import from the desk may have; the limit of lib/importers/decode.ts. */
const LARGEST = 2 * 1024 * 1024;

interface ImportInputProps {
  text: string;
  onText(text: string): void;
  busy: boolean;
  failure: ReactNode;
  onProblem(sentence: string): void;
  onRead(input: FormData | { fileName: string; text: string }): void;
}

/** Where text is pasted, or a file dropped or chosen. What is in the field stays there until it is an issue. */
export function ImportInput({ text, onText, busy, failure, onProblem, onRead }: ImportInputProps) {
  const [isOver, setOver] = useState(false);
  const readOne = (file: File | undefined) => {
    if (!file) return;
    if (file.size > LARGEST) return onProblem(tooLarge(file));
    const form = new FormData();
    form.set("file", file);
    onRead(form);
  };
  const drop = (event: DragEvent) => {
    if (event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    setOver(false);
    readOne(event.dataTransfer.files[0]);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === "") return onProblem("There is no text yet: paste one, or choose a file.");
    if (new Blob([text]).size > LARGEST)
      return onProblem("This text is longer than 2 MB. Import it in parts.");
    // Pasted text has no name; whether it is Markdown is seen from the text itself.
    onRead({ fileName: "pasted-text.txt", text });
  };
  return (
    <form
      onSubmit={submit}
      onDrop={drop}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes("Files")) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      className={`rounded-card border bg-paper p-4 sm:p-6 ${isOver ? "border-line" : "border-hair"}`}
    >
      <TextField text={text} onText={onText} />
      <div aria-live="polite" className="mt-3 empty:hidden">
        {failure}
      </div>
      <div className="mt-4 flex flex-wrap items-center gap-2">
        <FileChooser busy={busy} onFile={readOne} />
        <span className="text-sm text-quiet max-sm:hidden">
          {isOver ? "Let go to read it" : "or drop one here"}
        </span>
        <Button type="submit" variant="primary" pending={busy} className="ml-auto">
          Read it
        </Button>
      </div>
    </form>
  );
}

function TextField({ text, onText }: Pick<ImportInputProps, "text" | "onText">) {
  const id = useId();
  return (
    <>
      <label htmlFor={id} className="text-sm font-medium">
        The text of an issue
      </label>
      <p id={`${id}-hint`} className="mt-0.5 mb-3 text-sm text-quiet">
        Plain text or Markdown, pasted here or dropped as a file. You see what was found before anything is
        written.
      </p>
      <textarea
        id={id}
        aria-describedby={`${id}-hint`}
        value={text}
        onChange={(event) => onText(event.target.value)}
        spellCheck={false}
        placeholder={"What kind of week it was …\n\n1. Subject — angle\nTitle of the source — Publisher"}
        className="block h-[min(26rem,55dvh)] w-full resize-y rounded-control border border-edge bg-paper p-3 font-serif text-lg leading-relaxed placeholder:text-quiet"
      />
    </>
  );
}

interface FileChooserProps {
  busy: boolean;
  onFile(file: File | undefined): void;
}

function FileChooser({ busy, onFile }: FileChooserProps) {
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={chooser}
        type="file"
        accept=".txt,.text,.md,.markdown,text/plain,text/markdown"
        aria-label="File"
        className="sr-only"
        tabIndex={-1}
        onChange={(event) => {
          onFile(event.target.files?.[0]);
          // The same file can be chosen again after it was mended.
          event.target.value = "";
        }}
      />
      <Button onClick={() => chooser.current?.click()} disabled={busy}>
        <FileText aria-hidden size={15} />
        Choose a file…
      </Button>
    </>
  );
}

function tooLarge(file: File): string {
  const size = (file.size / 1024 / 1024).toFixed(1);
  return `“${file.name}” has ${size} MB; an issue read here has at most 2 MB. Nothing was read.`;
}
