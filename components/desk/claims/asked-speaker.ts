/** Said while a statement waits for whoever made it. */
export const NAME_THE_SPEAKER = "Name the speaker, and it is a statement.";

/** Who seems to speak in a sentence, by the rules that suggest kinds, which the page fetches only now; null for nobody. */
export async function seemsToSpeak(sentence: string): Promise<string | null> {
  const rules = await import("@/lib/suggestions/suggest").catch(() => null);
  const [found] = rules?.suggestKinds([sentence]).flat() ?? [];
  return found?.speaker ?? null;
}
