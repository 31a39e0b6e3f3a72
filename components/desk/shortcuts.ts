/** Where a shortcut applies; the list in the dialog is grouped by it. */
export type Place =
  | "Everywhere"
  | "In an issue"
  | "In the inbox"
  | "In the tasks"
  | "In the entities"
  | "In the running order"
  | "In the suggested kinds"
  | "In a text"
  | "In a table"
  | "In a list";

export interface Shortcut {
  /** As react-hotkeys-hook writes them; several ways to the same deed. "mod" is ⌘ on a Mac and Ctrl elsewhere. */
  keys: readonly string[];
  title: string;
  place: Place;
  /** The command (components/desk/commands.ts) that it runs. Left out for keys that their own part listens to. */
  command?: string;
}

// Kinds are marked with Ctrl on every machine: ⌘⇧3 to 5 take pictures of a Mac's screen, Alt types letters there and AltGr does
// elsewhere. They are read by the key's place, so that they are the row of digits on every keyboard.
/** Every shortcut of the desk, in one place: the dialog shows them, and those with a command are bound from here. */
export const SHORTCUTS: readonly Shortcut[] = [
  { keys: ["mod+k"], title: "Search, go anywhere, run a command", place: "Everywhere", command: "palette" },
  { keys: ["?"], title: "List the shortcuts", place: "Everywhere", command: "shortcuts" },
  { keys: ["/"], title: "Search everything on the desk", place: "Everywhere", command: "search" },
  { keys: ["g>i"], title: "Go to the issues", place: "Everywhere", command: "go-issues" },
  { keys: ["g>b"], title: "Go to the backlog", place: "Everywhere", command: "go-backlog" },
  { keys: ["g>n"], title: "Go to the inbox", place: "Everywhere", command: "go-inbox" },
  { keys: ["mod+v"], title: "Outside a text: collect the addresses that are pasted", place: "Everywhere" },
  { keys: ["g>s"], title: "Go to the sources", place: "Everywhere", command: "go-sources" },
  { keys: ["g>c"], title: "Go to the claims", place: "Everywhere", command: "go-claims" },
  { keys: ["g>t"], title: "Go to the tasks", place: "Everywhere", command: "go-tasks" },
  { keys: ["g>e"], title: "Go to the entities", place: "Everywhere", command: "go-entities" },
  { keys: ["escape"], title: "Close what opened last", place: "Everywhere" },
  { keys: ["j"], title: "Next story", place: "In an issue", command: "next-story" },
  { keys: ["k"], title: "Previous story", place: "In an issue", command: "previous-story" },
  { keys: ["f"], title: "Front of the issue", place: "In an issue", command: "go-front" },
  { keys: ["n"], title: "Add a story", place: "In an issue", command: "add-story" },
  { keys: ["s", "alt+f9"], title: "Suggested kinds", place: "In an issue", command: "suggest-kinds" },
  { keys: ["p"], title: "Preview", place: "In an issue", command: "preview" },
  { keys: ["mod+shift+h"], title: "Find and replace", place: "In an issue", command: "find" },
  { keys: ["j"], title: "Next item", place: "In the inbox", command: "inbox-next" },
  { keys: ["k"], title: "Previous item", place: "In the inbox", command: "inbox-previous" },
  { keys: ["enter"], title: "Make a story of it", place: "In the inbox" },
  { keys: ["s"], title: "Add it to a story", place: "In the inbox", command: "inbox-join" },
  { keys: ["e"], title: "Dismiss it", place: "In the inbox", command: "inbox-dismiss" },
  { keys: ["o"], title: "Open its page in a new tab", place: "In the inbox", command: "inbox-open" },
  { keys: ["u"], title: "Undo the last decision", place: "In the inbox", command: "inbox-undo" },
  { keys: ["j", "k"], title: "Next or previous task", place: "In the tasks" },
  { keys: ["enter"], title: "Open its source, or the story of a forecast", place: "In the tasks" },
  { keys: ["e"], title: "Done", place: "In the tasks" },
  { keys: ["r"], title: "Settle a forecast", place: "In the tasks" },
  { keys: ["t"], title: "Take a forecast up as a story", place: "In the tasks" },
  { keys: ["j", "k"], title: "Next or previous entity", place: "In the entities" },
  { keys: ["enter"], title: "Open it", place: "In the entities" },
  { keys: ["j", "k"], title: "Next or previous sentence", place: "In the suggested kinds" },
  { keys: ["enter", "a"], title: "Accept it", place: "In the suggested kinds" },
  {
    keys: ["1", "2", "3", "4", "5", "6"],
    title: "Accept it as fact, statement, forecast, commitment, quotation or analysis",
    place: "In the suggested kinds",
  },
  { keys: ["s"], title: "Say who speaks, and accept it", place: "In the suggested kinds" },
  { keys: ["e", "backspace"], title: "Dismiss it", place: "In the suggested kinds" },
  {
    keys: ["shift+a", "shift+e"],
    title: "Accept or dismiss all of its rule",
    place: "In the suggested kinds",
  },
  { keys: ["u", "mod+z"], title: "Take back the last decision", place: "In the suggested kinds" },
  { keys: ["up", "down"], title: "Go through the rows", place: "In the running order" },
  { keys: ["space"], title: "Take a row in hand, or let it go", place: "In the running order" },
  { keys: ["alt+up", "alt+down"], title: "Move a row at once", place: "In the running order" },
  { keys: ["escape"], title: "Put a row back", place: "In the running order" },
  { keys: ["mod+b"], title: "Bold", place: "In a text" },
  { keys: ["mod+i"], title: "Italic", place: "In a text" },
  { keys: ["mod+shift+k"], title: "Link", place: "In a text" },
  { keys: ["mod+alt+3"], title: "Heading", place: "In a text" },
  { keys: ["mod+shift+8"], title: "List", place: "In a text" },
  { keys: ["mod+shift+7"], title: "Numbered list", place: "In a text" },
  { keys: ["mod+shift+b"], title: "Quotation", place: "In a text" },
  { keys: ["mod+e"], title: "Code", place: "In a text" },
  { keys: ["mod+z"], title: "Undo", place: "In a text" },
  { keys: ["mod+shift+z"], title: "Redo", place: "In a text" },
  { keys: ["mod+shift+e"], title: "Evidence for what is selected", place: "In a text" },
  { keys: ["ctrl+shift+1"], title: "Mark as fact", place: "In a text", command: "mark-fact" },
  { keys: ["ctrl+shift+2"], title: "Mark as statement", place: "In a text", command: "mark-statement" },
  { keys: ["ctrl+shift+3"], title: "Mark as forecast", place: "In a text", command: "mark-forecast" },
  { keys: ["ctrl+shift+4"], title: "Mark as commitment", place: "In a text", command: "mark-commitment" },
  { keys: ["ctrl+shift+5"], title: "Mark as quotation", place: "In a text", command: "mark-quotation" },
  { keys: ["ctrl+shift+6"], title: "Mark as analysis", place: "In a text", command: "mark-analysis" },
  { keys: ["ctrl+shift+9"], title: "Take the mark off", place: "In a text", command: "unmark" },
  { keys: ["mod+."], title: "Accept the suggested kind at the caret", place: "In a text" },
  { keys: ["mod+alt+h"], title: "Draw a highlight", place: "In a text" },
  { keys: ["mod+alt+m"], title: "Comment", place: "In a text" },
  { keys: ["mod+alt+s"], title: "Suggest a change", place: "In a text" },
  { keys: ["/"], title: "Blocks to put in, at the beginning of a line", place: "In a text" },
  { keys: ["alt+f10"], title: "To the tools of the text", place: "In a text" },
  {
    keys: ["tab", "shift+tab"],
    title: "Next or previous cell; behind the last a new row",
    place: "In a table",
  },
  {
    keys: ["mod+enter", "mod+shift+enter"],
    title: "Leave the table, after or before it",
    place: "In a table",
  },
  { keys: ["alt+enter", "alt+shift+enter"], title: "Add a row or a column", place: "In a table" },
  { keys: ["alt+shift+up", "alt+shift+down"], title: "Move the row", place: "In a table" },
  { keys: ["alt+shift+left", "alt+shift+right"], title: "Move the column", place: "In a table" },
  { keys: ["tab", "shift+tab"], title: "Indent or outdent", place: "In a list" },
];

