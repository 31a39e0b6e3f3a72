"use client";

import { useEffect, useRef, useSyncExternalStore } from "react";

/** Where a command stands in the palette. */
export type CommandGroup = "This issue" | "This story" | "This page" | "Desk";

/** Something the screen can do, by name. */
export interface DeskCommand {
  /** Stable and unique: shortcuts.ts binds keys to it. */
  id: string;
  title: string;
  group: CommandGroup;
  /** Other words one might look for. */
  words?: string;
  run(): void;
  /** False while it cannot be done now; left out for always. */
  enabled?: boolean;
}

// Outside React: a screen may hold dozens of commands, and none of its parts need render when one of them changes.
const holders = new Map<symbol, readonly DeskCommand[]>();
const listeners = new Set<() => void>();
let listed: readonly DeskCommand[] = [];

function tell(): void {
  const byId = new Map([...holders.values()].flat().map((command) => [command.id, command]));
  listed = [...byId.values()];
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

const NONE: readonly DeskCommand[] = [];

/**
 * Makes commands part of the screen for as long as the caller is on it. What they are called and whether they are possible
 * follows each render; others hear of it only when that has changed.
 */
export function useCommands(commands: readonly DeskCommand[]): void {
  const latest = useRef(commands);
  const holder = useRef(Symbol("commands"));
  const signature = JSON.stringify(commands.map(({ run: _, ...told }) => told));
  useEffect(() => {
    latest.current = commands;
  });
  useEffect(() => {
    const told = JSON.parse(signature) as Omit<DeskCommand, "run">[];
    const { current: key } = holder;
    const runs = told.map((command) => ({
      ...command,
      run: () => latest.current.find(({ id }) => id === command.id)?.run(),
    }));
    holders.set(key, runs);
    tell();
    return () => {
      holders.delete(key);
      tell();
    };
  }, [signature]);
}

/** Every command of the screen; one of a later part stands for an earlier one of the same id. */
export function useRegistered(): readonly DeskCommand[] {
  return useSyncExternalStore(
    subscribe,
    () => listed,
    () => NONE,
  );
}

/** Runs a command of the screen. Answers false when there is none of this id, or it cannot be done now. */
export function runCommand(id: string): boolean {
  const command = listed.find((each) => each.id === id);
  if (!command || command.enabled === false) return false;
  command.run();
  return true;
}
