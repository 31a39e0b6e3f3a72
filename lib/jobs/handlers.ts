import type { Payload, TaskName } from "@/lib/jobs/tasks";

/** What a task does. `signal` is raised when the worker is to end soon. Throwing means: try again later. */
export type Handler<N extends TaskName> = (payload: Payload<N>, signal: AbortSignal) => Promise<void>;

export const HANDLERS = {} as const satisfies Partial<{ [N in TaskName]: Handler<N> }>;
