import type { Metadata } from "next";
import { asked } from "@/app/(desk)/desk/asked";
import { SearchForm } from "@/components/desk/search-form";
import { SearchPages, SearchResults } from "@/components/desk/search-results";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { requireDeskActor } from "@/lib/auth/session";
import { AppError } from "@/lib/errors";
import { type Actor, can } from "@/lib/policy";
import { search } from "@/lib/search/queries";
import {
  PAGE_SIZE,
  SEARCH_KINDS,
  SEARCH_STATES,
  type SearchKind,
  type SearchPage,
  type SearchState,
} from "@/lib/search/schema";

export const metadata: Metadata = { title: "Search" };

type Parameters = Record<string, string | string[] | undefined>;
interface Asked {
  query: string;
  kind: SearchKind | undefined;
  state: SearchState | undefined;
  page: number;
}

/** What an address asks for; anything unknown in it is left out. */
function readAddress(parameters: Parameters): Asked {
  const page = Number.parseInt(asked(parameters.page), 10);
  return {
    query: asked(parameters.q).trim(),
    kind: SEARCH_KINDS.find((kind) => kind === asked(parameters.kind)),
    state: SEARCH_STATES.find((state) => state === asked(parameters.state)),
    page: page > 1 && page <= 100 ? page : 1,
  };
}

async function ask(
  actor: Actor,
  { query, kind, state, page }: Asked,
): Promise<SearchPage | { failed: string }> {
  try {
    const kinds = kind ? [kind] : undefined;
    return await search(actor, { query, kinds, state, offset: (page - 1) * PAGE_SIZE });
  } catch (error) {
    if (error instanceof AppError) return { failed: error.message };
    throw error;
  }
}

/**
 * Search over the whole desk: a plain form and what was found, in the first answer, so that it needs no script. For that it has
 * no page that loads before it (loading.tsx), which a script would take away.
 */
export default async function Search({ searchParams }: { searchParams: Promise<Parameters> }) {
  const actor = await requireDeskActor();
  const asked = readAddress(await searchParams);
  const found = await ask(actor, asked);
  return (
    <main className="mx-auto max-w-3xl px-4 py-8">
      <h1 className="mb-4 font-serif text-2xl font-medium">Search</h1>
      <SearchForm {...asked} seesPeople={can(actor, "contributor.manage")} />
      {"failed" in found ? (
        <Notice kind="error">{found.failed}</Notice>
      ) : found.hits.length > 0 ? (
        <>
          <SearchResults hits={found.hits} />
          <SearchPages {...asked} more={found.more} />
        </>
      ) : (
        <Nothing {...asked} />
      )}
    </main>
  );
}

function Nothing({ query, kind, state, page }: Asked) {
  if (query === "") {
    return (
      <EmptyState title="Everything on the desk">
        Issues, stories, sources and comments, drafts and published ones, also what is in the trash. The last
        word may be only begun.
      </EmptyState>
    );
  }
  return (
    <EmptyState title={page > 1 ? "Nothing further" : `Nothing found for “${query}”`}>
      {kind || state
        ? "Look among everything, or with fewer words: each of them must be there."
        : "Try fewer words, or the beginning of one: each of them must be there."}
    </EmptyState>
  );
}
