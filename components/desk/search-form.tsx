import { FilterForm } from "@/components/desk/filter-form";
import { KIND_NAMES, STATE_NAMES } from "@/components/desk/search-address";
import { buttonClass } from "@/components/ui/button";
import { Select } from "@/components/ui/input";
import { SEARCH_KINDS, SEARCH_STATES, type SearchKind, type SearchState } from "@/lib/search/schema";

interface SearchFormProps {
  query: string;
  kind: SearchKind | undefined;
  state: SearchState | undefined;
  seesPeople: boolean;
}

/** What to look for, and among what. A form that sends itself: it needs no script. */
export function SearchForm({ query, kind, state, seesPeople }: SearchFormProps) {
  const kinds = SEARCH_KINDS.filter((each) => each !== "person" || seesPeople);
  return (
    <FilterForm
      action="/desk/search"
      asked={`${query} ${kind} ${state}`}
      words={query}
      longest={500}
      label="Words to look for"
      placeholder="Words, names, addresses"
      autoFocus={query === ""}
      className="mb-6 sm:grid-cols-[minmax(0,1fr)_9rem_9rem_auto]"
      button={
        <button type="submit" className={`${buttonClass({ variant: "primary" })} max-sm:col-span-2`}>
          Search
        </button>
      }
    >
      <Select name="kind" defaultValue={kind ?? ""} aria-label="Kind">
        <option value="">All kinds</option>
        {kinds.map((each) => (
          <option key={each} value={each}>
            {KIND_NAMES[each].many}
          </option>
        ))}
      </Select>
      <Select name="state" defaultValue={state ?? ""} aria-label="Where it stands">
        <option value="">Anywhere</option>
        {SEARCH_STATES.map((each) => (
          <option key={each} value={each}>
            {STATE_NAMES[each]}
          </option>
        ))}
      </Select>
    </FilterForm>
  );
}
