import type { Metadata } from "next";
import Link from "next/link";
import { asked } from "@/app/(desk)/desk/asked";
import { AddAddress } from "@/components/desk/sources/add-address";
import { CheckAll } from "@/components/desk/sources/check-all";
import { RefreshOnChange } from "@/components/desk/sources/refresh-on-change";
import { SourceLines } from "@/components/desk/sources/source-lines";
import { type SourcesAsked, SourcesFilter, sourcesAddress } from "@/components/desk/sources/sources-filter";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { requireDeskActor } from "@/lib/auth/session";
import { countBeingRead } from "@/lib/sources/due";
import { listSources } from "@/lib/sources/overview";
import { sourceIdInput } from "@/lib/sources/schema";
import { SOURCE_STATES } from "@/lib/sources/state";
import { checkAllSources, collectSource } from "./actions";

export const metadata: Metadata = { title: "Sources" };

type Parameters = Record<string, string | string[] | undefined>;

/** What an address asks for; anything unknown in it is left out. */
function readAddress(parameters: Parameters): SourcesAsked & { after: string | null } {
  const cited = asked(parameters.cited);
  return {
    words: asked(parameters.q).trim().slice(0, 200),
    state: SOURCE_STATES.find((state) => state === asked(parameters.state)) ?? null,
    cited: cited === "yes" ? true : cited === "no" ? false : null,
    after: sourceIdInput.safeParse({ id: asked(parameters.after) }).data?.id ?? null,
  };
}

/** Every source there is, the newest first: how its page is, and where it is cited. */
export default async function Sources({ searchParams }: { searchParams: Promise<Parameters> }) {
  const actor = await requireDeskActor();
  const { after, ...asked } = readAddress(await searchParams);
  const [{ sources, more }, reading] = await Promise.all([
    listSources(actor, { ...asked, after }),
    countBeingRead(actor),
  ]);
  const last = sources.at(-1);
  return (
    <main className="mx-auto max-w-5xl px-4 py-8">
      <div className="mb-4 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h1 className="font-serif text-2xl font-medium">Sources</h1>
        <CheckAll reading={reading} checkAllSources={checkAllSources} />
      </div>
      <AddAddress collectSource={collectSource} />
      <SourcesFilter {...asked} />
      {sources.length > 0 ? <SourceLines sources={sources} /> : <Nothing {...asked} />}
      <Pages
        first={sourcesAddress(asked)}
        next={more && last ? sourcesAddress(asked, last.id) : null}
        isFirst={after === null}
      />
      <RefreshOnChange what={["source"]} />
    </main>
  );
}

function Pages({ first, next, isFirst }: { first: string; next: string | null; isFirst: boolean }) {
  if (isFirst && next === null) return null;
  return (
    <nav aria-label="Pages of sources" className="mt-4 flex items-center justify-between gap-3">
      {isFirst ? (
        <span />
      ) : (
        <Link href={first} className={buttonClass()}>
          To the newest
        </Link>
      )}
      {next ? (
        <Link href={next} className={buttonClass()}>
          Older ones
        </Link>
      ) : null}
    </nav>
  );
}

function Nothing({ words, state, cited }: SourcesAsked) {
  if (words === "" && state === null && cited === null) {
    return (
      <EmptyState title="No source yet">
        Add an address above, or under a story’s headline. Plumbline reads the page, keeps what it says, and
        looks again every day once a story cites it.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="No source is like that"
      action={
        <Link href="/desk/sources" className={buttonClass()}>
          Show all sources
        </Link>
      }
    >
      Try fewer words, or another state: each word must be in the title, the author, the publisher or the
      address.
    </EmptyState>
  );
}
