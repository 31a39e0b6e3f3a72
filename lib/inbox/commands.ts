import type { z } from "zod";
import { record } from "@/lib/audit";
import { transaction } from "@/lib/db";
import { close, giveTo, lockWaiting, makeStory } from "@/lib/inbox/decide";
import { itemInput, joinInput, type Undo } from "@/lib/inbox/schema";
import { parse } from "@/lib/parse";
import { type Actor, authorize } from "@/lib/policy";

type Item = z.input<typeof itemInput>;

const undoOf = (item: { id: string; version: number }, gave: Undo["items"][number]["gave"]): Undo => ({
  items: [{ id: item.id, version: item.version + 1, gave }],
  withdraw: false,
});

/**
 * Makes a story in the backlog of something that waits: its title is the headline, its page the first source, the actor the
 * author. Throws AppError "conflict" when somebody was quicker.
 */
export async function takeAsStory(actor: Actor, input: Item): Promise<{ storyId: string; undo: Undo }> {
  authorize(actor, "inbox.take");
  authorize(actor, "story.add");
  const asked = parse(itemInput, input);
  return transaction(async (tx) => {
    const item = await lockWaiting(tx, asked);
    const storyId = await makeStory(tx, actor, item);
    await record(tx, actor, "inbox.take", "InboxItem", item.id, { storyId });
    return { storyId, undo: undoOf(item, "story") };
  });
}

/**
 * Adds something that waits to the sources of a story. `added` is false when the story had the page already; it waits no more
 * either way. Throws AppError "conflict" when somebody was quicker, "not-found" or "forbidden" for the story.
 */
export async function joinStory(
  actor: Actor,
  input: z.input<typeof joinInput>,
): Promise<{ added: boolean; undo: Undo }> {
  authorize(actor, "inbox.take");
  const { storyId, ...asked } = parse(joinInput, input);
  return transaction(async (tx) => {
    const item = await lockWaiting(tx, asked);
    const gave = await giveTo(tx, actor, item, storyId);
    await record(tx, actor, "inbox.take", "InboxItem", item.id, { storyId });
    return { added: gave === "source", undo: undoOf(item, gave) };
  });
}

/** Takes something that waits out of everybody's inbox; a feed does not bring it again. Throws AppError "conflict" when somebody was quicker. */
export async function dismiss(actor: Actor, input: Item): Promise<{ undo: Undo }> {
  authorize(actor, "inbox.dismiss");
  const asked = parse(itemInput, input);
  return transaction(async (tx) => {
    const item = await lockWaiting(tx, asked);
    await close(tx, actor, item, { state: "dismissed" });
    await record(tx, actor, "inbox.dismiss", "InboxItem", item.id);
    return { undo: undoOf(item, "nothing") };
  });
}
