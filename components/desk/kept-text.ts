import { orUndefined } from "@/components/desk/or-undefined";

const PREFIX = "plumbline:typed:";

/** What is typed somewhere on the desk and not sent yet, as JSON in this browser under a key that names the place and the person. */
export interface KeptText<T> {
  read(): T | null;
  /** null clears. */
  write(value: T | null): void;
}

/** Storage may be full or forbidden: then nothing is kept. What does not pass `isWhole` is not given back. */
export function keptText<T>(
  key: string,
  isWhole: (value: unknown) => value is T,
  storage: () => Storage,
): KeptText<T> {
  const name = PREFIX + key;
  return {
    read: () =>
      orUndefined(() => {
        const value: unknown = JSON.parse(storage().getItem(name) ?? "null");
        return isWhole(value) ? value : null;
      }) ?? null,
    write: (value) => {
      orUndefined(() =>
        value === null ? storage().removeItem(name) : storage().setItem(name, JSON.stringify(value)),
      );
    },
  };
}
