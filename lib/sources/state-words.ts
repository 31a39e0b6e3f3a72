import type { Reading } from "@/lib/sources/reading";
import type { SourceState } from "@/lib/sources/state";

/** The word and the shape of each state, the same everywhere (look.md: never by colour alone). */
export const STATE_WORDS: Record<SourceState, { word: string; shape: string }> = {
  unchecked: { word: "Not read yet", shape: "○" },
  live: { word: "Live", shape: "●" },
  moved: { word: "Moved", shape: "➜" },
  drifted: { word: "Text changed", shape: "≠" },
  quotationGone: { word: "Passage gone", shape: "△" },
  blocked: { word: "Blocked", shape: "⊘" },
  dead: { word: "Dead", shape: "✕" },
};

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
