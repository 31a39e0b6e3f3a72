"use client";

import { ArrowLeft } from "lucide-react";
import { useState } from "react";
import { shortDate } from "@/components/desk/dates";
import { SnapshotReader } from "@/components/desk/evidence/snapshot-reader";
import { Button } from "@/components/ui/button";
import type { Span } from "@/lib/evidence/match";
import type { SnapshotText } from "@/lib/evidence/schema";

interface PassageChooserProps {
  text: SnapshotText;
  start: Span | null;
  /** Passages of this text that the claim stands on already. */
  kept: readonly Span[];
  onBack(): void;
  /** The passage is not in this text: it is typed by hand. */
  onType(): void;
  /** Answers why it could not be attached; null when it was. */
  onAttach(span: Span): Promise<string | null>;
}

/** A source's text with the passage that is chosen in it, and the button that attaches it. */
export function PassageChooser({ text, start, kept, onBack, onType, onAttach }: PassageChooserProps) {
  const [span, setSpan] = useState(start);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const take = async (chosen: Span) => {
    if (pending) return;
    setPending(true);
    setProblem(await onAttach(chosen));
    setPending(false);
  };
  return (
    <div className="grid min-h-0 grid-rows-[auto_minmax(0,1fr)_auto]">
      <Head text={text} onBack={onBack} />
      <SnapshotReader
        label={`Text of ${text.title}`}
        text={text.text}
        pages={text.pages}
        marks={kept}
        start={start}
        autoFocus
        onSelect={setSpan}
        onTake={(chosen) => void take(chosen)}
      />
      <div className="border-t border-hair px-4 py-3">
        <figure aria-label="Chosen passage" className="mb-2 line-clamp-3 min-h-10 font-serif text-base">
          {span ? text.text.slice(span.start, span.end) : <Hint />}
        </figure>
        <div className="flex items-center justify-between gap-3">
          <p className="text-xs text-pretty text-quiet max-sm:hidden">
            ↑ ↓ sentence, ← → word, Shift takes more in, Enter attaches, Esc leaves
          </p>
          <div className="ml-auto flex shrink-0 gap-1">
            <Button variant="quiet" onClick={onType}>
              Not in this text
            </Button>
            <Button
              variant="primary"
              pending={pending}
              disabled={!span}
              onClick={() => span && void take(span)}
            >
              Attach
            </Button>
          </div>
        </div>
        <p role="alert" className="text-sm text-line not-empty:mt-2">
          {problem}
        </p>
      </div>
    </div>
  );
}

/** Whose text it is, and the ways from it. */
function Head({ text, onBack }: Pick<PassageChooserProps, "text" | "onBack">) {
  const about = [text.publisher, `read on ${shortDate(text.readAt)}`].filter(Boolean).join(", ");
  return (
    <div className="flex items-start gap-2 border-b border-hair px-3 py-2 text-sm">
      <Button size="sm" variant="quiet" onClick={onBack} aria-label="Other sources">
        <ArrowLeft aria-hidden size={15} />
      </Button>
      <div className="min-w-0 flex-1 pt-0.5">
        <p className="truncate font-medium">{text.title}</p>
        <p className="text-quiet">{text.origin === "typed" ? "Typed by hand" : about}</p>
      </div>
      {text.url ? (
        <a className="link pt-0.5" href={text.url} target="_blank" rel="noreferrer">
          Open the page
        </a>
      ) : null}
    </div>
  );
}

function Hint() {
  return <span className="text-quiet">Choose the passage that says it.</span>;
}
