import Link from "next/link";
import { shortDate } from "@/components/desk/dates";
import { MarkedText } from "@/components/desk/marked-text";
import { aboutHit, addressOf, KIND_NAMES } from "@/components/desk/search-address";
import { buttonClass } from "@/components/ui/button";
import type { SearchHit, SearchKind, SearchState } from "@/lib/search/schema";

/** What was found, the best first. */
export function SearchResults({ hits }: { hits: SearchHit[] }) {
  return (
    <ol aria-label="Results" className="rounded-card border border-hair bg-paper">
      {hits.map((hit) => (
        <Result key={`${hit.kind} ${hit.id}`} hit={hit} />
      ))}
    </ol>
  );
}

function Result({ hit }: { hit: SearchHit }) {
  const about = aboutHit(hit);
  return (
    <li className="relative border-t border-hair px-4 py-3 first:border-t-0 hover:bg-desk">
      <p className="flex flex-wrap gap-x-2 text-xs text-quiet">
        <span className="font-semibold">{KIND_NAMES[hit.kind].one}</span>
        {about ? <span className="[overflow-wrap:anywhere]">{about}</span> : null}
        <time dateTime={hit.changedAt} className="ml-auto">
          {shortDate(hit.changedAt)}
        </time>
      </p>
      <p className="font-serif text-lg font-medium [overflow-wrap:anywhere]">
        <Title hit={hit} />
      </p>
      {hit.excerpt ? (
        <p className="mt-0.5 text-sm text-pretty text-quiet [overflow-wrap:anywhere]">
          <MarkedText {...hit.excerpt} />
        </p>
      ) : null}
    </li>
  );
}

/** The title, a link where there is a page for it; the whole row leads there. */
function Title({ hit }: { hit: SearchHit }) {
  const address = addressOf(hit);
  const words = <MarkedText {...hit.title} />;
  const className = "after:absolute after:inset-0";
  if (address === null) return words;
  if (address.startsWith("/")) {
    return (
      <Link href={address} prefetch={false} className={className}>
        {words}
      </Link>
    );
  }
  return (
    <a href={address} target="_blank" rel="noreferrer" className={className}>
      {words}
    </a>
  );
}

interface SearchPagesProps {
  query: string;
  kind: SearchKind | undefined;
  state: SearchState | undefined;
  page: number;
  more: boolean;
}

/** The ways to the results before and after these. */
export function SearchPages({ query, kind, state, page, more }: SearchPagesProps) {
  const addressOfPage = (number: number) => {
    const parameters = { q: query, ...(kind && { kind }), ...(state && { state }), page: String(number) };
    return `/desk/search?${new URLSearchParams(parameters)}`;
  };
  if (page === 1 && !more) return null;
  return (
    <nav aria-label="Pages of results" className="mt-4 flex items-center justify-between gap-3">
      {page > 1 ? (
        <Link href={addressOfPage(page - 1)} className={buttonClass()}>
          Previous
        </Link>
      ) : (
        <span />
      )}
      <span className="text-sm text-quiet">Page {page}</span>
      {more ? (
        <Link href={addressOfPage(page + 1)} className={buttonClass()}>
          Next
        </Link>
      ) : (
        <span />
      )}
    </nav>
  );
}
