import { diffWordsWithSpace } from "diff";

/** A stretch of words from the quotation to the passage: "removed" is only in the quotation, "added" only in the passage. */
export interface DiffPart {
  kind: "same" | "removed" | "added";
  text: string;
}

/** Words that differ: what the quotation has and what the passage has in its place, either may be empty. */
export interface ChangedWords {
  quote: string;
  passage: string;
}

/** The words between a quotation and a passage, both normalised. */
export function differences(quote: string, passage: string): DiffPart[] {
  return diffWordsWithSpace(quote, passage).map(({ value, added, removed }) => ({
    kind: added ? "added" : removed ? "removed" : "same",
    text: value,
  }));
}

/** The changed words of a diff, in their sequence. */
export function changedWords(diff: readonly DiffPart[]): ChangedWords[] {
  const changes: ChangedWords[] = [];
  for (const [index, { kind, text }] of diff.entries()) {
    if (kind === "same") continue;
    const before = diff[index - 1];
    if (!before || before.kind === "same") changes.push({ quote: "", passage: "" });
    const change = changes.at(-1);
    if (change) change[kind === "removed" ? "quote" : "passage"] += text;
  }
  return changes.map(({ quote, passage }) => ({ quote: quote.trim(), passage: passage.trim() }));
}
