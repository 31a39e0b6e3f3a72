import { db } from "@/lib/db";
import type { SentPassage } from "@/lib/evidence/schema";
import type { Actor } from "@/lib/policy";

/** So many of one source are offered, the newest first. */
const MOST = 3;

/**
 * What was selected on the pages of these sources when somebody sent them, by source: of what became a source, and of what
 * waits in the inbox under its address. The newest first, the same words once.
 */
export async function sentPassages(
  actor: Actor,
  sources: { id: string; canonicalUrl: string | null }[],
): Promise<Map<string, SentPassage[]>> {
  const ids = sources.map(({ id }) => id);
  const addresses = sources.flatMap(({ canonicalUrl }) => canonicalUrl ?? []);
  const rows = await db().inboxItem.findMany({
    where: {
      selectedText: { not: "" },
      state: { not: "dismissed" },
      OR: [{ sourceId: { in: ids } }, { canonicalUrl: { in: addresses } }],
    },
    orderBy: [{ receivedAt: "desc" }, { id: "desc" }],
    include: { receivedBy: { select: { name: true } } },
  });
  const ofSource = sources.map(({ id, canonicalUrl }) => {
    const own = rows.filter((row) => row.sourceId === id || row.canonicalUrl === canonicalUrl);
    const passages = own.map(({ selectedText: text, receivedById, receivedBy }) => ({
      text,
      sentBy: receivedById === actor.id ? null : (receivedBy?.name ?? "Somebody"),
    }));
    const each = passages.filter(({ text }, index) => passages.findIndex((p) => p.text === text) === index);
    return [id, each.slice(0, MOST)] as const;
  });
  return new Map(ofSource);
}