const NAMES: Record<string, string> = {
  ctrl: "Ctrl",
  alt: "Alt",
  shift: "Shift",
  escape: "Esc",
  space: "Space",
  tab: "Tab",
  up: "↑",
  down: "↓",
  left: "←",
  right: "→",
  enter: "Enter",
  backspace: "⌫",
};
const MAC: Record<string, string> = { mod: "⌘", ctrl: "⌃", alt: "⌥", shift: "⇧" };

const nameOf = (key: string, mac: boolean) =>
  (mac ? MAC[key] : undefined) ?? NAMES[key] ?? (key === "mod" ? "Ctrl" : key.toUpperCase());

/** "Ctrl K" as the keys to press together, "g>i" as keys one after the other: a list of presses, each a list of keys. */
export function pressesOf(keys: string, mac: boolean): string[][] {
  return keys.split(">").map((press) => press.split("+").map((key) => nameOf(key, mac)));
}

/** The first way to run a command by keys; undefined for none. */
export function keysOf(command: string): string | undefined {
  return SHORTCUTS.find((shortcut) => shortcut.command === command)?.keys[0];
}

/** Keys without Ctrl, ⌘ or Alt: they must not act while somebody types, and can be turned off (WCAG 2.1.4). */
export function isSingle(keys: string): boolean {
  return !/(mod|ctrl|alt|meta)\+/.test(keys);
}
