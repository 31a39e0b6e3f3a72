import { subSeconds } from "date-fns";
import { db } from "@/lib/db";
import { type Actor, authorize } from "@/lib/policy";
import { GONE_AFTER, type PresentPerson } from "@/lib/presence/schema";

/** Who has the issue open, or one of the stories without an issue, by name. Windows that fell silent are left out. */
export async function listPresent(
  actor: Actor,
  { issueId, storyId }: { issueId: string | null; storyId: string | null },
): Promise<PresentPerson[]> {
  authorize(actor, "issue.read");
  if (issueId === null && storyId === null) return [];
  const rows = await db().presence.findMany({
    where: {
      ...(issueId === null ? { storyId } : { issueId }),
      seenAt: { gt: subSeconds(new Date(), GONE_AFTER) },
      contributor: { suspendedAt: null },
    },
    include: { contributor: { select: { name: true } } },
    orderBy: [{ contributor: { name: "asc" } }, { id: "asc" }],
  });
  return rows.map(({ id, contributorId, contributor, ...place }) => ({
    window: id,
    contributorId,
    name: contributor.name,
    issueId: place.issueId,
    storyId: place.storyId,
  }));
}
