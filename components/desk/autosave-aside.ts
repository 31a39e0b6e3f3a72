import type { AutosaveState } from "@/components/desk/autosave-state";
import type { SetAside } from "@/components/desk/set-aside";

/** Words given up in a conflict: a whole field, or what stood at one place of it. */
export function asideOf<V extends object>(
  field: keyof V,
  place: string,
  value: unknown,
  at: Date,
): SetAside<V> {
  const moment = at.toISOString();
  const name = String(field) as keyof V & string;
  return { id: [name, place, moment].filter(Boolean).join(" "), field: name, value, at: moment };
}

/** What is on the shelf in the browser, together with what this page set aside. */
export function remembered<V extends object>(
  state: AutosaveState<V>,
  shelf: SetAside<V>[],
): AutosaveState<V> {
  const ids = new Set(shelf.map(({ id }) => id));
  const setAside = [...shelf, ...state.setAside.filter(({ id }) => !ids.has(id))];
  return setAside.length === state.setAside.length ? state : { ...state, setAside };
}

/** The person needs these words no longer. */
export function discarded<V extends object>(state: AutosaveState<V>, id: string): AutosaveState<V> {
  return { ...state, setAside: state.setAside.filter((item) => item.id !== id) };
}
