import type { Kept } from "@/components/desk/autosave-state";
import { orUndefined } from "@/components/desk/or-undefined";
import { whenClosed } from "@/components/desk/this-window";

const PREFIX = "plumbline:unsaved:";

/**
 * What one window keeps of one document in this browser while it is not saved. Each window has a place of its own, so that
 * none writes over another's words. Storage may be full or forbidden: then nothing is kept.
 */
export interface KeptWords<V extends object> {
  /** null clears. */
  write(kept: Kept<V> | null): void;
  /**
   * Hands over what windows that are closed by now left of the document, the oldest first; one window gets it, once. What
   * `take` answers false to is still needed where it was left.
   */
  takeLeft(take: (left: Kept<V>) => boolean): Promise<void>;
}

interface Browser {
  /** This window's id. */
  window: string;
  storage(): Storage;
  locks: LockManager | undefined;
  /** Milliseconds for which a window that is just being left is waited for. */
  patience?: number;
}

/** `key` names the document and the person. */
export function keptWords<V extends object>(
  key: string,
  { window, storage, locks, patience = 3_000 }: Browser,
): KeptWords<V> {
  const places = `${PREFIX}${key}:`;
  const own = places + window;
  // Where all windows kept them together before each had a place of its own.
  const shared = PREFIX + key;
  let isSafe = true;
  const readLeft = (name: string) => orUndefined(() => parse<V>(storage().getItem(name))) ?? null;
  return {
    write(kept) {
      isSafe =
        kept === null ||
        orUndefined(() => {
          storage().setItem(own, JSON.stringify(kept));
          return true;
        }) === true;
      if (kept === null) orUndefined(() => storage().removeItem(own));
    },
    async takeLeft(take) {
      const others = (orUndefined(() => names(storage())) ?? [])
        .filter((name) => name === shared || (name.startsWith(places) && name !== own))
        .map((name) => ({ name, at: readLeft(name)?.at ?? "" }))
        .sort((a, b) => a.at.localeCompare(b.at));
      const takeOne = (name: string) => {
        const left = readLeft(name);
        if (!left) return;
        const isTaken = take(left);
        // What could not be written to this window's place, or set aside, stays where it is.
        if (isTaken && isSafe) orUndefined(() => storage().removeItem(name));
      };
      await Promise.all(
        others.map(({ name }) =>
          // The shared place is no window's: its lock only keeps two windows from taking it both.
          whenClosed(name === shared ? shared : name.slice(places.length), { locks, patience }, () =>
            takeOne(name),
          ),
        ),
      );
    },
  };
}

function names(storage: Storage): string[] {
  return Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? "");
}

function parse<V extends object>(text: string | null): Kept<V> | null {
  const value: unknown = JSON.parse(text ?? "null");
  if (typeof value !== "object" || value === null) return null;
  const { version, patch, base, lost, theirs, at } = value as Partial<Kept<V>>;
  if (typeof version !== "number" || typeof at !== "string" || !patch || !base) return null;
  const kept = { version, patch, base, lost: Array.isArray(lost) ? lost : [], at };
  return typeof theirs?.version === "number" ? { ...kept, theirs } : kept;
}
