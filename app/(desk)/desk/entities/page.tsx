import type { Metadata } from "next";
import Link from "next/link";
import { asked } from "@/app/(desk)/desk/asked";
import { AddEntity } from "@/components/desk/entities/add-entity";
import {
  type EntitiesAsked,
  EntitiesFilter,
  entitiesAddress,
} from "@/components/desk/entities/entities-filter";
import { EntityLines } from "@/components/desk/entities/entity-lines";
import { RefreshOnChange } from "@/components/desk/sources/refresh-on-change";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { requireDeskActor } from "@/lib/auth/session";
import { listEntities } from "@/lib/entities/queries";
import { ENTITY_KINDS, ENTITY_PAGE, ENTITY_SORTS } from "@/lib/entities/schema";
import { can } from "@/lib/policy";
import { createEntity } from "./actions";

export const metadata: Metadata = { title: "Entities" };

type Parameters = Record<string, string | string[] | undefined>;

/** What an address asks for; anything unknown in it is left out. */
function readAddress(parameters: Parameters): EntitiesAsked & { page: number } {
  const page = Number.parseInt(asked(parameters.page), 10);
  return {
    words: asked(parameters.q).trim().slice(0, 200),
    kind: ([...ENTITY_KINDS, "unsaid"] as const).find((kind) => kind === asked(parameters.kind)) ?? null,
    sort: ENTITY_SORTS.find((sort) => sort === asked(parameters.sort)) ?? "name",
    page: page > 1 && page <= 1_000 ? page : 1,
  };
}

/** Everybody and everything that speaks, and what else has a page of its own for readers. */
export default async function Entities({ searchParams }: { searchParams: Promise<Parameters> }) {
  const actor = await requireDeskActor();
  const { page, ...asked } = readAddress(await searchParams);
  const { entities, count } = await listEntities(actor, { ...asked, page });
  return (
    <main className="mx-auto max-w-5xl px-4 py-8">
      <h1 className="font-serif text-2xl font-medium">Entities</h1>
      <p className="mb-4 text-pretty text-quiet">
        Who speaks in claims, under all their names: organisations, people, products.
      </p>
      {can(actor, "entity.edit") ? <AddEntity createEntity={createEntity} /> : null}
      <EntitiesFilter {...asked} />
      {entities.length > 0 ? <EntityLines entities={entities} /> : <Nothing {...asked} />}
      <Pages {...{ asked, page, count }} />
      <RefreshOnChange what={["entities"]} />
    </main>
  );
}

function Pages({ asked, page, count }: { asked: EntitiesAsked; page: number; count: number }) {
  const last = Math.ceil(count / ENTITY_PAGE);
  if (last <= 1) return null;
  const way = (to: number, label: string) =>
    to >= 1 && to <= last ? (
      <Link href={entitiesAddress(asked, to)} className={buttonClass()}>
        {label}
      </Link>
    ) : (
      <span />
    );
  return (
    <nav aria-label="Pages of entities" className="mt-4 flex items-center justify-between gap-3">
      {way(page - 1, "Before these")}
      <span className="text-sm text-quiet">
        Page {page} of {last}
      </span>
      {way(page + 1, "After these")}
    </nav>
  );
}

function Nothing({ words, kind }: EntitiesAsked) {
  if (words === "" && kind === null) {
    return (
      <EmptyState title="Nobody speaks yet">
        Name the speaker of a claim, and they are here. Then say what they are, and which names are the same.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="No entity is like that"
      action={
        <Link href="/desk/entities" className={buttonClass()}>
          Show all entities
        </Link>
      }
    >
      Try fewer words, or another kind: each word must be in one of its names.
    </EmptyState>
  );
}
