import type { PreflightDraft, PreflightStory } from "@/lib/preflight/draft";
import type { Prose } from "@/lib/preflight/prose";
import type { Level, PreflightPlace } from "@/lib/preflight/schema";
import type { Suggestion } from "@/lib/suggestions/suggest";

/** A sentence of a story's body with what the suggestions make of it. */
export interface ReadSentence extends Suggestion {
  /** The paragraph it stands in; `start` and `end` are offsets there. */
  prose: Prose;
}

/** A draft as the rules read it: its texts taken apart once for all of them. */
export interface Reading {
  draft: PreflightDraft;
  /** Every text of the issue, in reading order. */
  prose: Prose[];
  /** The sentences of a story's body. */
  sentences(story: PreflightStory): ReadSentence[];
}

/** What a rule found once. */
export interface Finding {
  sentence: string;
  place: Omit<PreflightPlace, "issueId">;
  /** What it is about, told apart from the rule's other findings: ids, or words that stay. */
  about: string;
}

export interface Rule {
  /** Lower-case words with hyphens; what the publication's settings and overrides call it. */
  name: string;
  /** Unless the publication says otherwise. */
  level: Level;
  /** One line for whoever sets levels. */
  about: string;
  /** Cannot be overridden or set otherwise: there is nothing that readers could be given. */
  final?: true;
  check(reading: Reading): Finding[];
}

/** "once", "in 2 places". */
export const places = (count: number) => (count === 1 ? "once" : `in ${count} places`);

/** Words for a sentence of preflight: quoted, and cut where they are long. */
export function quoted(text: string): string {
  const words = text.replace(/\s+/g, " ").trim();
  return `“${words.length > 90 ? `${words.slice(0, 89).trimEnd()}…` : words}”`;
}
