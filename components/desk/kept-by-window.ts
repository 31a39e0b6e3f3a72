import { orUndefined } from "@/components/desk/or-undefined";
import { whenClosed } from "@/components/desk/this-window";

/** A moment (ISO) at which something was kept: what closed windows left is handed over in that order. */
export interface Dated {
  at: string;
}

/**
 * What one window keeps of one thing in this browser while it is not saved. Each window has a place of its own, so that
 * none writes over another's words. Storage may be full or forbidden: then nothing is kept.
 */
export interface KeptByWindow<T> {
  /** What this window keeps itself. */
  read(): T | null;
  /** null clears. */
  write(kept: T | null): void;
  /**
   * Hands over what windows that are closed by now left, the oldest first; one window gets it, once. What `take` answers
   * false to is still needed where it was left.
   */
  takeLeft(take: (left: T) => boolean): Promise<void>;
}

export interface Browser {
  /** This window's id. */
  window: string;
  storage(): Storage;
  locks: LockManager | undefined;
  /** Milliseconds for which a window that is just being left is waited for. */
  patience?: number;
}

/** `name` is that of the thing and the person in the storage; `parse` answers null to what is not whole. */
export function keptByWindow<T extends Dated>(
  name: string,
  parse: (value: unknown) => T | null,
  { window, storage, locks, patience = 3_000 }: Browser,
): KeptByWindow<T> {
  const places = `${name}:`;
  const own = places + window;
  // Where all windows kept it together before each had a place of its own.
  const shared = name;
  let isSafe = true;
  const readAt = (place: string) =>
    orUndefined(() => parse(JSON.parse(storage().getItem(place) ?? "null"))) ?? null;
  return {
    read: () => readAt(own),
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
        .filter((place) => place === shared || (place.startsWith(places) && place !== own))
        .map((place) => ({ place, at: readAt(place)?.at ?? "" }))
        .sort((a, b) => a.at.localeCompare(b.at));
      const takeOne = (place: string) => {
        const left = readAt(place);
        if (!left) return;
        const isTaken = take(left);
        // What could not be written to this window's place, or set aside, stays where it is.
        if (isTaken && isSafe) orUndefined(() => storage().removeItem(place));
      };
      await Promise.all(
        others.map(({ place }) =>
          // The shared place is no window's: its lock only keeps two windows from taking it both.
          whenClosed(place === shared ? shared : place.slice(places.length), { locks, patience }, () =>
            takeOne(place),
          ),
        ),
      );
    },
  };
}

function names(storage: Storage): string[] {
  return Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? "");
}
