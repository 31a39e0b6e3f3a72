import { orUndefined } from "@/components/desk/or-undefined";

/** One field's words that their writer gave up in a conflict. */
export interface SetAside<V extends object> {
  /** Unique within its document. */
  id: string;
  field: keyof V & string;
  value: unknown;
  /** ISO moment of the decision, or of the last letter in a window that is closed. */
  at: string;
  /** Left by a closed window, where other words stand by now. */
  from?: "window";
}

/** What was set aside of one document, kept in this browser until its writer discards it. */
export interface AsideShelf<V extends object> {
  read(): SetAside<V>[];
  /** False where the storage did not take them. */
  add(items: SetAside<V>[]): boolean;
  remove(ids: string[]): void;
}

const PREFIX = "plumbline:set-aside:";

/**
 * The shelf of one document and person. Every change starts from what the storage holds, so that two windows add to the
 * same shelf instead of clearing each other's. Storage may be full or forbidden: then the words last as long as the page.
 */
export function asideShelf<V extends object>(key: string, storage: () => Storage): AsideShelf<V> {
  const name = PREFIX + key;
  const read = () => orUndefined(() => parse<V>(storage().getItem(name))) ?? [];
  const write = (items: SetAside<V>[]) =>
    orUndefined(() => {
      if (items.length > 0) storage().setItem(name, JSON.stringify(items));
      else storage().removeItem(name);
      return true;
    }) === true;
  return {
    read,
    add(items) {
      const held = read();
      const ids = new Set(held.map(({ id }) => id));
      return write([...held, ...items.filter(({ id }) => !ids.has(id))]);
    },
    remove: (ids) => void write(read().filter(({ id }) => !ids.includes(id))),
  };
}

function parse<V extends object>(text: string | null): SetAside<V>[] {
  const value: unknown = JSON.parse(text ?? "[]");
  if (!Array.isArray(value)) return [];
  return value.filter(
    (item) => typeof item?.id === "string" && typeof item.field === "string" && typeof item.at === "string",
  );
}
