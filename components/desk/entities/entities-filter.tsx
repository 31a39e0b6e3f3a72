import { KIND_WORDS, SORT_WORDS } from "@/components/desk/entities/entity-words";
import { FilterForm } from "@/components/desk/filter-form";
import { buttonClass } from "@/components/ui/button";
import { Select } from "@/components/ui/input";
import { ENTITY_KINDS, ENTITY_SORTS, type EntityKind, type EntitySort } from "@/lib/entities/schema";

export interface EntitiesAsked {
  words: string;
  kind: EntityKind | "unsaid" | null;
  sort: EntitySort;
}

/** The page of these entities. */
export function entitiesAddress({ words, kind, sort }: EntitiesAsked, page = 1): string {
  const parameters = new URLSearchParams({
    ...(words && { q: words }),
    ...(kind && { kind }),
    ...(sort !== "name" && { sort }),
    ...(page > 1 && { page: String(page) }),
  });
  return parameters.size > 0 ? `/desk/entities?${parameters}` : "/desk/entities";
}

/** Which entities are listed, and in what order. A form that sends itself: it needs no script, and its address can be shared. */
export function EntitiesFilter({ words, kind, sort }: EntitiesAsked) {
  return (
    <FilterForm
      action="/desk/entities"
      asked={`${words} ${kind} ${sort}`}
      words={words}
      longest={200}
      label="Names to look for"
      placeholder="Any of its names"
      className="mb-4 sm:grid-cols-[minmax(0,1fr)_9.5rem_11rem_auto]"
      button={
        <button type="submit" className={`${buttonClass()} max-sm:col-span-2`}>
          Show
        </button>
      }
    >
      <Select name="kind" defaultValue={kind ?? ""} aria-label="Kind">
        <option value="">Any kind</option>
        {ENTITY_KINDS.map((each) => (
          <option key={each} value={each}>
            {KIND_WORDS[each]}
          </option>
        ))}
        <option value="unsaid">Not said</option>
      </Select>
      <Select name="sort" defaultValue={sort} aria-label="Order">
        {ENTITY_SORTS.map((each) => (
          <option key={each} value={each}>
            {SORT_WORDS[each]}
          </option>
        ))}
      </Select>
    </FilterForm>
  );
}
