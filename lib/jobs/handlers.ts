import { queueDueFeeds, readFeed } from "@/lib/feeds/read";
import type { Payload, TaskName } from "@/lib/jobs/tasks";

/** What a task does. `signal` is raised when the worker is to end soon. Throwing means: try again later. */
export type Handler<N extends TaskName> = (payload: Payload<N>, signal: AbortSignal) => Promise<void>;

export const HANDLERS = {
  "read-feeds": async () => void (await queueDueFeeds(new Date())),
  "read-feed": async ({ feedId }, signal) => void (await readFeed(feedId, { signal })),
} as const satisfies Partial<{ [N in TaskName]: Handler<N> }>;
