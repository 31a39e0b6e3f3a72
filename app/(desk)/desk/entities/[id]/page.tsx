import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { cache, type ReactNode } from "react";
import { Crumbs } from "@/components/desk/crumbs";
import { EntityClaims } from "@/components/desk/entities/entity-claims";
import { EntityForm } from "@/components/desk/entities/entity-form";
import { EntityNames } from "@/components/desk/entities/entity-names";
import { kindWord, speaksIn } from "@/components/desk/entities/entity-words";
import { MergeWays } from "@/components/desk/entities/merge-ways";
import { RemoveEntity } from "@/components/desk/entities/remove-entity";
import { RefreshOnChange } from "@/components/desk/sources/refresh-on-change";
import { buttonClass } from "@/components/ui/button";
import { requireDeskActor } from "@/lib/auth/session";
import { topicOfName } from "@/lib/entities/public";
import { getEntity } from "@/lib/entities/queries";
import { type EntityDetail, entityIdInput } from "@/lib/entities/schema";
import { type Actor, can } from "@/lib/policy";
import { orNotFound } from "../../or-not-found";
import {
  addName,
  countMergedStories,
  editEntity,
  findEntities,
  mergeEntities,
  removeEntity,
  removeName,
  restoreEntity,
  splitEntity,
} from "../actions";

const naming = { addName, removeName, editEntity, splitEntity };
const merging = { countMergedStories, findEntities, mergeEntities, splitEntity };

interface Props {
  params: Promise<{ id: string }>;
}

/** The entity of an address, read once for the page and its title; one that was merged leads to where it went. */
const entityOr404 = cache(async (actor: Actor, id: string): Promise<EntityDetail> => {
  if (!entityIdInput.safeParse({ id }).success) notFound();
  const entity = await getEntity(actor, { id }).catch(orNotFound);
  if ("mergedIntoId" in entity) redirect(`/desk/entities/${entity.mergedIntoId}`);
  return entity;
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const actor = await requireDeskActor();
  return { title: (await entityOr404(actor, (await params).id)).name };
}

/** Everything of one entity: its names, what it said, and which others may be the same. */
export default async function EntityPage({ params }: Props) {
  const actor = await requireDeskActor();
  const entity = await entityOr404(actor, (await params).id);
  const mayEdit = can(actor, "entity.edit");
  return (
    <main className="mx-auto max-w-5xl px-4 py-6">
      <Crumbs links={[{ href: "/desk/entities", label: "Entities" }]} />
      <div className="mt-1 mb-5 flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="min-w-0">
          <h1 className="font-serif text-2xl font-medium text-balance [overflow-wrap:anywhere]">
            {entity.name}
          </h1>
          <p className="text-quiet">
            {entity.kind ? kindWord(entity.kind) : "Kind not said"} · {speaksIn(entity)}
          </p>
        </div>
        <TopicLink slug={await topicOfName(entity.name)} />
      </div>
      <div className="grid gap-x-6 gap-y-7 lg:grid-cols-[minmax(0,1fr)_21rem] lg:items-start">
        <div className="grid min-w-0 gap-7">
          <Part title="Names">
            <EntityNames entity={entity} mayEdit={mayEdit} actions={naming} />
          </Part>
          <Part title="Claims">
            <EntityClaims entity={entity} />
          </Part>
        </div>
        <div className="grid min-w-0 gap-7">
          {mayEdit ? (
            <Part title="What it is">
              <EntityForm entity={entity} editEntity={editEntity} />
            </Part>
          ) : null}
          <Part title="Likely the same">
            <MergeWays entity={entity} mayEdit={mayEdit} actions={merging} />
            {mayEdit ? null : (
              <p className="mt-2 text-sm text-pretty text-quiet">Editors name and merge entities.</p>
            )}
          </Part>
          {entity.merged.length > 0 ? (
            <Part title="Merged into it">
              <ul className="rounded-card border border-hair bg-paper px-4 py-2 text-sm">
                {entity.merged.map(({ id, name }) => (
                  <li key={id} className="leading-7">
                    {name}
                  </li>
                ))}
              </ul>
              {mayEdit ? (
                <p className="mt-2 text-sm text-pretty text-quiet">
                  Split its name off, and it stands again at its old address.
                </p>
              ) : null}
            </Part>
          ) : null}
          {mayEdit && entity.claims === 0 && entity.merged.length === 0 ? (
            <Part title="Remove it">
              <RemoveEntity entity={entity} actions={{ removeEntity, restoreEntity }} />
            </Part>
          ) : null}
        </div>
      </div>
      <RefreshOnChange what={["entities"]} />
    </main>
  );
}

function TopicLink({ slug }: { slug: string | null }) {
  if (slug === null) return <p className="text-sm text-quiet">Readers have no page of it yet.</p>;
  return (
    <a href={`/topics/${slug}`} className={buttonClass()}>
      As readers see it
    </a>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="min-w-0">
      <h2 className="mb-2 font-semibold">{title}</h2>
      {children}
    </section>
  );
}
