import Link from "next/link";
import { shortDate } from "@/components/desk/dates";
import { SourcePlaces } from "@/components/desk/sources/source-places";
import { SourceStateMark } from "@/components/desk/sources/source-state";
import type { SourceSummary } from "@/lib/sources/overview-schema";

/** How many places a line names. */
const PLACES = 3;

/** Sources, a line each: what it is, how its page is, where it is cited. */
export function SourceLines({ sources }: { sources: SourceSummary[] }) {
  return (
    <ol aria-label="Sources" className="rounded-card border border-hair bg-paper">
      {sources.map((source) => (
        <Line key={source.id} source={source} />
      ))}
    </ol>
  );
}

const countOf = (count: number) => (count === 1 ? "1 snapshot" : `${count} snapshots`);

/** An address to be read, without what every address has. */
export const bareAddress = (url: string) => url.replace(/^https?:\/\/(www\.)?/u, "").replace(/\/$/u, "");

function Line({ source }: { source: SourceSummary }) {
  const { id, title, publisher, url, checkedAt, snapshots, places } = source;
  return (
    <li className="grid gap-x-6 gap-y-1 border-t border-hair px-4 py-3 first:border-t-0 md:grid-cols-[minmax(0,1fr)_15rem]">
      <div className="min-w-0">
        <p className="[overflow-wrap:anywhere]">
          <Link
            href={`/desk/sources/${id}`}
            prefetch={false}
            className="link inline-block leading-6 font-medium"
          >
            {title}
          </Link>
          {publisher ? <span className="text-quiet">, {publisher}</span> : null}
        </p>
        {url ? (
          <p className="text-sm text-quiet">
            <a
              href={url}
              target="_blank"
              rel="noreferrer"
              className="link inline-block max-w-full truncate align-top leading-6"
            >
              {bareAddress(url)}
            </a>
          </p>
        ) : null}
        <p className="mt-0.5 text-sm text-quiet">
          {places.length > 0 ? <SourcePlaces places={places} most={PLACES} /> : "Cited by no story"}
        </p>
      </div>
      <p className="text-sm md:text-right">
        <span className="block">
          <SourceStateMark source={source} />
        </span>
        <span className="block text-quiet">
          {[checkedAt && `Last read ${shortDate(checkedAt)}`, snapshots > 0 && countOf(snapshots)]
            .filter(Boolean)
            .join(" · ")}
        </span>
      </p>
    </li>
  );
}
