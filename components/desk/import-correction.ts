import type { ImportedIssue } from "@/lib/importers/imported-issue";

/** How a correction is made: typing replaces the last state, anything larger can be undone. */
export type Correct = (next: ImportedIssue, kind?: "typed" | "moved") => void;

/** Places as React keys: corrections only ever join neighbours, and nothing here keeps a state of its own by place. */
export function keyed(list: readonly unknown[]): { key: string; index: number }[] {
  return list.map((_, index) => ({ key: `place-${index}`, index }));
}
