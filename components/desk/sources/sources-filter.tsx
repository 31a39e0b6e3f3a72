import { FilterForm } from "@/components/desk/filter-form";
import { buttonClass } from "@/components/ui/button";
import { Select } from "@/components/ui/input";
import { SOURCE_STATES, type SourceState } from "@/lib/sources/state";
import { STATE_WORDS } from "@/lib/sources/state-words";

export interface SourcesAsked {
  words: string;
  state: SourceState | null;
  cited: boolean | null;
}

/** The page of these sources; from the one after `after` on. */
export function sourcesAddress({ words, state, cited }: SourcesAsked, after?: string): string {
  const parameters = new URLSearchParams({
    ...(words && { q: words }),
    ...(state && { state }),
    ...(cited !== null && { cited: cited ? "yes" : "no" }),
    ...(after && { after }),
  });
  return parameters.size > 0 ? `/desk/sources?${parameters}` : "/desk/sources";
}

/** Which sources are listed. A form that sends itself: it needs no script, and its address can be shared. */
export function SourcesFilter({ words, state, cited }: SourcesAsked) {
  return (
    <FilterForm
      action="/desk/sources"
      asked={`${words} ${state} ${cited}`}
      words={words}
      longest={200}
      label="Words to look for in sources"
      placeholder="Title, author, publisher, address"
      className="mb-4 sm:grid-cols-[minmax(0,1fr)_9.5rem_9.5rem_auto]"
      button={
        <button type="submit" className={`${buttonClass()} max-sm:col-span-2`}>
          Show
        </button>
      }
    >
      <Select name="state" defaultValue={state ?? ""} aria-label="State">
        <option value="">Any state</option>
        {SOURCE_STATES.map((each) => (
          <option key={each} value={each}>
            {STATE_WORDS[each].word}
          </option>
        ))}
      </Select>
      <Select
        name="cited"
        defaultValue={cited === null ? "" : cited ? "yes" : "no"}
        aria-label="Cited or not"
      >
        <option value="">Cited or not</option>
        <option value="yes">Cited</option>
        <option value="no">Not cited</option>
      </Select>
    </FilterForm>
  );
}
