import type { Reading } from "@/lib/sources/reading";
import type { ReadingFailure, SourceState } from "@/lib/sources/state";

/** The word and the shape of each state, the same everywhere (look.md: never by colour alone). */
export const STATE_WORDS: Record<SourceState, { word: string; shape: string }> = {
  unchecked: { word: "Not read yet", shape: "○" },
  live: { word: "Live", shape: "●" },
  moved: { word: "Moved", shape: "➜" },
  drifted: { word: "Text changed", shape: "±" },
  quotationGone: { word: "Passage gone", shape: "△" },
  blocked: { word: "Blocked", shape: "⊘" },
  dead: { word: "Page gone", shape: "✕" },
};

/** What kept a page from being read where nobody refused it: "Blocked" would be untrue. */
const NOT_READ: Partial<Record<ReadingFailure, string>> = {
  tooLarge: "Not read: too large",
  notText: "Not read: no text there",
  unreadable: "Not read: no text in it",
  redirected: "Not read: leads on and on",
  refused: "Not read: no public address",
};

/** Word and shape of a source as it is now; `failure` is the last look's, null where that brought a text. */
export function wordsOfState(
  state: SourceState,
  failure: ReadingFailure | null,
): { word: string; shape: string } {
  const { word, shape } = STATE_WORDS[state];
  return { word: (state === "blocked" && failure && NOT_READ[failure]) || word, shape };
}

/** What was found, in a sentence for the desk. */
export function changeSentence(state: SourceState, reading: Reading): string {
  if (reading.outcome === "failed") return reading.sentence;
  switch (state) {
    case "quotationGone":
      return "A passage that a claim rests on is no longer on the page.";
    case "drifted":
      return "The page says something else than when it was last read.";
    case "moved":
      return `The page answers at another address now: ${reading.finalUrl ?? ""}`;
    default:
      return "The page is there and says what it said.";
  }
}
