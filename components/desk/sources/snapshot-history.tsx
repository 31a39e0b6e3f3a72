import Link from "next/link";
import { dayAndTime, shortDate } from "@/components/desk/dates";
import { sizeWords } from "@/components/desk/sources/size-words";
import type { SnapshotLine } from "@/lib/sources/overview-schema";

const ORIGINS: Record<SnapshotLine["origin"], string> = {
  fetched: "Read",
  typed: "Typed by hand",
  demoExcerpt: "Demo excerpt",
};

interface SnapshotHistoryProps {
  sourceId: string;
  /** Newest first. */
  history: SnapshotLine[];
}

/** Every look at a source that brought something new, and those that brought nothing, with why. */
export function SnapshotHistory({ sourceId, history }: SnapshotHistoryProps) {
  if (history.length === 0) return <p className="text-sm text-quiet">Nothing was read yet.</p>;
  return (
    <ol aria-label="Snapshots" className="rounded-card border border-hair bg-paper text-sm">
      {history.map((line, place) => {
        const before = history.slice(place + 1).find(({ failure }) => failure === null);
        return (
          <Line key={line.id} sourceId={sourceId} line={line} before={line.failure ? undefined : before} />
        );
      })}
    </ol>
  );
}

interface LineProps {
  sourceId: string;
  line: SnapshotLine;
  /** The text before it, to compare it with. */
  before: SnapshotLine | undefined;
}

function Line({ sourceId, line, before }: LineProps) {
  const { id, fetchedAt, origin, failure, remark, textLength, evidence } = line;
  const page = `/desk/sources/${sourceId}`;
  return (
    <li className="border-t border-hair px-4 py-2.5 first:border-t-0">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="font-medium">
          {failure ? <span className="text-line">✕ Not read</span> : ORIGINS[origin]}{" "}
          <time dateTime={fetchedAt}>{dayAndTime(fetchedAt)}</time>
        </span>
        {failure ? null : (
          <span className="flex flex-wrap gap-x-3 sm:ml-auto">
            <Link href={`${page}/text/${id}`} className="link leading-6">
              Read the text
            </Link>
            {before ? (
              <Link href={`${page}/compare?before=${before.id}&after=${id}`} className="link leading-6">
                What changed
              </Link>
            ) : null}
          </span>
        )}
      </p>
      {remark ? <p className="text-pretty">{remark}</p> : null}
      {failure ? null : (
        <p className="text-quiet">
          {textLength.toLocaleString("en")} characters
          {line.textKept === null ? null : `, kept in ${sizeWords(line.textKept)}`}
          {line.rawSize === null ? null : `, ${sizeWords(line.rawSize)} as sent`}
          {rawWords(line)}
          {evidence > 0 ? `, ${evidence === 1 ? "1 passage" : `${evidence} passages`} quoted` : null}
        </p>
      )}
      <Particulars line={line} />
    </li>
  );
}

function rawWords({ rawKept, rawPrunedAt }: SnapshotLine): string | null {
  if (rawPrunedAt !== null) return `, given up ${shortDate(rawPrunedAt)}: the text stays`;
  return rawKept === null ? null : `, ${sizeWords(rawKept)} as kept`;
}

const short = (hash: string) => hash.slice(0, 12);

/** What one asks for only when something is to be proved: hashes in full, the way that was gone, who read the text out. */
function Particulars({ line }: { line: SnapshotLine }) {
  const { textSha256, rawSha256, extractorVersion, redirects, finalUrl, status, mediaType } = line;
  const facts: [string, string | null][] = [
    ["Answered by", finalUrl],
    ["Status", status === null ? null : String(status)],
    ["Media type", mediaType],
    ["Text read by", extractorVersion],
    ["SHA-256 of the text", textSha256],
    ["SHA-256 of what was sent", rawSha256],
  ];
  const known = facts.filter(([, value]) => value !== null);
  if (known.length === 0) return null;
  return (
    <details className="mt-1">
      <summary className="leading-6 text-quiet">
        Details{textSha256 ? <code className="ml-2 text-xs">{short(textSha256)}</code> : null}
      </summary>
      <dl className="mt-1 grid gap-x-4 gap-y-0.5 sm:grid-cols-[10rem_minmax(0,1fr)]">
        {known.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-quiet max-sm:mt-1">{name}</dt>
            <dd className="[overflow-wrap:anywhere]">{value}</dd>
          </div>
        ))}
        {redirects.length > 0 ? (
          <div className="contents">
            <dt className="text-quiet max-sm:mt-1">Led on</dt>
            <dd className="[overflow-wrap:anywhere]">
              {redirects.map(({ status: by, from, to }) => (
                <span key={from} className="block">
                  {from} → {to} ({by})
                </span>
              ))}
            </dd>
          </div>
        ) : null}
      </dl>
    </details>
  );
}
