"use client";

import { Pencil, X } from "lucide-react";
import { LineButton } from "@/components/desk/line-button";
import { ROW_TOOLS, RowMenu } from "@/components/desk/row-menu";
import type { SortableRow } from "@/components/desk/sortable-list";
import { SourceLookMark } from "@/components/desk/source-look";
import { MenuItem, MenuSeparator } from "@/components/ui/menu";
import type { SourceLine } from "@/lib/issues/schema";

interface SourceRowProps {
  line: SourceLine;
  row: SortableRow;
  can: { write: boolean; editSources: boolean };
  onEdit(): void;
  onRemove(): void;
}

/** One source as readers will see it, with what can be done to it at the end of the line. */
export function SourceRow({ line, row, can, onEdit, onRemove }: SourceRowProps) {
  return (
    <div className="group/line flex items-start gap-2 py-0.5 leading-6">
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
        {line.url ? (
          <SourceLookMark look={line.look} />
        ) : (
          <span className="text-line"> · ▲ no address yet</span>
        )}
      </span>
      {can.write ? (
        <span className={ROW_TOOLS}>
          {row.handle}
          {can.editSources ? (
            <LineButton label={`Edit: ${line.title}`} onPress={onEdit}>
              <Pencil aria-hidden size={13} />
            </LineButton>
          ) : null}
          <LineButton label={`Remove: ${line.title}`} onPress={onRemove}>
            <X aria-hidden size={13} />
          </LineButton>
          {row.handle ? (
            <RowMenu name={line.title}>
              {row.moves}
              <MenuSeparator />
              <MenuItem onSelect={onRemove}>Remove</MenuItem>
            </RowMenu>
          ) : null}
        </span>
      ) : null}
    </div>
  );
}
