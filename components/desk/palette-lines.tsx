import { Command } from "cmdk";
import { AtSign, BookOpen, FileText, Link2, SquareChevronRight, User } from "lucide-react";
import type { ComponentType, ReactNode } from "react";
import type { DeskCommand } from "@/components/desk/commands";
import { MarkedText } from "@/components/desk/marked-text";
import { valueOfCommand, valueOfHit } from "@/components/desk/palette-items";
import { aboutHit } from "@/components/desk/search-address";
import { ShortcutKeys } from "@/components/desk/shortcut-keys";
import { keysOf } from "@/components/desk/shortcuts";
import type { SearchHit, SearchKind } from "@/lib/search/schema";

const ICONS: Record<SearchKind, ComponentType<{ size?: number; className?: string }>> = {
  story: FileText,
  issue: BookOpen,
  source: Link2,
  entity: AtSign,
  comment: FileText,
  person: User,
};

/** Something that was found. */
export function HitItem({ hit, onSelect }: { hit: SearchHit; onSelect: () => void }) {
  return (
    <PaletteItem value={valueOfHit(hit)} onSelect={onSelect} Icon={ICONS[hit.kind]}>
      <span className="min-w-0 flex-1">
        <span className="block truncate">
          <MarkedText {...hit.title} />
        </span>
        {hit.excerpt ? (
          <span className="block truncate text-xs text-quiet">
            <MarkedText {...hit.excerpt} />
          </span>
        ) : null}
      </span>
      <span className="max-w-[45%] shrink-0 truncate text-xs text-quiet">{aboutHit(hit)}</span>
    </PaletteItem>
  );
}

interface PaletteItemProps {
  value: string;
  onSelect: () => void;
  Icon: ComponentType<{ size?: number; className?: string }>;
  children: ReactNode;
}

/** A line of the palette. */
export function PaletteItem({ value, onSelect, Icon, children }: PaletteItemProps) {
  return (
    <Command.Item
      value={value}
      onSelect={onSelect}
      className="flex min-h-10 cursor-pointer items-center gap-2.5 rounded-control px-2.5 py-1.5 text-sm select-none data-[selected=true]:bg-wash"
    >
      <Icon size={15} className="shrink-0 text-quiet" />
      {children}
    </Command.Item>
  );
}

/** Something that can be done, with its keys. */
export function CommandItem({ command, onSelect }: { command: DeskCommand; onSelect: () => void }) {
  const keys = keysOf(command.id);
  return (
    <PaletteItem value={valueOfCommand(command)} onSelect={onSelect} Icon={SquareChevronRight}>
      <span className="min-w-0 flex-1">{command.title}</span>
      {keys ? <ShortcutKeys keys={keys} /> : null}
    </PaletteItem>
  );
}
