"use client";

import { Search } from "lucide-react";
import { usePathname, useRouter } from "next/navigation";
import { useState } from "react";
import { type DeskCommand, useCommands } from "@/components/desk/commands";
import { goHere } from "@/components/desk/issue-here";
import { type AddStory, NewStoryDialog } from "@/components/desk/new-backlog-story";
import { type CreateIssue, NewIssueDialog } from "@/components/desk/new-issue";
import { Palette } from "@/components/desk/palette";
import { addressOf } from "@/components/desk/search-address";
import { ShortcutKeys } from "@/components/desk/shortcut-keys";
import { ShortcutsDialog } from "@/components/desk/shortcuts-dialog";
import { saveEverything } from "@/components/desk/unsaved";
import { useShortcuts } from "@/components/desk/use-shortcuts";
import { type Ability, type Actor, can } from "@/lib/policy";
import type { SearchHit } from "@/lib/search/schema";

/** What the desk can begin from anywhere. */
export interface DeskActions {
  createIssue: CreateIssue;
  addStory: AddStory;
}

interface DeskPage {
  href: string;
  label: string;
  ability: Ability;
}

/** Pages that are not in the bar. */
const OTHER_PAGES: readonly DeskPage[] = [
  { href: "/desk/board", label: "Board", ability: "issue.read" },
  { href: "/desk/feeds", label: "Feeds", ability: "inbox.read" },
  { href: "/desk/trash", label: "Trash", ability: "story.read" },
  { href: "/desk/settings", label: "Settings", ability: "issue.read" },
];

interface DeskCommandsProps {
  actor: Actor;
  /** The pages of the bar: each is a command too. */
  pages: readonly DeskPage[];
  actions: DeskActions;
  signOut: () => void;
}

type Open = "palette" | "shortcuts" | "new-issue" | "new-story" | null;

type Leave = (href: string) => Promise<void>;

/** Going to each page that the actor may see. */
function pageCommands(actor: Actor, pages: readonly DeskPage[], path: string, leave: Leave): DeskCommand[] {
  return [...pages, ...OTHER_PAGES]
    .filter((page) => can(actor, page.ability))
    .map(
      (page): DeskCommand => ({
        id: `go-${page.label.toLowerCase()}`,
        title: `Go to ${page.label.toLowerCase()}`,
        group: "Desk",
        enabled: page.href !== path,
        run: () => void leave(page.href),
      }),
    );
}

interface Begin {
  setOpen: (which: Open) => void;
  leave: Leave;
  signOut: () => void;
}

/** What can be begun from anywhere. */
function deskCommands(actor: Actor, { setOpen, leave, signOut }: Begin): DeskCommand[] {
  return [
    { id: "palette", title: "Search or jump", group: "Desk", run: () => setOpen("palette") },
    {
      id: "search",
      title: "Search everything",
      group: "Desk",
      words: "find",
      run: () => void leave("/desk/search"),
    },
    {
      id: "new-issue",
      title: "New issue…",
      group: "Desk",
      words: "start create",
      enabled: can(actor, "issue.create"),
      run: () => setOpen("new-issue"),
    },
    {
      id: "new-story",
      title: "New story in the backlog…",
      group: "Desk",
      words: "start create add",
      run: () => setOpen("new-story"),
    },
    {
      id: "collect",
      title: "Collect an address…",
      group: "Desk",
      words: "source link paste url inbox add",
      enabled: can(actor, "source.collect"),
      run: () => void leave("/desk/collect"),
    },
    {
      id: "shortcuts",
      title: "Shortcuts",
      group: "Desk",
      words: "keys help",
      run: () => setOpen("shortcuts"),
    },
    {
      id: "account",
      title: "Go to your account",
      group: "Desk",
      words: "password",
      run: () => void leave("/desk/account"),
    },
    { id: "sign-out", title: "Sign out", group: "Desk", words: "leave", run: signOut },
  ];
}

/** The commands that every page of the desk has, the palette that runs them, and its button in the bar. */
export function DeskCommands({ actor, pages, actions, signOut }: DeskCommandsProps) {
  const [open, setOpen] = useState<Open>(null);
  const router = useRouter();
  const path = usePathname();
  const leave = async (href: string) => {
    await saveEverything();
    router.push(href);
  };
  const change = (which: Open) => (isOpen: boolean) => setOpen(isOpen ? which : null);
  useCommands([
    ...pageCommands(actor, pages, path, leave),
    ...deskCommands(actor, { setOpen, leave, signOut }),
  ]);
  useShortcuts();
  const go = (hit: SearchHit) => {
    if (hit.issue && hit.story && hit.kind !== "issue" && goHere(hit.issue.id, `story:${hit.story.id}`))
      return;
    const address = addressOf(hit);
    if (address?.startsWith("/")) void leave(address);
    else if (address) window.open(address, "_blank", "noreferrer");
  };
  return (
    <>
      <PaletteButton onPress={() => setOpen("palette")} />
      <Palette
        open={open === "palette"}
        onOpenChange={change("palette")}
        onGo={go}
        onSearch={(query) => void leave(`/desk/search?q=${encodeURIComponent(query)}`)}
      />
      <ShortcutsDialog open={open === "shortcuts"} onOpenChange={change("shortcuts")} />
      <NewIssueDialog
        createIssue={actions.createIssue}
        open={open === "new-issue"}
        onOpenChange={change("new-issue")}
      />
      <NewStoryDialog
        addStory={actions.addStory}
        open={open === "new-story"}
        onOpenChange={change("new-story")}
      />
    </>
  );
}

function PaletteButton({ onPress }: { onPress: () => void }) {
  return (
    <button
      type="button"
      onClick={onPress}
      aria-haspopup="dialog"
      className="ml-auto flex min-h-9 items-center gap-2 rounded-control border border-transparent px-2 text-sm text-quiet hover:border-edge hover:text-ink sm:min-h-8 sm:border-hair sm:bg-paper lg:w-52"
    >
      <Search aria-hidden size={15} />
      <span className="max-lg:sr-only">Search or jump…</span>
      <span aria-hidden className="ml-auto max-lg:hidden">
        <ShortcutKeys keys="mod+k" />
      </span>
    </button>
  );
}
