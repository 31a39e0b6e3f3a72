import { z } from "zod";
import { id } from "@/lib/id";

/** Every task of the queue and what it is given. What each does stands in handlers.ts, which only the worker loads. */
export const TASKS = {
  /** Reads a source's page now, because somebody asked. */
  "fetch-source": z.strictObject({ sourceId: id }),
  /** Reads the page of something that was sent to the inbox, for its title and what it is about. */
  "read-item": z.strictObject({ itemId: id }),
  /** Puts every source that is due for its check into the queue. */
  "check-sources": z.strictObject({}).loose(),
  /** Looks whether a source still is where it was and says what it said. */
  "check-source": z.strictObject({ sourceId: id }),
  /** Puts every feed that is due into the queue. */
  "read-feeds": z.strictObject({}).loose(),
  "read-feed": z.strictObject({ feedId: id }),
  /** Gives up raw bytes that are older than the setting says. */
  "prune-snapshots": z.strictObject({}).loose(),
  /** Erases pictures that no text has named for long. */
  "erase-pictures": z.strictObject({}).loose(),
  /** Lets go of what workers that were killed had in hand. */
  "release-lost-jobs": z.strictObject({}).loose(),
} as const satisfies Record<string, z.ZodType>;

export type TaskName = keyof typeof TASKS;
export type Payload<N extends TaskName> = z.output<(typeof TASKS)[N]>;

/** When what recurs is put into the queue (UTC); after an outage, missed days are made up for once. */
export const CRONTAB = `
*/5 * * * * check-sources
*/5 * * * * read-feeds
* * * * * release-lost-jobs
20 3 * * * prune-snapshots ?fill=2d
40 3 * * * erase-pictures ?fill=2d
`;
