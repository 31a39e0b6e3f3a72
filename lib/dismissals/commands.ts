import { createHash } from "node:crypto";
import type { z } from "zod";
import { transaction } from "@/lib/db";
import { dismissalInput } from "@/lib/dismissals/schema";
import { dismissedWords } from "@/lib/dismissals/words";
import { announceStory } from "@/lib/live/announce";
import type { Actor } from "@/lib/policy";
import { lockStory } from "@/lib/stories/save";

const hashOf = (sentence: string) =>
  createHash("sha256").update(dismissedWords(sentence), "utf8").digest("hex");

/**
 * Remembers that no kind is to be suggested for these sentences of a story, until their words change. Answers their hashes.
 * Nothing that readers see changes. Throws AppError "not-found" or "forbidden".
 */
export async function dismissSuggestions(
  actor: Actor,
  input: z.input<typeof dismissalInput>,
): Promise<string[]> {
  const { storyId, sentences } = dismissalInput.parse(input);
  const hashes = [...new Set(sentences.map(hashOf))];
  await transaction(async (tx) => {
    await lockStory(tx, actor, storyId);
    const rows = hashes.map((sentenceHash) => ({ storyId, sentenceHash, contributorId: actor.id }));
    const { count } = await tx.dismissedSuggestion.createMany({ data: rows, skipDuplicates: true });
    if (count > 0) await announceStory(tx, "suggestions", storyId, actor.id);
  });
  return hashes;
}

/** Undoes dismissSuggestions, whoever dismissed them. Answers the sentences' hashes. */
export async function restoreSuggestions(
  actor: Actor,
  input: z.input<typeof dismissalInput>,
): Promise<string[]> {
  const { storyId, sentences } = dismissalInput.parse(input);
  const hashes = [...new Set(sentences.map(hashOf))];
  await transaction(async (tx) => {
    await lockStory(tx, actor, storyId);
    const where = { storyId, sentenceHash: { in: hashes } };
    const { count } = await tx.dismissedSuggestion.deleteMany({ where });
    if (count > 0) await announceStory(tx, "suggestions", storyId, actor.id);
  });
  return hashes;
}
