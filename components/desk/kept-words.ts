import type { Kept } from "@/components/desk/autosave-state";
import { orUndefined } from "@/components/desk/or-undefined";

const PREFIX = "plumbline:unsaved:";

/** What one form keeps in this browser while it is not saved. Storage may be full or forbidden: then nothing is kept. */
export interface KeptWords<V extends object> {
  read(): Kept<V> | null;
  /** null clears, but only what this form wrote or read itself: another window may keep words under the same key. */
  write(kept: Kept<V> | null): void;
}

export function keptWords<V extends object>(key: string, storage: () => Storage): KeptWords<V> {
  const name = PREFIX + key;
  let own: string | null = null;
  return {
    read() {
      own = orUndefined(() => storage().getItem(name)) ?? null;
      return own === null ? null : parse<V>(own);
    },
    write(kept) {
      if (kept) {
        const text = JSON.stringify(kept);
        own = text;
        orUndefined(() => storage().setItem(name, text));
      } else if (own !== null) {
        orUndefined(() => storage().getItem(name) === own && storage().removeItem(name));
        own = null;
      }
    },
  };
}

function parse<V extends object>(text: string): Kept<V> | null {
  const value: unknown = orUndefined(() => JSON.parse(text));
  if (typeof value !== "object" || value === null) return null;
  const { version, patch, base, lost, theirs, at } = value as Partial<Kept<V>>;
  if (typeof version !== "number" || typeof at !== "string" || !patch || !base) return null;
  const kept = { version, patch, base, lost: Array.isArray(lost) ? lost : [], at };
  return typeof theirs?.version === "number" ? { ...kept, theirs } : kept;
}
