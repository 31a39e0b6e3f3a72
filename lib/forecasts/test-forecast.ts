import { setClaim } from "@/lib/claims/commands";
import { db } from "@/lib/db";
import { publishIssue } from "@/lib/editions/commands";
import { claimOf, story } from "@/lib/evidence/test-story";
import { COMMAND_LINE } from "@/lib/policy";

/** The sentence that is foretold. */
export const FORETOLD = "Ferries will pay by the hour before the summer ends";

/** A published issue whose one story foretells something, due on a day (ISO). */
export async function published({ due = "2026-09-01", at = "2026-03-21" } = {}) {
  const given = await story();
  const claimId = await claimOf(given.author, given.storyId, FORETOLD, "forecast");
  const before = await db().claim.findUniqueOrThrow({ where: { id: claimId } });
  const changes = { horizonAt: due, speaker: "Ida Holm" };
  const { version } = await setClaim(given.editor, { id: claimId, version: before.version, ...changes });
  const { slug } = await publish(given.issue.id, at);
  return { ...given, claimId, version, slug };
}

/** Publishes what stands, whatever preflight says of it. */
export function publish(id: string, at = "2026-03-28") {
  const override = { reason: "A test." };
  return publishIssue(COMMAND_LINE, { id, override }, { at: new Date(`${at}T07:00:00Z`) });
}
