import { KIND_MARKS } from "@/lib/claims/kind";
import type { Accepted } from "@/lib/suggestions/accepted";
import type { SuggestedSentence } from "@/lib/suggestions/in-document";

/** "Marked as a statement by Xiaomi.", "12 sentences marked.", and how many were left for want of a speaker. */
export function markedWords(done: readonly Accepted[], left: number): string {
  const [only] = done;
  const rest = left > 0 ? ` ${left} ${left === 1 ? "waits" : "wait"} for a speaker.` : "";
  if (!only || done.length > 1) return `${done.length} sentences marked.${rest}`;
  const word = KIND_MARKS[only.kind].word.toLowerCase();
  const article = word === "analysis" ? "" : "a ";
  const by = only.claim?.speaker ? `, ${only.claim.speaker}` : "";
  return `Marked as ${article}${word}${by}.`;
}

/** "Statement, Xiaomi, possible: Xiaomi says …", for who does not see the list. */
export function suggestionName({ kind, speaker, certainty, sentence }: SuggestedSentence): string {
  const about = [KIND_MARKS[kind].word, speaker, certainty === "possible" ? "possible" : null];
  return `${about.filter(Boolean).join(", ")}: ${sentence}`;
}
