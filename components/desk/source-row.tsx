"use client";

import { ArrowDown, ArrowUp, Pencil, X } from "lucide-react";
import type { KeyboardEvent } from "react";
import { LineButton } from "@/components/desk/line-button";
import type { SourceLine } from "@/lib/issues/schema";

interface SourceRowProps {
  line: SourceLine;
  place: number;
  last: number;
  can: { write: boolean; editSources: boolean };
  onMove(step: -1 | 1): void;
  onEdit(): void;
  onRemove(): void;
}

/** One source as readers will see it, with what can be done to it at the end of the line. */
export function SourceRow({ line, place, last, can, onMove, onEdit, onRemove }: SourceRowProps) {
  const keys = (event: KeyboardEvent) => {
    if (!can.write || !event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    onMove(event.key === "ArrowUp" ? -1 : 1);
  };
  return (
    <li data-source={line.id} className="group/line flex items-start gap-2 py-0.5 leading-6" onKeyDown={keys}>
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
