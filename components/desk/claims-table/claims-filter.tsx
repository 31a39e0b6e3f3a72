import Link from "next/link";
import type { ReactNode } from "react";
import {
  isFiltered,
  type TableHere,
  tableAddress,
  UNFILTERED,
} from "@/components/desk/claims-table/table-here";
import { buttonClass } from "@/components/ui/button";
import { Input, Select } from "@/components/ui/input";
import { KIND_MARKS } from "@/lib/claims/kind";
import { STATE_MARKS } from "@/lib/claims/state";
import { askedQuery, LONGEST_ASKED, sortName } from "@/lib/claims/table/address";
import { ROW_KINDS } from "@/lib/claims/table/row";
import { ASKED_STATES, type AskedState, SORTS } from "@/lib/claims/table/select";
import { SORT_WORDS } from "@/lib/claims/table/words";

interface ClaimsFilterProps {
  here: TableHere;
  speakers: string[];
  sources: string[];
  issues: { id: string; name: string }[];
  hasBacklog: boolean;
}

const stateWord = (state: AskedState) => {
  if (state === "disputed") return "Disputed";
  return state === "retracted" ? "Retracted" : STATE_MARKS[state].word;
};

/** Which rows are shown, and in what order. A form that sends itself: it needs no script, and its address can be shared. */
export function ClaimsFilter({ here, speakers, sources, issues, hasBacklog }: ClaimsFilterProps) {
  const { asked, path, draft } = here;
  return (
    <search>
      <form
        key={askedQuery(asked)}
        action={path}
        className="mb-4 grid grid-cols-2 items-end gap-x-2 gap-y-3 md:grid-cols-4 2xl:grid-cols-[minmax(0,2fr)_repeat(6,minmax(0,1fr))_auto]"
      >
        <Words name="q" label="Words" value={asked.words} hint="In the claim, headline, speaker or source" />
        <Choice name="kind" label="Kind" value={asked.kind ?? ""} none="Every kind">
          {ROW_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {KIND_MARKS[kind].word}
            </option>
          ))}
        </Choice>
        <Words name="speaker" label="Speaker" value={asked.speaker} known={speakers} />
        <Words
          name="source"
          label="Source"
          value={asked.source}
          known={sources}
          hint="Title, publisher, site"
        />
        <Choice name="state" label="State" value={asked.state ?? ""} none="Every state">
          {ASKED_STATES.map((state) => (
            <option key={state} value={state}>
              {stateWord(state)}
            </option>
          ))}
        </Choice>
        {draft ? null : (
          <Choice name="issue" label="Issue" value={asked.issue ?? ""} none="Every issue">
            {issues.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
            {hasBacklog ? <option value="backlog">Backlog</option> : null}
          </Choice>
        )}
        <Choice name="sort" label="Order" value={sortName(asked)} none="As it is read">
          {SORTS.flatMap((sort) => [
            <option key={sort} value={sort}>{`${SORT_WORDS[sort]}, ascending`}</option>,
            <option key={`-${sort}`} value={`-${sort}`}>{`${SORT_WORDS[sort]}, descending`}</option>,
          ])}
        </Choice>
        <Show here={here} />
      </form>
    </search>
  );
}

/** Sends it; with whether drafts are shown too, and the way back to everything. */
function Show({ here }: { here: TableHere }) {
  const { asked, draft } = here;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 max-md:col-span-2 2xl:flex-nowrap">
      {draft ? null : (
        <label className="flex min-h-9 items-center gap-2 text-sm whitespace-nowrap">
          <input type="checkbox" name="drafts" value="yes" defaultChecked={asked.drafts} />
          Drafts too
        </label>
      )}
      <button type="submit" className={buttonClass()}>
        Show
      </button>
      {isFiltered(asked) ? (
        <Link href={tableAddress(here, UNFILTERED)} className="link inline-flex min-h-9 items-center text-sm">
          Show all
        </Link>
      ) : null}
    </div>
  );
}

interface FieldProps {
  name: string;
  label: string;
  value: string;
}

/** There is one such form on a page, so that names make ids. */
const idOf = (name: string) => `claims-${name}`;

function Labelled({ name, label, children }: Pick<FieldProps, "name" | "label"> & { children: ReactNode }) {
  return (
    <div className={`grid gap-1.5 ${name === "q" ? "max-md:col-span-2" : ""}`}>
      <label htmlFor={idOf(name)} className="text-sm font-medium">
        {label}
      </label>
      {children}
    </div>
  );
}

function Words({ name, label, value, hint, known = [] }: FieldProps & { hint?: string; known?: string[] }) {
  const list = known.length > 0 ? `${idOf(name)}-known` : undefined;
  return (
    <Labelled name={name} label={label}>
      <Input
        id={idOf(name)}
        type="search"
        name={name}
        defaultValue={value}
        maxLength={LONGEST_ASKED}
        placeholder={hint}
        autoComplete="off"
        list={list}
      />
      {list ? (
        <datalist id={list}>
          {known.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
      ) : null}
    </Labelled>
  );
}

function Choice({ name, label, value, none, children }: FieldProps & { none: string; children: ReactNode }) {
  return (
    <Labelled name={name} label={label}>
      <Select id={idOf(name)} name={name} defaultValue={value}>
        <option value="">{none}</option>
        {children}
      </Select>
    </Labelled>
  );
}
