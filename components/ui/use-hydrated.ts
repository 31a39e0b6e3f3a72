import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/**
 * False in the server's HTML and until React has taken it over. A field that keeps what is typed is read-only until
 * then: what is typed sooner would be lost or mixed with what stood there.
 */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
