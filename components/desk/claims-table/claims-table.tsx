import Link from "next/link";
import type { ReactNode } from "react";
import {
  DayCell,
  type DeskPlace,
  IssueCell,
  KindCell,
  PremisesCell,
  SourcesCell,
  SpeakerCell,
  StateCell,
  WordsCell,
} from "@/components/desk/claims-table/claim-cells";
import { type TableHere, tableAddress } from "@/components/desk/claims-table/table-here";
import type { ClaimRow } from "@/lib/claims/table/row";
import type { Sort } from "@/lib/claims/table/select";
import { outcomeWords, SORT_WORDS } from "@/lib/claims/table/words";

/** Where stories are on the desk, by their anchors. */
export type DeskPlaces = ReadonlyMap<string, DeskPlace>;

interface ClaimsTableProps {
  here: TableHere;
  rows: ClaimRow[];
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

function Row({ row, place }: { row: ClaimRow; place: DeskPlace | undefined }) {
  const outcome = outcomeWords(row);
  return (
    <tr
      data-claim={row.id}
      className="border-t border-hair max-md:grid max-md:gap-1.5 max-md:px-4 max-md:py-3 max-md:first:border-t-0"
    >
      <Cell sort="kind">
        <KindCell row={row} />
      </Cell>
      <td className="px-2 py-2.5 align-top max-md:p-0">
        <WordsCell row={row} place={place} />
      </td>
      <Cell sort="issue" className="tabular-nums">
        <IssueCell row={row} />
      </Cell>
      <Cell sort="story">
        {row.story.number === null ? "" : <span className="tabular-nums">{row.story.number}. </span>}
        {row.story.headline}
      </Cell>
      <Cell sort="speaker">{row.speaker === null ? null : <SpeakerCell row={row} />}</Cell>
      <Cell sort="uttered">{row.uttered && <DayCell of={row.uttered} />}</Cell>
      <Cell sort="state">{row.state && <StateCell row={row} />}</Cell>
      <Cell sort="evidence" className="tabular-nums">
        {row.evidence ?? <PremisesCell count={row.premises ?? 0} />}
      </Cell>
      <Cell sort="source">{row.sources.length === 0 ? null : <SourcesCell row={row} />}</Cell>
      <Cell sort="due">{row.due && <DayCell of={row.due} />}</Cell>
      <Cell sort="outcome">
        {outcome && <span className="inline-block first-letter:uppercase">{outcome}</span>}
      </Cell>
    </tr>
  );
}
