import type { Db } from "@/lib/db";

/** The Postgres channel on which open desks hear of changes. */
export const CHANNEL = "plumbline_desk";

/** Something on the desk that changed; whoever shows it reads it again. */
export interface Change {
  what:
    | "story"
    | "words"
    | "order"
    | "sources"
    | "claims"
    | "suggestions"
    | "threads"
    | "workflow"
    | "presence"
    | "notifications"
    // What the screens of collecting show, of no issue or story: the inbox and its feeds, sources, tasks; and entities.
    | "inbox"
    | "source"
    | "tasks"
    | "entities"
    // How much the rules of preflight weigh, in every issue.
    | "rules";
  issueId: string | null;
  storyId: string | null;
  /** Who changed it; for "notifications" whom they are for. */
  by: string | null;
  /** The version that the change made, where there is one: whoever has it need not read again. */
  version?: number;
}

/** Tells every open desk of a change, once the caller's transaction commits: Postgres holds the notice back until then. */
export async function announce(tx: Db, change: Change): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify(${CHANNEL}, ${JSON.stringify(change)})`;
}

/** Tells the screens of collecting, and those of entities, that something on them changed. */
export async function announceCollecting(
  tx: Db,
  what: "inbox" | "source" | "tasks" | "entities",
): Promise<void> {
  await announce(tx, { what, issueId: null, storyId: null, by: null });
}

/** Like announce, for something about one story; finds the issue it stands in, if any. */
export async function announceStory(
  tx: Db,
  what: Change["what"],
  storyId: string,
  by: string | null,
  version?: number,
): Promise<void> {
  const story = await tx.story.findUnique({
    where: { id: storyId },
    select: { section: { select: { issueId: true } } },
  });
  const issueId = story?.section?.issueId ?? null;
  await announce(tx, { what, issueId, storyId, by, ...(version !== undefined && { version }) });
}
