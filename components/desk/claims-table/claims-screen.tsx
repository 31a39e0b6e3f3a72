import Link from "next/link";
import type { ReactNode } from "react";
import { ClaimsFilter } from "@/components/desk/claims-table/claims-filter";
import { ClaimsTable, type DeskPlaces } from "@/components/desk/claims-table/claims-table";
import {
  exportAddress,
  isFiltered,
  type TableHere,
  tableAddress,
  UNFILTERED,
} from "@/components/desk/claims-table/table-here";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { ClaimRow } from "@/lib/claims/table/row";

interface ClaimsScreenProps {
  here: TableHere;
  /** All rows that were asked for. */
  rows: ClaimRow[];
  /** The page of them that is shown, and where it begins, from 0. */
  shown: ClaimRow[];
  from: number;
  /** How many rows there are without the filter. */
  all: number;
  places: DeskPlaces;
  choices: Omit<Parameters<typeof ClaimsFilter>[0], "here">;
  /** What stands there while there is nothing at all. */
  empty: ReactNode;
}

/** Rows on one page. */
export const PAGE = 100;

/** A table of claims with what it is filtered by, its count, its pages and its files. */
export function ClaimsScreen({ here, rows, shown, from, all, places, choices, empty }: ClaimsScreenProps) {
  return (
    <>
      {all > 0 || isFiltered(here.asked) || here.draft === null ? (
        <ClaimsFilter here={here} {...choices} />
      ) : null}
      <div className="mb-2 flex min-h-9 flex-wrap items-center justify-between gap-x-4 gap-y-1 text-sm">
        <p role="status" className="text-quiet tabular-nums">
          {countWords({ rows: rows.length, shown: shown.length, from, all })}
        </p>
        {rows.length > 0 ? <Files here={here} count={rows.length} /> : null}
      </div>
      {rows.length > 0 ? <ClaimsTable here={here} rows={shown} places={places} /> : null}
      {rows.length === 0 && all === 0 ? empty : null}
      {rows.length === 0 && all > 0 ? <NothingLikeThat here={here} /> : null}
      <Pages here={here} last={Math.ceil(rows.length / PAGE)} />
    </>
  );
}

function countWords({ rows, shown, from, all }: Record<"rows" | "shown" | "from" | "all", number>): string {
  const number = (count: number) => count.toLocaleString("en-GB");
  if (all === 0) return "";
  const of = rows === all ? number(all) : `${number(rows)} of ${number(all)}`;
  const what = `${of} ${all === 1 ? "claim or analysis" : "claims and analyses"}`;
  return shown === rows ? what : `${number(from + 1)} to ${number(from + shown)} of ${what}`;
}

/** The whole table as a file, whatever page is shown. */
function Files({ here, count }: { here: TableHere; count: number }) {
  const all = count === 1 ? "the one row" : `all ${count.toLocaleString("en-GB")} rows`;
  return (
    <p className="flex items-center gap-2">
      <span className="text-quiet">Export {all}</span>
      {(["csv", "json"] as const).map((format) => (
        <a key={format} href={exportAddress(here, format)} download className={buttonClass({ size: "sm" })}>
          <span className="sr-only">Export as </span>
          {format.toUpperCase()}
        </a>
      ))}
    </p>
  );
}

function NothingLikeThat({ here }: { here: TableHere }) {
  return (
    <EmptyState
      title="No claim is like that"
      action={
        <Link href={tableAddress(here, UNFILTERED)} className={buttonClass()}>
          Show all
        </Link>
      }
    >
      Try fewer words, or leave one of the choices open: a row must fit all of them.
    </EmptyState>
  );
}

function Pages({ here, last }: { here: TableHere; last: number }) {
  if (last < 2) return null;
  const { page } = here.asked;
  return (
    <nav aria-label="Pages of claims" className="mt-4 flex items-center justify-between gap-3 text-sm">
      {page > 1 ? (
        <Link href={tableAddress(here, { page: page - 1 })} className={buttonClass()}>
          Previous
        </Link>
      ) : (
        <span />
      )}
      <span className="text-quiet tabular-nums">
        Page {page} of {last}
      </span>
      {page < last ? (
        <Link href={tableAddress(here, { page: page + 1 })} className={buttonClass()}>
          Next
        </Link>
      ) : (
        <span />
      )}
    </nav>
  );
}
