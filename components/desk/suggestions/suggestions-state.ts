import type { SuggestedSentence } from "@/lib/suggestions/in-document";

/** What one screen knows of the suggested kinds of a story. */
export interface SuggestionsState {
  /** Those that nobody dismissed, in the order of the text. */
  listed: readonly SuggestedSentence[];
  /** Whether the text was read. */
  known: boolean;
  /** The key of the one in hand. */
  active: string | null;
  /** Somebody asked to be brought to the list; a new object for each wish. */
  wanted: object | null;
}

export const NONE: readonly SuggestedSentence[] = [];
export const NOTHING: SuggestionsState = { listed: NONE, known: false, active: null, wanted: null };

/** Which one is in hand when these go: the same where it stays, else the next one that stays, else the one before. */
export function nextOf(
  listed: readonly SuggestedSentence[],
  active: string | null,
  going: readonly string[],
): string | null {
  if (active === null || !going.includes(active)) return active;
  const at = listed.findIndex(({ key }) => key === active);
  const others = [...listed.slice(at), ...listed.slice(0, at).toReversed()];
  return others.find(({ key }) => !going.includes(key))?.key ?? null;
}
