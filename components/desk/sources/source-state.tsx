import { shortDate } from "@/components/desk/dates";
import type { SourceSummary } from "@/lib/sources/overview-schema";
import { wordsOfState } from "@/lib/sources/state-words";

const WELL = new Set<SourceSummary["state"]>(["live", "unchecked"]);

/** The state of a source's page by its shape and word, and since when; while it is being read, that. */
export function SourceStateMark({ source }: { source: SourceSummary }) {
  const { state, stateSince, fetchAskedAt, url } = source;
  if (fetchAskedAt !== null) return <span className="text-quiet">Reading the page…</span>;
  if (url === null) return <span className="text-line">▲ No address yet</span>;
  const { shape, word } = wordsOfState(state, source.lastFailure);
  return (
    <span className={WELL.has(state) ? "text-quiet" : "text-line"}>
      <span aria-hidden className="mr-1.5">
        {shape}
      </span>
      {word}
      {stateSince ? <span className="text-quiet"> since {shortDate(stateSince)}</span> : null}
    </span>
  );
}
