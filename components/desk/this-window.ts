import { orUndefined } from "@/components/desk/or-undefined";
import { newUuid } from "@/components/ui/new-uuid";

const lockOf = (window: string) => `plumbline:window:${window}`;

/** The browser's locks; none where the page came without encryption. */
export function browserLocks(): LockManager | undefined {
  return orUndefined(() => navigator.locks);
}

/** Tells other windows that this one is open, until its page is gone, however it goes. */
export function stayOpen(window: string, locks: LockManager | undefined): void {
  void locks?.request(lockOf(window), () => new Promise<never>(() => {})).catch(() => undefined);
}

/**
 * Runs `work` once the window is closed, in one window at a time. One that is just being left, as before a reload, is waited
 * for, so many milliseconds; for one that stays open it does not run at all. Without locks nobody can tell: then the window
 * counts as closed.
 */
export async function whenClosed(
  window: string,
  { locks, patience }: { locks: LockManager | undefined; patience: number },
  work: () => void,
): Promise<void> {
  if (!locks) return work();
  await locks.request(lockOf(window), { signal: AbortSignal.timeout(patience) }, work).catch(rethrowOthers);
}

function rethrowOthers(error: unknown): void {
  const isOpenStill = error instanceof DOMException && /^(Timeout|Abort)Error$/.test(error.name);
  if (!isOpenStill) throw error;
}

let own: string | undefined;

/**
 * The id of this window for as long as its page lives. It is in no storage: a copy of the tab, or the page after a reload,
 * is another window.
 */
export function thisWindow(): string {
  if (own === undefined) {
    own = newUuid();
    stayOpen(own, browserLocks());
  }
  return own;
}
