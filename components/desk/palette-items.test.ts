import { expect, test } from "vitest";
import type { DeskCommand } from "@/components/desk/commands";
import { paletteGroups } from "@/components/desk/palette-items";

const command = (title: string): DeskCommand => ({ id: title, title, group: "Desk", run: () => {} });
const COMMANDS = ["Carry stories over to next week…", "Find and replace", "Go to backlog", "Preview"].map(
  command,
);

test.each([
  ["crane", []],
  ["carry", ["Carry stories over to next week…"]],
  ["back", ["Go to backlog"]],
  ["fr", ["Find and replace"]],
  ["prevew", ["Preview"]],
])(
  "“%s” means the commands that it names, also by a slip, and none that only has its letters",
  (query, meant) => {
    const offered = paletteGroups(COMMANDS, [], query).flatMap((group) => group.commands);
    expect(offered.map(({ title }) => title)).toEqual(meant);
  },
);
