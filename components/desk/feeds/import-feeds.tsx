"use client";

import { type FormEvent, useId, useRef, useState } from "react";
import { attempt } from "@/components/desk/attempt";
import type { FeedActions } from "@/components/desk/feeds/feed-actions";
import { nameOfFeed } from "@/components/desk/feeds/feed-words";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import type { OpmlReport } from "@/lib/feeds/schema";

/** Characters of a list that are sent at all; the limit of lib/feeds/opml.ts. */
const LARGEST = 2_000_000;

/** Takes in a list of feeds, as a file or as text, and tells what came of each. */
export function ImportFeeds({ importOpml }: Pick<FeedActions, "importOpml">) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button>Import a list…</Button>}
      title="Import a list of feeds"
      description="An OPML file, as feed readers write them. Feeds that are here already stay as they are."
    >
      <ImportForm importOpml={importOpml} onClose={() => setOpen(false)} />
    </Dialog>
  );
}

function ImportForm({ importOpml, onClose }: Pick<FeedActions, "importOpml"> & { onClose: () => void }) {
  const id = useId();
  const [text, setText] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const [report, setReport] = useState<OpmlReport | null>(null);
  const send = async (list: string) => {
    if (list.trim() === "") return setProblem("There is no list yet: choose a file, or paste its text.");
    if (list.length > LARGEST) return setProblem("This list is larger than 2 MB. Nothing was taken in.");
    setPending(true);
    const answer = await attempt(importOpml({ text: list }));
    setPending(false);
    setProblem(answer.ok ? null : answer.error.message);
    if (answer.ok) setReport(answer.value);
  };
  if (report) return <Report report={report} onClose={onClose} />;
  return (
    <form
      className="grid gap-3"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void send(text);
      }}
    >
      <FileChooser pending={pending} onText={send} onProblem={setProblem} />
      <label htmlFor={id} className="text-sm font-medium">
        Or paste its text
      </label>
      <textarea
        id={id}
        value={text}
        onChange={(event) => setText(event.target.value)}
        spellCheck={false}
        placeholder={'<opml version="2.0">…'}
        className="block h-36 w-full resize-y rounded-control border border-edge bg-paper p-2.5 font-mono text-sm placeholder:text-quiet"
      />
      {problem ? <Notice kind="error">{problem}</Notice> : null}
      <DialogActions>
        <Button variant="quiet" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" variant="primary" pending={pending}>
          Import it
        </Button>
      </DialogActions>
    </form>
  );
}

interface FileChooserProps {
  pending: boolean;
  onText: (text: string) => Promise<void>;
  onProblem: (sentence: string) => void;
}

function FileChooser({ pending, onText, onProblem }: FileChooserProps) {
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <div>
      <input
        ref={chooser}
        type="file"
        accept=".opml,.xml,text/xml,text/x-opml,application/xml"
        aria-label="OPML file"
        className="sr-only"
        tabIndex={-1}
        onChange={async (event) => {
          const file = event.target.files?.[0];
          // The same file can be chosen again after it was mended.
          event.target.value = "";
          if (file && file.size > LARGEST * 4)
            onProblem("This file is larger than 2 MB. Nothing was taken in.");
          else if (file) await onText(await file.text());
        }}
      />
      <Button onClick={() => chooser.current?.click()} pending={pending}>
        Choose a file…
      </Button>
    </div>
  );
}

function Report({ report: { added, known, refused }, onClose }: { report: OpmlReport; onClose: () => void }) {
  const parts = [
    { title: `${added.length} added`, lines: added.map(nameOfFeed) },
    { title: `${known.length} here already`, lines: known.map(nameOfFeed) },
    {
      title: `${refused.length} refused: no web address`,
      lines: refused.map(({ title, address }) => [title, address].filter(Boolean).join(": ")),
    },
  ];
  return (
    <div role="status" className="grid gap-3">
      {parts
        .filter(({ lines }) => lines.length > 0)
        .map(({ title, lines }) => (
          <section key={title}>
            <h3 className="text-sm font-semibold tabular-nums">{title}</h3>
            <ul className="mt-1 max-h-40 overflow-y-auto text-sm text-quiet">
              {[...new Set(lines)].map((line) => (
                <li key={line} className="[overflow-wrap:anywhere]">
                  {line}
                </li>
              ))}
            </ul>
          </section>
        ))}
      <DialogActions>
        <Button variant="primary" onClick={onClose}>
          Done
        </Button>
      </DialogActions>
    </div>
  );
}
