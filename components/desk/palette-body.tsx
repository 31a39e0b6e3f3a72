import { Command } from "cmdk";
import { CornerDownLeft, Search } from "lucide-react";
import { useRef, useState } from "react";
import { useRegistered } from "@/components/desk/commands";
import { EVERYTHING, firstValue, type PaletteGroup, paletteGroups } from "@/components/desk/palette-items";
import { CommandItem, HitItem, PaletteItem } from "@/components/desk/palette-lines";
import { useLookUp } from "@/components/desk/use-look-up";
import type { SearchHit } from "@/lib/search/schema";

interface PaletteBodyProps {
  onGo: (hit: SearchHit) => void;
  onRun: (run: () => void) => void;
  onSearch: (query: string) => void;
}

/** What is typed, and what there is to choose for it. */
export function PaletteBody({ onGo, onRun, onSearch }: PaletteBodyProps) {
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
          <Group key={group.name} group={group} onGo={onGo} onRun={onRun} />
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

interface GroupProps extends Pick<PaletteBodyProps, "onGo" | "onRun"> {
  group: PaletteGroup;
}

function Group({ group, onGo, onRun }: GroupProps) {
  return (
    <Command.Group
      heading={group.name}
      className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2.5 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-quiet"
    >
      {group.hits.map((hit) => (
        <HitItem key={hit.id} hit={hit} onSelect={() => onGo(hit)} />
      ))}
      {group.commands.map((command) => (
        <CommandItem key={command.id} command={command} onSelect={() => onRun(command.run)} />
      ))}
    </Command.Group>
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
