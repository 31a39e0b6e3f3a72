import Link from "next/link";
import type { ReactNode } from "react";
import { ClaimStateWords } from "@/components/desk/claims/claim-state";
import { type TableHere, tableAddress } from "@/components/desk/claims-table/table-here";
import { shortDate } from "@/components/desk/dates";
import { KIND_MARKS } from "@/lib/claims/kind";
import { STATE_MARKS } from "@/lib/claims/state";
import type { ClaimRow } from "@/lib/claims/table/row";
import type { Sort } from "@/lib/claims/table/select";
import { outcomeWords, SORT_WORDS, STANDING_WORDS } from "@/lib/claims/table/words";

/** Where a row's story is on the desk. */
export type DeskPlaces = ReadonlyMap<string, { storyId: string; issueId: string | null }>;

interface ClaimsTableProps {
  here: TableHere;
  rows: ClaimRow[];
  /** By the story's anchor. */
  places: DeskPlaces;
}

/** The columns in sequence; what is narrow keeps its width, so that words have what is left; all have room in a window of 1400 px. */
const COLUMNS: readonly { sort: Sort; width: string }[] = [
  { sort: "kind", width: "w-26" },
  { sort: "words", width: "min-w-60" },
  { sort: "issue", width: "w-14" },
  { sort: "story", width: "min-w-32" },
  { sort: "speaker", width: "min-w-24" },
  { sort: "uttered", width: "w-24" },
  { sort: "state", width: "min-w-26" },
  { sort: "evidence", width: "w-20" },
  { sort: "source", width: "min-w-32" },
  { sort: "due", width: "w-24" },
  { sort: "outcome", width: "w-24" },
];

