import type { Change } from "@/lib/live/announce";
import { type Heard, listening } from "@/lib/live/listen";
import { type Actor, authorize } from "@/lib/policy";

/** Milliseconds between two signs of life; proxies cut what is silent for longer. */
const HEARTBEAT = 15_000;

export interface StreamSubject {
  issueId: string | null;
  storyId: string | null;
  /** Whether it is about the inbox, sources, tasks and entities. */
  collecting: boolean;
}

const COLLECTING = new Set<Change["what"]>(["inbox", "source", "tasks", "entities"]);

/** Whether a person who reads this issue or story is told of the change. Notifications are for one person only. */
export function isAbout(subject: StreamSubject, actor: Actor, change: Change): boolean {
  const { issueId, storyId, collecting } = subject;
  if (change.what === "notifications") return change.by !== null && change.by === actor.id;
  if (COLLECTING.has(change.what)) return collecting;
  if (change.what === "rules") return issueId !== null;
  if (issueId !== null && change.issueId === issueId) return true;
  return storyId !== null && change.storyId === storyId;
}

function eventOf(heard: Heard): string {
  return heard === "missed" ? "event: missed\ndata: {}\n\n" : `data: ${JSON.stringify(heard)}\n\n`;
}

// Streams never end by themselves, and a server that stops waits for its connections.
const holder = globalThis as typeof globalThis & { plumblineStreams?: Set<() => void> };

function openStreams(): Set<() => void> {
  if (holder.plumblineStreams) return holder.plumblineStreams;
  const streams = new Set<() => void>();
  holder.plumblineStreams = streams;
  const endAll = () => {
    for (const end of [...streams]) end();
  };
  process.on("SIGTERM", endAll);
  process.on("SIGINT", endAll);
  return streams;
}

/**
 * Server-sent events about one issue or story, for one person: each change as JSON (lib/live/announce.ts: Change), "missed"
 * when everything is to be read again, and a comment every 15 seconds. It ends when `isStillSignedIn` answers no, when
 * `gone` fires, and when the server stops. Throws AppError "forbidden" for who may not read drafts.
 */
export function changesFor(
  actor: Actor,
  subject: StreamSubject,
  isStillSignedIn: () => Promise<boolean>,
  gone: AbortSignal,
): ReadableStream<Uint8Array> {
  authorize(actor, "issue.read");
  const encoder = new TextEncoder();
  let end = () => {};
  return new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      const stop = listening().add((heard) => {
        if (heard === "missed" || isAbout(subject, actor, heard)) send(eventOf(heard));
      });
      const beat = async () => {
        // A database that does not answer says nothing about the session.
        if (await isStillSignedIn().catch(() => true)) send(": still here\n\n");
        else end();
      };
      const timer = setInterval(() => void beat().catch(() => end()), HEARTBEAT);
      end = () => {
        end = () => {};
        stop();
        clearInterval(timer);
        openStreams().delete(close);
        try {
          controller.close();
        } catch {
          // The reader was quicker.
        }
      };
      const close = () => end();
      openStreams().add(close);
      gone.addEventListener("abort", close);
      // At once, so that the browser knows it is connected.
      send("retry: 2000\n\n");
      if (gone.aborted) end();
    },
    cancel: () => end(),
  });
}
