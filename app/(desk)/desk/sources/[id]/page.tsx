import type { Metadata } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { Crumbs } from "@/components/desk/crumbs";
import { RefreshOnChange } from "@/components/desk/sources/refresh-on-change";
import { SamePages } from "@/components/desk/sources/same-page";
import { SnapshotHistory } from "@/components/desk/sources/snapshot-history";
import { SourceFacts } from "@/components/desk/sources/source-facts";
import { SourceNow } from "@/components/desk/sources/source-now";
import { SourcePlaces } from "@/components/desk/sources/source-places";
import { StateChanges } from "@/components/desk/sources/state-changes";
import { TypedText } from "@/components/desk/sources/typed-text";
import { requireDeskActor } from "@/lib/auth/session";
import { type Actor, can } from "@/lib/policy";
import { mayEditSource } from "@/lib/sources/edit";
import { samePages } from "@/lib/sources/same-page";
import { editSource, fetchSource, keepTypedSnapshot, mergeSources } from "../actions";
import { sourceOr404 } from "../source-or-404";

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const actor = await requireDeskActor();
  return { title: (await sourceOr404(actor, (await params).id)).title };
}

/** Everything of one source. */
export default async function SourcePage({ params }: Props) {
  const actor = await requireDeskActor();
  const source = await sourceOr404(actor, (await params).id);
  const { id, places, history, changes } = source;
  const same = await samePages(actor, id);
  const mayEdit = mayEditSource(actor, places);
  return (
    <main className="mx-auto max-w-5xl px-4 py-6">
      <Crumbs links={[{ href: "/desk/sources", label: "Sources" }]} />
      <h1 className="mt-1 font-serif text-2xl font-medium text-balance [overflow-wrap:anywhere]">
        {source.title}
      </h1>
      <p className="mb-5 text-quiet">{source.publisher || "Publisher not said"}</p>
      <div className="grid gap-x-6 gap-y-7 lg:grid-cols-[minmax(0,1fr)_21rem] lg:items-start">
        <div className="grid min-w-0 gap-7">
          <Part title="State">
            <SourceNow {...{ source, mayEdit, fetchSource, editSource }} />
            <SamePages
              source={source}
              pages={same}
              mayMerge={
                can(actor, "source.edit") && (places.length > 0 || history.some((line) => line.evidence > 0))
              }
              mergeSources={mergeSources}
            />
          </Part>
          <Part title="Where it is cited">
            <p className="text-sm">
              {places.length > 0 ? (
                <SourcePlaces places={places} />
              ) : (
                <span className="text-quiet">By no story.</span>
              )}
            </p>
          </Part>
          <Snapshots source={source} actor={actor} />
          {changes.length > 0 ? (
            <Part title="How its state went">
              <StateChanges changes={changes} />
            </Part>
          ) : null}
        </div>
        <Part title="What it is">
          <SourceFacts source={source} mayEdit={mayEdit} editSource={editSource} />
          {mayEdit ? null : (
            <p className="mt-2 text-sm text-pretty text-quiet">
              Editors change this, and whoever wrote every story that cites it.
            </p>
          )}
        </Part>
      </div>
      <RefreshOnChange what={["source"]} />
    </main>
  );
}

interface SnapshotsProps {
  source: Awaited<ReturnType<typeof sourceOr404>>;
  actor: Actor;
}

/** What was read of it, and the field for what was not, for who writes a story that cites it. */
function Snapshots({ source, actor }: SnapshotsProps) {
  const { id, places, history } = source;
  const texts = history.filter(({ failure }) => failure === null);
  const own = places.find(({ authorId }) => can(actor, "story.write", { ownerId: authorId }));
  return (
    <Part
      title="Snapshots"
      way={
        texts.length > 1 ? (
          <Link href={`/desk/sources/${id}/compare`} className="link text-sm font-normal text-quiet">
            Compare any two
          </Link>
        ) : null
      }
    >
      <SnapshotHistory sourceId={id} history={history} />
      {own ? (
        <TypedText
          sourceId={id}
          storyId={own.storyId}
          actorId={actor.id ?? ""}
          isNeeded={texts.length === 0 && (source.lastFailure !== null || source.url === null)}
          keepTypedSnapshot={keepTypedSnapshot}
        />
      ) : null}
    </Part>
  );
}

function Part({ title, way, children }: { title: string; way?: ReactNode; children: ReactNode }) {
  return (
    <section aria-label={title} className="min-w-0">
      <h2 className="mb-2 flex items-baseline justify-between gap-3 font-semibold">
        {title}
        {way}
      </h2>
      {children}
    </section>
  );
}