/** Claims and analyses, a row each. Where it is wider than the window it scrolls by itself; on a phone each row becomes a card. */
export function ClaimsTable({ here, rows, places }: ClaimsTableProps) {
  // Who has no mouse scrolls it with the arrows.
  const reachable = { tabIndex: 0 };
  return (
    <section
      aria-label="Table of claims"
      className="overflow-x-auto rounded-card border border-edge bg-paper"
      {...reachable}
    >
      <table className="w-full text-sm max-md:block">
        <caption className="sr-only">Claims and analyses, what they stand on and where they are</caption>
        <thead className="text-left text-xs text-quiet max-md:sr-only">
          <tr>
            {COLUMNS.map(({ sort, width }) => (
              <ColumnHead key={sort} here={here} sort={sort} width={width} />
            ))}
          </tr>
        </thead>
        <tbody className="max-md:block">
          {rows.map((row) => (
            <Row key={row.id} row={row} place={places.get(row.story.anchor)} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function ColumnHead({ here, sort, width }: { here: TableHere; sort: Sort; width: string }) {
  const isSorted = here.asked.sort === sort;
  const { descending } = here.asked;
  const order = descending ? "descending" : "ascending";
  const next = { sort, descending: isSorted && !descending };
  return (
    <th scope="col" aria-sort={isSorted ? order : undefined} className={`p-0 font-medium ${width}`}>
      <Link
        href={tableAddress(here, next)}
        prefetch={false}
        className="flex min-h-9 items-center gap-1 px-2 whitespace-nowrap hover:text-ink aria-[current]:text-ink"
        aria-current={isSorted || undefined}
      >
        {SORT_WORDS[sort]}
        <span aria-hidden className="w-2.5">
          {isSorted ? (descending ? "↓" : "↑") : ""}
        </span>
      </Link>
    </th>
  );
}

/** A cell; on a phone its column's name stands before it, and where it is empty it takes no room. */
function Cell({ sort, children, className = "" }: { sort: Sort; children: ReactNode; className?: string }) {
  const isEmpty = children === null || children === "";
  return (
    <td
      className={`px-2 py-2.5 align-top max-md:p-0 ${isEmpty ? "max-md:hidden" : "max-md:flex max-md:gap-2"} ${className}`}
    >
      {isEmpty ? null : (
        <>
          <span aria-hidden className="w-18 shrink-0 text-quiet md:hidden">
            {SORT_WORDS[sort]}
          </span>
          <div className="min-w-0 [overflow-wrap:anywhere]">{children}</div>
        </>
      )}
    </td>
  );
}

function Row({
  row,
  place,
}: {
  row: ClaimRow;
  place: { storyId: string; issueId: string | null } | undefined;
}) {
  const outcome = outcomeWords(row);
  return (
    <tr
      data-claim={row.id}
      className="border-t border-hair max-md:grid max-md:gap-1.5 max-md:px-4 max-md:py-3 max-md:first:border-t-0"
    >
      <Cell sort="kind">
        <Kind row={row} />
      </Cell>
      <td className="px-2 py-2.5 align-top max-md:p-0">
        <ClaimWords row={row} place={place} />
      </td>
      <Cell sort="issue" className="tabular-nums">
        <Issue row={row} />
      </Cell>
      <Cell sort="story">
        {row.story.number === null ? "" : <span className="tabular-nums">{row.story.number}. </span>}
        {row.story.headline}
      </Cell>
      <Cell sort="speaker">{row.speaker === null ? null : <Speaker row={row} />}</Cell>
      <Cell sort="uttered">{row.uttered && <Day of={row.uttered} />}</Cell>
      <Cell sort="state">{row.state && <State row={row} />}</Cell>
      <Cell sort="evidence" className="tabular-nums">
        {row.evidence ?? <Premises count={row.premises ?? 0} />}
      </Cell>
      <Cell sort="source">{row.sources.length === 0 ? null : <Sources row={row} />}</Cell>
      <Cell sort="due">{row.due && <Day of={row.due} />}</Cell>
      <Cell sort="outcome">
        {outcome && <span className="inline-block first-letter:uppercase">{outcome}</span>}
      </Cell>
    </tr>
  );
}

const Day = ({ of }: { of: string }) => (
  <time dateTime={of} className="whitespace-nowrap tabular-nums">
    {shortDate(of)}
  </time>
);

const ATTRIBUTED = { none: null, reported: "reported", quoted: "quoted" } as const;

function Kind({ row: { kind, attribution } }: { row: ClaimRow }) {
  const { word, shape } = KIND_MARKS[kind];
  // Whose words a statement or a quotation is in, its kind says already.
  const how = kind === "forecast" || kind === "commitment" ? ATTRIBUTED[attribution ?? "none"] : null;
  return (
    <span className="whitespace-nowrap">
      <span aria-hidden className="mr-1 inline-block w-3.5 text-line">
        {shape || "●"}
      </span>
      {word}
      {how ? <span className="block pl-4.5 text-xs text-quiet">{how}</span> : null}
    </span>
  );
}

function deskAddress(
  { storyId, issueId }: { storyId: string; issueId: string | null },
  claim: string,
): string {
  if (issueId === null) return `/desk/stories/${storyId}${claim && `?${claim}`}`;
  return `/desk/issues/${issueId}?part=story:${storyId}${claim && `&${claim}`}`;
}

/** The claim's words, as the way to them: on the desk where they still are, else to the published page. */
function ClaimWords({ row, place }: Parameters<typeof Row>[0]) {
  const { id, kind, words, issue, story, standing } = row;
  const page = standing === "published" && issue ? `/issues/${issue.slug}#${story.anchor}` : null;
  const claim = kind === "analysis" ? "" : `claim=${id}`;
  const desk = place && deskAddress(place, claim);
  const shown = words || "(no words)";
  return (
    <>
      {desk ? (
        <Link
          href={desk}
          prefetch={false}
          className="line-clamp-4 underline decoration-hair underline-offset-3 [overflow-wrap:anywhere] hover:decoration-ink"
        >
          {shown}
        </Link>
      ) : (
        <span className="line-clamp-4 [overflow-wrap:anywhere]">{shown}</span>
      )}
      {standing === "published" ? null : (
        <span className="mt-0.5 block text-xs text-quiet">{STANDING_WORDS[standing]}</span>
      )}
      {page ? (
        <a href={page} className="link mt-0.5 inline-flex min-h-6 items-center text-xs text-quiet">
          As published<span className="sr-only">: {shown}</span>
        </a>
      ) : null}
    </>
  );
}

function Issue({ row: { issue } }: { row: ClaimRow }) {
  if (issue === null) return <span className="text-quiet">Backlog</span>;
  return issue.number === null ? <span className="text-quiet">{issue.title}</span> : issue.number;
}

function Speaker({ row: { speaker, speakerRole } }: { row: ClaimRow }) {
  return (
    <>
      {speaker}
      {speakerRole ? <span className="block text-xs text-quiet">{speakerRole}</span> : null}
    </>
  );
}

function State({ row: { state, status } }: { row: ClaimRow }) {
  return (
    <>
      {state ? <ClaimStateWords state={state} words={STATE_MARKS[state].word} /> : null}
      {status === "disputed" || status === "retracted" ? (
        <span className="block font-semibold text-line">
          <span aria-hidden>▲ </span>
          {status === "disputed" ? "Disputed" : "Retracted"}
        </span>
      ) : null}
    </>
  );
}

const Premises = ({ count }: { count: number }) => (
  <span className="whitespace-nowrap text-quiet">
    {count} {count === 1 ? "premise" : "premises"}
  </span>
);

/** Of the sources of a claim, so many are named. */
const NAMED = 3;

function Sources({ row: { sources } }: { row: ClaimRow }) {
  const rest = sources.length - NAMED;
  return (
    <ul className="grid gap-1">
      {sources.slice(0, NAMED).map(({ title, publisher, url }) => (
        <li key={`${title} ${url}`} className="line-clamp-2">
          {title}
          {publisher ? <span className="text-quiet">, {publisher}</span> : null}
        </li>
      ))}
      {rest > 0 ? <li className="text-quiet">and {rest} more</li> : null}
    </ul>
  );
}
