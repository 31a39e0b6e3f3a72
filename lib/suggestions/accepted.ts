import { type Kind, storedKind } from "@/lib/claims/kind";
import type { NewClaim } from "@/lib/claims/schema";
import type { SuggestedSentence } from "@/lib/suggestions/in-document";

/** What a person makes of a suggestion that they do not take as it is. */
export interface Change {
  kind?: Kind | "analysis";
  speaker?: string;
}

/** A suggestion that a person accepted: the mark to be set in the text, and the row it points at. */
export interface Accepted {
  /** The suggestion's. */
  key: string;
  /** Of the mark and of its row. */
  id: string;
  mark: "claim" | "analysis";
  kind: Kind | "analysis";
  text: string;
  /** null for an analysis. */
  claim: NewClaim | null;
}

/**
 * The mark for a suggestion. Attribution and mode stay apart: "X said Y will fall" becomes a reported forecast. A kind that is
 * changed keeps what still applies to it: the speaker unless nobody speaks, the day, which waits unread where nothing falls due.
 */
export function accepted(suggestion: SuggestedSentence, id: string, change: Change = {}): Accepted {
  const { key, sentence: text, horizonAt } = suggestion;
  const kind = change.kind ?? suggestion.kind;
  if (kind === "analysis") return { key, id, text, kind, mark: "analysis", claim: null };
  const named = change.speaker?.trim();
  // A person who names the speaker of a forecast says that it is reported.
  const before = suggestion.attribution === "none" && named ? "reported" : suggestion.attribution;
  const { attribution, mode } = storedKind(kind, before);
  const speaker = kind === "fact" ? null : named || suggestion.speaker;
  const due = mode !== "assertion" ? { horizonAt } : horizonAt ? { dueIfAhead: horizonAt } : {};
  const claim = { id, kind, text, attribution, speaker, ...due };
  return { key, id, text, kind, mark: "claim", claim };
}

/** A statement without its speaker cannot be kept. */
export const isWanting = ({ claim }: Accepted): boolean =>
  claim !== null && claim.attribution === "reported" && !claim.speaker;
