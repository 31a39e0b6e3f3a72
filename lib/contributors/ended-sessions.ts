import { z } from "zod";
import { type Db, db } from "@/lib/db";

const sessionId = z.uuid();

/** Ends one session, given by the id in its cookie, from its next request on; others of the same person go on. */
export async function endSession(id: string | undefined): Promise<void> {
  const known = sessionId.safeParse(id);
  if (known.success) await db().endedSession.createMany({ data: { id: known.data }, skipDuplicates: true });
}

/** Whether a session was signed out of. One without an id counts as ended: nothing could end it. */
export async function isEnded(db: Db, id: string): Promise<boolean> {
  const known = sessionId.safeParse(id);
  return !known.success || (await db.endedSession.count({ where: { id: known.data } })) > 0;
}
