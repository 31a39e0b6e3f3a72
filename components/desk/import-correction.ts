import type { ImportedIssue } from "@/lib/importers/imported-issue";

/** Makes a correction that can be undone; `typedIn` names the field where it is typing. */
export type Correct = (next: ImportedIssue, typedIn?: string) => void;

/** Places as React keys: corrections only ever join neighbours, and nothing here keeps a state of its own by place. */
export function keyed(list: readonly unknown[]): { key: string; index: number }[] {
  return list.map((_, index) => ({ key: `place-${index}`, index }));
}
