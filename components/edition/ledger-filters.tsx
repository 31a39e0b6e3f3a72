import { LEDGER } from "@/components/edition/addresses";
import { LEDGER_KINDS, LEDGER_STATES, type LedgerFilter } from "@/lib/ledger/entry";

const KIND_OPTIONS = { forecast: "Forecasts", commitment: "Commitments" } as const;
const STATE_OPTIONS = {
  open: "Open",
  due: "Due, not settled yet",
  yes: "Came true, or kept",
  no: "Did not, or not kept",
  ambiguous: "Undecided",
} as const;

function Choice({
  name,
  label,
  all,
  options,
  chosen,
}: {
  name: string;
  label: string;
  all: string;
  options: readonly (readonly [value: string, words: string])[];
  chosen: string | null;
}) {
  return (
    <p>
      <label htmlFor={`filter-${name}`}>{label}</label>
      <select id={`filter-${name}`} name={name} defaultValue={chosen ?? ""}>
        <option value="">{all}</option>
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </p>
  );
}

/** A plain form: its answer is a page with an address of its own. */
export function LedgerFilters({
  filter,
  speakers,
  years,
}: {
  filter: LedgerFilter;
  speakers: readonly string[];
  years: readonly string[];
}) {
  return (
    <form className="filters" method="get" action={LEDGER} aria-label="Filter">
      <Choice
        name="speaker"
        label="Who"
        all="Everybody"
        options={speakers.map((speaker) => [speaker, speaker] as const)}
        chosen={filter.speaker}
      />
      <Choice
        name="kind"
        label="What"
        all="Both kinds"
        options={LEDGER_KINDS.map((kind) => [kind, KIND_OPTIONS[kind]] as const)}
        chosen={filter.kind}
      />
      <Choice
        name="state"
        label="How it stands"
        all="All"
        options={LEDGER_STATES.map((state) => [state, STATE_OPTIONS[state]] as const)}
        chosen={filter.state}
      />
      <Choice
        name="year"
        label="Due in"
        all="Any year"
        options={years.map((year) => [year, year] as const)}
        chosen={filter.year}
      />
      <p>
        <button type="submit">Show</button>
      </p>
    </form>
  );
}
