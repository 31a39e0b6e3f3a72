"use client";

import { type Options, useHotkeys } from "react-hotkeys-hook";
import { runCommand } from "@/components/desk/commands";
import { isSingle, SHORTCUTS } from "@/components/desk/shortcuts";
import { useSingleKeys } from "@/components/desk/single-keys";

const BOUND = SHORTCUTS.flatMap(({ keys, command }) =>
  command ? keys.map((key) => ({ key, command })) : [],
);
// One key may mean different things on different screens: the screen's own command is the one that can be run.
const COMMANDS = Map.groupBy(BOUND, ({ key }) => key);
const KEYS = [...COMMANDS.keys()];
const isSequence = (key: string) => key.includes(">");
const SINGLE = KEYS.filter((key) => isSingle(key) && !isSequence(key));
const SEQUENCES = KEYS.filter(isSequence);
const CHORDS = KEYS.filter((key) => !isSingle(key));

function run(event: KeyboardEvent, { hotkey }: { hotkey: string }): void {
  const commands = COMMANDS.get(hotkey) ?? [];
  if (commands.some(({ command }) => runCommand(command))) event.preventDefault();
}

/** Something lies over the page and has keys of its own. */
const isCovered = () =>
  document.querySelector("[role=dialog], [role=alertdialog], [role=menu], [role=listbox]") !== null;
const withHand = (event: KeyboardEvent) =>
  event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented;

/** Binds the keys of shortcuts.ts to the screen's commands. The palette's own keys act everywhere, also in a text. */
export function useShortcuts(): void {
  const enabled = useSingleKeys();
  const quiet: Options = { enabled, ignoreEventWhen: (event) => withHand(event) || isCovered() };
  // By the character, not by the key's place: "?" and "/" lie elsewhere on other keyboards.
  useHotkeys(SINGLE, run, { ...quiet, useKey: true, ignoreModifiers: true });
  useHotkeys(SEQUENCES, run, quiet);
  useHotkeys(CHORDS, run, { enableOnFormTags: true, enableOnContentEditable: true });
}
