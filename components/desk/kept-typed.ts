import { type Browser, type Dated, type KeptByWindow, keptByWindow } from "@/components/desk/kept-by-window";
import { browserLocks, thisWindow } from "@/components/desk/this-window";

/** What is typed in one place of the desk and not sent yet. Two windows at the same place keep theirs apart. */
export interface KeptTyped<T> {
  /** What this window keeps. */
  read(): T | null;
  /** null clears. */
  write(value: T | null): void;
  /**
   * Hands over what closed windows left, also this one's page before a reload: the oldest first. What `take` answers false to,
   * as when something else is being typed here, stays for a later time.
   */
  takeLeft(take: (value: T) => boolean): Promise<void>;
}

interface Typed<T> extends Dated {
  typed: T;
}

/** `key` names the place and the person. What does not pass `isWhole` is not given back. */
export function keptTyped<T>(
  key: string,
  isWhole: (value: unknown) => value is T,
  browser: () => Browser = thisBrowser,
): KeptTyped<T> {
  const parse = (value: unknown): Typed<T> | null => {
    // As it stood where all windows kept it together.
    if (isWhole(value)) return { typed: value, at: "" };
    const { typed, at } = (value ?? {}) as Partial<Typed<unknown>>;
    return isWhole(typed) && typeof at === "string" ? { typed, at } : null;
  };
  // Asked for only when something is read or written, which a server never does: it renders too, and is no window.
  let own: KeptByWindow<Typed<T>> | undefined;
  const kept = () => {
    own ??= keptByWindow(`plumbline:typed:${key}`, parse, browser());
    return own;
  };
  return {
    read: () => kept().read()?.typed ?? null,
    write: (value) => kept().write(value === null ? null : { typed: value, at: new Date().toISOString() }),
    takeLeft: (take) => kept().takeLeft(({ typed }) => take(typed)),
  };
}

function thisBrowser(): Browser {
  return { window: thisWindow(), storage: () => window.localStorage, locks: browserLocks() };
}
