"use client";

import { ArrowDown, ArrowUp, Pencil, Plus, X } from "lucide-react";
import { type KeyboardEvent, useRef, useState } from "react";
import { toast } from "sonner";
import { attempt } from "@/components/desk/attempt";
import { LineButton } from "@/components/desk/line-button";
import { SourceForm, type SourceWords } from "@/components/desk/source-form";
import { Button } from "@/components/ui/button";
import type { Result } from "@/lib/errors";
import type { SourceLine } from "@/lib/issues/schema";

export interface SourceUndo {
  storyId: string;
  sourceId: string;
  position: number;
}

/** What can be done to a story's sources; each answers as the command of the same name. */
export interface SourceDeeds {
  add(input: { storyId: string } & SourceWords): Promise<Result<SourceLine>>;
  edit(input: { id: string; version: number } & SourceWords): Promise<Result<SourceLine>>;
  arrange(input: { storyId: string; sourceIds: string[] }): Promise<Result<unknown>>;
  remove(input: { storyId: string; sourceId: string }): Promise<Result<{ undo: SourceUndo }>>;
  restore(input: SourceUndo): Promise<Result<unknown>>;
}

interface SourcesListProps {
  storyId: string;
  lines: SourceLine[];
  can: { write: boolean; editSources: boolean };
  deeds: SourceDeeds;
}

/** The sources under a headline, in the order readers see. */
export function SourcesList({ storyId, lines: given, can, deeds }: SourcesListProps) {
  const list = useSources(storyId, given, deeds);
  const [open, setOpen] = useState<string | "new" | null>(null);
  const add = async (words: SourceWords) => {
    const answer = await deeds.add({ storyId, ...words });
    if (answer.ok) list.put(answer.value);
    return answer;
  };
  const edit = (line: SourceLine) => async (words: SourceWords) => {
    const answer = await deeds.edit({ id: line.id, version: line.version, ...words });
    if (answer.ok) list.put(answer.value);
    return answer;
  };
  const adder = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(null);
    // The form takes the focus with it; once the button is back, it goes there.
    requestAnimationFrame(() => adder.current?.focus());
  };
  return (
    <section aria-label="Sources" className="mb-5 text-sm text-quiet">
      <ol>
        {list.lines.map((line, index) =>
          open === line.id ? (
            <li key={line.id}>
              <SourceForm line={line} onSave={edit(line)} onDone={close} />
            </li>
          ) : (
            <Line
              key={line.id}
              line={line}
              place={index}
              last={list.lines.length - 1}
              can={can}
              onMove={(step) => list.move(index, step)}
              onEdit={() => setOpen(line.id)}
              onRemove={() => list.remove(line)}
            />
          ),
        )}
      </ol>
      {open === "new" ? <SourceForm onSave={add} onDone={close} /> : null}
      {can.write && open !== "new" ? (
        <Button
          ref={adder}
          size="sm"
          variant="quiet"
          className="-ml-2 text-quiet"
          onClick={() => setOpen("new")}
        >
          <Plus aria-hidden size={13} />
          Add a source
        </Button>
      ) : null}
      <span role="status" className="sr-only">
        {list.said}
      </span>
    </section>
  );
}

/** The lines on screen: changed at once, put back when the server refuses. */
function useSources(storyId: string, given: SourceLine[], deeds: SourceDeeds) {
  const [lines, setLines] = useState(given);
  const [seen, setSeen] = useState(given);
  const [said, setSaid] = useState("");
  if (given !== seen) {
    setSeen(given);
    setLines(given);
  }
  const put = (line: SourceLine) =>
    setLines((now) =>
      now.some(({ id }) => id === line.id)
        ? now.map((old) => (old.id === line.id ? line : old))
        : [...now, line],
    );
  const move = async (from: number, step: -1 | 1) => {
    const line = lines[from];
    const other = lines[from + step];
    if (!line || !other) return;
    const next = lines.with(from, other).with(from + step, line);
    setLines(next);
    setSaid(`${line.title} moved to place ${from + step + 1} of ${lines.length}.`);
    const answer = await attempt(deeds.arrange({ storyId, sourceIds: next.map(({ id }) => id) }));
    if (answer.ok) return;
    setLines(lines);
    toast.error(`The sources stay in their old order. ${answer.error.message}`);
  };
  const remove = async (line: SourceLine) => {
    const place = lines.indexOf(line);
    setLines((now) => now.filter(({ id }) => id !== line.id));
    const answer = await attempt(deeds.remove({ storyId, sourceId: line.id }));
    const back = () => setLines((now) => now.toSpliced(place, 0, line));
    if (!answer.ok) {
      back();
      return void toast.error(`“${line.title}” was not removed. ${answer.error.message}`);
    }
    const undo = async () => {
      const restored = await attempt(deeds.restore(answer.value.undo));
      if (restored.ok) back();
      else toast.error(`“${line.title}” could not be put back. ${restored.error.message}`);
    };
    toast(`“${line.title}” removed from the sources.`, { action: { label: "Undo", onClick: undo } });
  };
  return { lines, said, put, move, remove };
}

interface LineProps {
  line: SourceLine;
  place: number;
  last: number;
  can: SourcesListProps["can"];
  onMove(step: -1 | 1): void;
  onEdit(): void;
  onRemove(): void;
}

function Line({ line, place, last, can, onMove, onEdit, onRemove }: LineProps) {
  const keys = (event: KeyboardEvent) => {
    if (!can.write || !event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    onMove(event.key === "ArrowUp" ? -1 : 1);
  };
  return (
    <li className="group/line flex items-start gap-2 py-0.5 leading-6" onKeyDown={keys}>
      <span className="min-w-0 flex-1 break-words">
        {line.url ? (
          <a className="link text-ink" href={line.url} target="_blank" rel="noreferrer">
            {line.title}
          </a>
        ) : (
          <span className="text-ink">{line.title}</span>
        )}
        {line.byline ? ` by ${line.byline}` : ""}
        {line.publisher ? `, ${line.publisher}` : ""}
        {line.url ? null : <span className="text-line"> · ▲ no address yet</span>}
      </span>
      {can.write ? (
        <span className="flex opacity-0 group-focus-within/line:opacity-100 group-hover/line:opacity-100 max-sm:opacity-100 [@media(hover:none)]:opacity-100">
          <LineButton
            label={`Move up: ${line.title}`}
            keys="Alt+↑"
            off={place === 0}
            onPress={() => onMove(-1)}
          >
            <ArrowUp aria-hidden size={13} />
          </LineButton>
          <LineButton
            label={`Move down: ${line.title}`}
            keys="Alt+↓"
            off={place === last}
            onPress={() => onMove(1)}
          >
            <ArrowDown aria-hidden size={13} />
          </LineButton>
          {can.editSources ? (
            <LineButton label={`Edit: ${line.title}`} onPress={onEdit}>
              <Pencil aria-hidden size={13} />
            </LineButton>
          ) : null}
          <LineButton label={`Remove: ${line.title}`} onPress={onRemove}>
            <X aria-hidden size={13} />
          </LineButton>
        </span>
      ) : null}
    </li>
  );
}
