"use client";

import { Command } from "cmdk";
import {
  AtSign,
  BookOpen,
  CornerDownLeft,
  FileText,
  Link2,
  Search,
  SquareChevronRight,
  User,
} from "lucide-react";
import { Dialog } from "radix-ui";
import { type ComponentType, type ReactNode, useRef, useState } from "react";
import { useRegistered } from "@/components/desk/commands";
import { MarkedText } from "@/components/desk/marked-text";
import {
  EVERYTHING,
  firstValue,
  paletteGroups,
  valueOfCommand,
  valueOfHit,
} from "@/components/desk/palette-items";
import { aboutHit } from "@/components/desk/search-address";
import { ShortcutKeys } from "@/components/desk/shortcut-keys";
import { keysOf } from "@/components/desk/shortcuts";
import { useLookUp } from "@/components/desk/use-look-up";
import type { SearchHit, SearchKind } from "@/lib/search/schema";

interface PaletteProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onGo: (hit: SearchHit) => void;
  onSearch: (query: string) => void;
}

const ICONS: Record<SearchKind, ComponentType<{ size?: number; className?: string }>> = {
  story: FileText,
  issue: BookOpen,
  source: Link2,
  entity: AtSign,
  comment: FileText,
  person: User,
};

/** Goes anywhere and does anything, by typing. What was chosen happens once the palette is closed and the focus is back where it was. */
export function Palette({ open, onOpenChange, onGo, onSearch }: PaletteProps) {
  const before = useRef<HTMLElement | null>(null);
  const chosen = useRef<(() => void) | null>(null);
  const choose = (act: () => void) => {
    chosen.current = act;
    onOpenChange(false);
  };
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-50 bg-[rgb(0_0_0/0.45)]" />
        <Dialog.Content
          aria-describedby={undefined}
          onOpenAutoFocus={() => {
            before.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
            chosen.current = null;
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            before.current?.focus({ preventScroll: true });
            chosen.current?.();
          }}
          className="fixed inset-x-2 top-2 z-50 flex max-h-[calc(100dvh-1rem)] flex-col overflow-clip rounded-card border border-hair bg-paper shadow-float sm:inset-x-auto sm:top-[12vh] sm:left-1/2 sm:max-h-[70vh] sm:w-[min(38rem,calc(100vw-2rem))] sm:-translate-x-1/2"
        >
          <Dialog.Title className="sr-only">Search or jump</Dialog.Title>
          <PaletteBody
            onGo={(hit) => choose(() => onGo(hit))}
            onRun={choose}
            onSearch={(query) => choose(() => onSearch(query))}
          />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

interface PaletteBodyProps {
  onGo: (hit: SearchHit) => void;
  onRun: (run: () => void) => void;
  onSearch: (query: string) => void;
}

function PaletteBody({ onGo, onRun, onSearch }: PaletteBodyProps) {
  const [query, setQuery] = useState("");
  // What was chosen by arrows or pointer among the answers to this query; else the first line is meant, also when it comes late.
  const [chosen, setChosen] = useState<string | null>(null);
  const choosing = useRef(false);
  const { hits, state, message } = useLookUp(query, true);
  const groups = paletteGroups(useRegistered(), hits, query);
  const typed = query.trim();
  return (
    <Command
      label="Search or jump"
      shouldFilter={false}
      loop
      value={chosen ?? firstValue(groups)}
      onValueChange={(value) => choosing.current && setChosen(value)}
      onKeyDownCapture={() => {
        choosing.current = true;
      }}
      onPointerMove={() => {
        choosing.current = true;
      }}
      className="flex min-h-0 flex-col"
    >
      <div className="flex items-center gap-2.5 border-b border-hair px-4">
        <Search aria-hidden size={17} className="shrink-0 text-quiet" />
        <Command.Input
          value={query}
          onValueChange={(typed) => {
            choosing.current = false;
            setChosen(null);
            setQuery(typed);
          }}
          maxLength={500}
          placeholder="Go to a story, an issue, a source, or do something"
          className="min-h-12 w-full bg-transparent text-[1rem] outline-none placeholder:text-quiet"
        />
      </div>
      <Command.List
        className="min-h-24 overflow-y-auto overscroll-contain p-1.5 sm:h-96"
        label="What was found"
      >
        {groups.map((group) => (
          <Command.Group
            key={group.name}
            heading={group.name}
            className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2.5 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-quiet"
          >
            {group.hits.map((hit) => (
              <HitItem key={hit.id} hit={hit} onSelect={() => onGo(hit)} />
            ))}
            {group.commands.map((command) => (
              <PaletteItem
                key={command.id}
                value={valueOfCommand(command)}
                onSelect={() => onRun(command.run)}
                Icon={SquareChevronRight}
              >
                <span className="min-w-0 flex-1">{command.title}</span>
                <KeysOf command={command.id} />
              </PaletteItem>
            ))}
          </Command.Group>
        ))}
        {typed ? (
          <Command.Group value="more" className={groups.length > 0 ? "mt-1 border-t border-hair pt-1" : ""}>
            <PaletteItem value={EVERYTHING} onSelect={() => onSearch(typed)} Icon={Search}>
              <span className="min-w-0 flex-1 truncate">Search everything for “{typed}”</span>
            </PaletteItem>
          </Command.Group>
        ) : null}
      </Command.List>
      <Foot
        asking={state === "asking"}
        failed={state === "failed" ? message : null}
        nothing={typed !== "" && state === "answered" && groups.length === 0}
      />
    </Command>
  );
}

function KeysOf({ command }: { command: string }) {
  const keys = keysOf(command);
  return keys ? <ShortcutKeys keys={keys} /> : null;
}

function HitItem({ hit, onSelect }: { hit: SearchHit; onSelect: () => void }) {
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

function PaletteItem({ value, onSelect, Icon, children }: PaletteItemProps) {
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

interface FootProps {
  asking: boolean;
  failed: string | null;
  nothing: boolean;
}

/** What can be done next, what is going on, or what went wrong. */
function Foot({ asking, failed, nothing }: FootProps) {
  const told = asking ? "Searching…" : nothing ? "Nothing on the desk has these words." : "";
  return (
    <div className="flex min-h-9 items-center gap-2 border-t max-sm:min-h-0 border-hair px-4 text-xs text-quiet">
      {failed ? (
        <p role="alert" className="text-line">
          <span aria-hidden>▲ </span>
          {failed}
        </p>
      ) : (
        <p className="flex items-center gap-1.5 max-sm:hidden">
          <span aria-hidden>↑↓</span> to choose
          <CornerDownLeft aria-hidden size={12} className="ml-2" /> to go there
          <kbd className="key ml-2">Esc</kbd> to close
        </p>
      )}
      <p role="status" className="ml-auto max-sm:not-empty:py-2">
        {told}
      </p>
    </div>
  );
}
