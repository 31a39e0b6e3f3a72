import { defaultFilter } from "cmdk";
import type { DeskCommand } from "@/components/desk/commands";
import { KIND_NAMES } from "@/components/desk/search-address";
import type { SearchHit } from "@/lib/search/schema";

/** One group of what the palette offers. */
export interface PaletteGroup {
  name: string;
  commands: DeskCommand[];
  hits: SearchHit[];
}

const ORDER: DeskCommand["group"][] = ["This story", "This issue", "This page", "Desk"];

/** Of cmdk's score: a slip of the finger is above it, letters strewn over a title ("crane" in "Carry … next week") are below. */
const MEANT = 0.15;

/** The commands that can be run and are meant by the query, the best first, by their groups. */
function commandGroups(commands: readonly DeskCommand[], query: string): PaletteGroup[] {
  const scored = commands
    .filter((command) => command.enabled !== false && command.id !== "palette")
    .map((command) => ({
      command,
      score: query === "" ? 1 : defaultFilter(command.title, query, command.words ? [command.words] : []),
    }))
    .filter(({ score }) => score > MEANT)
    .sort((a, b) => b.score - a.score);
  return ORDER.map((name) => ({
    name,
    commands: scored.filter(({ command }) => command.group === name).map(({ command }) => command),
    hits: [],
  }));
}

function hitGroups(hits: readonly SearchHit[], query: string): PaletteGroup[] {
  if (query === "") return [{ name: "Recent", commands: [], hits: [...hits] }];
  return [...Map.groupBy(hits, (hit) => hit.kind)].map(([kind, found]) => ({
    name: KIND_NAMES[kind].many,
    commands: [],
    hits: found,
  }));
}

/** What the palette calls its lines, for itself. */
export const valueOfHit = (hit: SearchHit) => `${hit.kind} ${hit.id}`;
export const valueOfCommand = (command: DeskCommand) => `command ${command.id}`;
export const EVERYTHING = "everything";

/** The line that Enter means while nobody has chosen another. */
export function firstValue([group]: readonly PaletteGroup[]): string {
  const [hit] = group?.hits ?? [];
  const [command] = group?.commands ?? [];
  return hit ? valueOfHit(hit) : command ? valueOfCommand(command) : EVERYTHING;
}

/** What the palette lists: for nothing what was changed last, then the commands; for a query the commands it names, then what was found. */
export function paletteGroups(
  commands: readonly DeskCommand[],
  hits: readonly SearchHit[],
  query: string,
): PaletteGroup[] {
  const typed = query.trim();
  const [first, then] = [hitGroups(hits, typed), commandGroups(commands, typed)];
  const groups = typed === "" ? [...first, ...then] : [...then, ...first];
  return groups.filter((group) => group.commands.length + group.hits.length > 0);
}
