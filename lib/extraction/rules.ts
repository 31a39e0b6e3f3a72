import type { PageFacts } from "./page-facts.ts";

/** One way to find a field: its name, and what it finds on a page. */
export type Rule = [from: string, read: (facts: PageFacts) => string | null];

export type Found = { value: string | null; from: string } | null;

/** What the first rule that finds something finds. */
export function firstFound(
  rules: Rule[],
  facts: PageFacts,
  accept: (value: string) => string | null = (value) => value,
): Found {
  for (const [from, read] of rules) {
    const said = read(facts);
    const value = said === null ? null : accept(said);
    if (value !== null) return { value, from };
  }
  return null;
}
