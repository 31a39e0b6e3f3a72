"use client";

import Link from "next/link";
import { useRef } from "react";
import { useHotkeys } from "react-hotkeys-hook";
import { kindWord, speaksIn } from "@/components/desk/entities/entity-words";
import { useSingleKeys } from "@/components/desk/single-keys";
import type { EntityLine } from "@/lib/entities/schema";

/** Entities, a line each: its names, what it is, how much uses it. j and k go through them, Enter opens one. */
export function EntityLines({ entities }: { entities: EntityLine[] }) {
  const list = useRef<HTMLOListElement>(null);
  const enabled = useSingleKeys();
  const step = (by: 1 | -1) => {
    const links = [...(list.current?.querySelectorAll("a") ?? [])];
    const at = links.findIndex((link) => link.matches(":focus"));
    const next = at < 0 ? (by === 1 ? 0 : links.length - 1) : at + by;
    links[Math.min(links.length - 1, Math.max(0, next))]?.focus();
  };
  const options = { enabled, ignoreEventWhen: isElsewhere };
  useHotkeys("j", () => step(1), options);
  useHotkeys("k", () => step(-1), options);
  return (
    <ol ref={list} aria-label="Entities" className="rounded-card border border-hair bg-paper">
      {entities.map((entity) => (
        <Line key={entity.id} entity={entity} />
      ))}
    </ol>
  );
}

const isElsewhere = (event: KeyboardEvent) =>
  event.ctrlKey ||
  event.metaKey ||
  event.altKey ||
  document.querySelector("[role=dialog], [role=menu], [role=listbox]") !== null;

function Line({ entity }: { entity: EntityLine }) {
  const { id, name, kind, otherNames } = entity;
  return (
    <li className="grid gap-x-6 border-t border-hair px-4 py-2.5 first:border-t-0 sm:grid-cols-[minmax(0,1fr)_8rem_11rem] sm:items-baseline">
      <p className="min-w-0 [overflow-wrap:anywhere]">
        <Link
          href={`/desk/entities/${id}`}
          prefetch={false}
          className="link inline-block leading-6 font-medium"
        >
          {name}
        </Link>
        {otherNames.length > 0 ? (
          <span className="text-sm text-quiet"> · {otherNames.join(", ")}</span>
        ) : null}
      </p>
      <p className="text-sm text-quiet">
        <span className="sr-only">Kind: </span>
        {kindWord(kind)}
      </p>
      <p className="text-sm text-quiet tabular-nums sm:text-right">{speaksIn(entity)}</p>
    </li>
  );
}
