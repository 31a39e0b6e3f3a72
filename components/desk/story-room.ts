import { useEffect, useMemo, useSyncExternalStore } from "react";
import { onLive } from "@/components/desk/live";
import type { Change } from "@/lib/live/announce";

/** What a screen holds of each of its stories beside their texts, and reads anew. */
interface StoryRoom {
  /** Reads everything again. */
  refresh(): Promise<void>;
  /** Reads again what somebody changed about one story. */
  hear(storyId: string): Promise<void>;
}

/** Milliseconds in which news of one story are gathered before it is read again. */
const GATHER = 300;
/** Who was away for less than this comes back to what is still fresh; milliseconds. */
const AWAY = 10_000;

/** Reads a room at first, as others change what it holds (`what`, of the page's stream), and when somebody comes back to the window. */
export function useKeptFresh(room: StoryRoom, what: Change["what"]): void {
  useEffect(() => {
    let left = 0;
    const change = () => {
      if (document.visibilityState === "hidden") left = Date.now();
      else if (Date.now() - left > AWAY) void room.refresh();
    };
    void room.refresh();
    const stop = listen(room, what);
    document.addEventListener("visibilitychange", change);
    return () => {
      stop();
      document.removeEventListener("visibilitychange", change);
    };
  }, [room, what]);
}

function listen(room: StoryRoom, what: Change["what"]): () => void {
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
  const stop = onLive(({ what: changed, storyId }) => {
    if (changed !== what || storyId === null || waiting.has(storyId)) return;
    const read = () => {
      waiting.delete(storyId);
      void room.hear(storyId);
    };
    waiting.set(storyId, setTimeout(read, GATHER));
  });
  return () => {
    stop();
    for (const timer of waiting.values()) clearTimeout(timer);
  };
}

interface StoryStore<S> {
  subscribe(listener: () => void): () => void;
  state(): S;
  /** What the server renders. */
  nothing(): S;
}

const never = () => () => undefined;
const nobody = () => null;

/** One story of a room and what is known of it; nulls where there is no room. */
export function useStoryOf<S, T extends StoryStore<S>>(
  room: { story(id: string): T & StoryStore<S> } | null,
  storyId: string,
): [T, S] | [null, null] {
  const story = useMemo(() => room?.story(storyId) ?? null, [room, storyId]);
  const state = useSyncExternalStore<S | null>(
    story?.subscribe ?? never,
    story?.state ?? nobody,
    story?.nothing ?? nobody,
  );
  return story && state ? [story, state] : [null, null];
}
