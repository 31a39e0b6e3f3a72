import type { StoryClaims } from "@/components/desk/claims/claims-store";

const turns = new WeakMap<StoryClaims, Promise<unknown>>();

/**
 * Does this once everything of the story that was begun before has ended: fields left one after the other are saved one after
 * the other, each on the version that the last one made, so that nobody is at odds with themselves.
 */
export function inTurn<T>(story: StoryClaims, deed: () => Promise<T>): Promise<T> {
  const turn = (turns.get(story) ?? Promise.resolve()).then(deed, deed);
  turns.set(story, turn);
  return turn;
}
