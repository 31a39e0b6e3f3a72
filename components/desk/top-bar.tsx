"use client";

import { ChevronDown } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { signOut } from "next-auth/react";
import type { ReactNode } from "react";
import { runCommand } from "@/components/desk/commands";
import { type DeskActions, DeskCommands } from "@/components/desk/desk-commands";
import { Wordmark } from "@/components/desk/wordmark";
import { Menu, MenuItem, MenuLabel, MenuSeparator } from "@/components/ui/menu";
import { useMediaQuery } from "@/components/ui/use-media-query";
import { type Ability, type Actor, can } from "@/lib/policy";

interface Place {
  href: string;
  label: string;
  /** Other paths that belong to it. */
  also?: string;
  ability: Ability;
  /** Gone to seldom: where the bar is narrow it stands in the person's menu instead. */
  tucked?: boolean;
}

const PLACES: Place[] = [
  { href: "/desk", label: "Issues", also: "/desk/issues", ability: "issue.read" },
  { href: "/desk/backlog", label: "Backlog", ability: "story.read" },
  { href: "/desk/inbox", label: "Inbox", also: "/desk/feeds", ability: "inbox.read" },
  { href: "/desk/sources", label: "Sources", ability: "source.read" },
  { href: "/desk/tasks", label: "Tasks", ability: "source.read" },
  { href: "/desk/claims", label: "Claims", ability: "issue.read", tucked: true },
  { href: "/desk/entities", label: "Entities", ability: "entity.read", tucked: true },
  { href: "/desk/import", label: "Import", ability: "issue.import", tucked: true },
  { href: "/desk/contributors", label: "Contributors", ability: "contributor.read", tucked: true },
];

interface TopBarProps {
  actor: Actor;
  openTasks: number;
  actions: DeskActions;
  bell: ReactNode;
  /** What stands behind "Inbox": how much waits there. */
  inboxCount: ReactNode;
}

/** The bar over every page of the desk; its height is --top-bar (app/(desk)/desk.css). */
export function TopBar({ actor, openTasks, actions, bell, inboxCount }: TopBarProps) {
  return (
    <header className="sticky top-0 z-30 flex h-(--top-bar) flex-wrap items-center gap-x-5 border-b border-hair bg-desk px-3 sm:flex-nowrap sm:px-4">
      <a
        href="#content"
        className="absolute top-1 left-1 z-50 -translate-y-16 rounded-control bg-ink px-3 py-2 text-paper focus:translate-y-0"
      >
        Skip to content
      </a>
      <Link href="/desk" className="flex min-h-9 items-center">
        <Wordmark />
      </Link>
      <Places actor={actor} inboxCount={inboxCount} openTasks={openTasks} />
      <DeskCommands actor={actor} pages={PLACES} actions={actions} signOut={() => void leave()} />
      {bell}
      <PersonMenu actor={actor} />
    </header>
  );
}

function Places({ actor, inboxCount, openTasks }: Pick<TopBarProps, "actor" | "inboxCount" | "openTasks">) {
  const path = usePathname();
  const isHere = (place: Place) =>
    path === place.href ||
    (place.href !== "/desk" && path.startsWith(`${place.href}/`)) ||
    (place.also !== undefined && path.startsWith(place.also));
  return (
    <nav aria-label="Desk" className="order-last -mx-1 w-full sm:order-none sm:w-auto sm:flex-1">
      <ul className="flex gap-x-0.5 text-sm sm:gap-x-1">
        {PLACES.filter((place) => can(actor, place.ability)).map((place) => (
          <li key={place.href} className={place.tucked ? "max-xl:hidden" : undefined}>
            <Link
              href={place.href}
              aria-current={isHere(place) ? "page" : undefined}
              className="flex min-h-8 items-center rounded-control px-1 text-quiet hover:bg-wash hover:text-ink sm:px-1.5 lg:px-2 aria-[current]:font-semibold aria-[current]:text-ink"
            >
              {place.label}
              {place.href === "/desk/inbox" ? inboxCount : null}
              {place.href === "/desk/tasks" && openTasks > 0 ? <Count of={openTasks} /> : null}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Count({ of }: { of: number }) {
  return (
    <span className="ml-1 font-semibold text-line tabular-nums">
      {of > 99 ? "99+" : of}
      <span className="sr-only"> open</span>
    </span>
  );
}

/** The initials of a person's first and last name. */
function initials(name: string): string {
  const words = name.split(" ");
  const picked = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return picked
    .map((word) => [...(word ?? "")][0] ?? "")
    .join("")
    .toUpperCase();
}

async function leave(): Promise<void> {
  await signOut({ redirect: false });
  window.location.assign("/sign-in");
}

function PersonMenu({ actor }: { actor: Actor }) {
  // Not by a style: the keys of a menu would go to lines that nobody sees.
  const isWide = useMediaQuery("(width >= 80rem)");
  const trigger = (
    <button
      type="button"
      className="flex min-h-9 items-center gap-1.5 rounded-control px-1.5 text-sm hover:bg-wash"
    >
      <span
        aria-hidden
        className="grid size-6 place-items-center rounded-full border border-hair bg-wash text-[0.6875rem] font-semibold"
      >
        {initials(actor.name)}
      </span>
      <bdi aria-hidden className="hidden max-w-40 truncate lg:block">
        {actor.name}
      </bdi>
      <span className="sr-only">{`${actor.name}: account and sign out`}</span>
      <ChevronDown aria-hidden size={14} className="text-quiet" />
    </button>
  );
  return (
    <Menu trigger={trigger}>
      <MenuLabel>
        <bdi>{actor.name}</bdi> · {actor.role}
      </MenuLabel>
      {isWide
        ? null
        : PLACES.filter(({ tucked, ability }) => tucked && can(actor, ability)).map(({ href, label }) => (
            <MenuItem key={href} asChild>
              <Link href={href}>{label}</Link>
            </MenuItem>
          ))}
      <MenuItem asChild>
        <Link href="/desk/account">Account</Link>
      </MenuItem>
      <MenuItem asChild>
        <Link href="/desk/trash">Trash</Link>
      </MenuItem>
      <MenuItem asChild>
        <Link href="/desk/settings">Settings</Link>
      </MenuItem>
      <MenuItem onSelect={() => runCommand("shortcuts")}>Shortcuts</MenuItem>
      <MenuSeparator />
      <MenuItem onSelect={leave}>Sign out</MenuItem>
    </Menu>
  );
}
