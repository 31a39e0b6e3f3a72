/**
 * What is said of evidence that was begun and not found yet; null where nothing was begun. An outcome is never settled past it:
 * readers would get the outcome without the passage that the person has in front of them.
 */
export function halfPicked(hasSource: boolean, quote: string): string | null {
  const hasWords = quote.trim() !== "";
  if (hasSource && hasWords)
    return "The passage is not part of it yet. Find the passage, or take the evidence away.";
  if (hasSource)
    return "You have chosen a source but no passage. Find the passage, or take the evidence away.";
  return hasWords ? "The passage has no source yet. Choose its source, or take the evidence away." : null;
}
