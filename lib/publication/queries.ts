import { type Db, db } from "@/lib/db";
import { readPublication } from "@/lib/issues/read-draft";
import { type Actor, authorize } from "@/lib/policy";
import { RULES } from "@/lib/preflight/rules/all";
import { levelOf, storedLevels } from "@/lib/preflight/settings";
import type { PublicationSettings, RuleLine } from "@/lib/publication/schema";

/** The settings as they stand; the house's own at version 1 until somebody has changed them. */
export async function readSettings(db: Db): Promise<PublicationSettings> {
  const { name, tagline } = await readPublication(db);
  const row = await db.publication.findUnique({
    where: { id: 1 },
    select: { version: true, preflight: true },
  });
  const stored = storedLevels(row?.preflight);
  const differing = RULES.flatMap((rule) => {
    const level = levelOf(rule, stored);
    return level === rule.level ? [] : [[rule.name, level] as const];
  });
  return { version: row?.version ?? 1, name, tagline, levels: Object.fromEntries(differing) };
}

/** The publication's settings, for everybody on the desk to read. */
export async function getSettings(actor: Actor): Promise<PublicationSettings> {
  authorize(actor, "desk.enter");
  return readSettings(db());
}

/** Every rule of preflight, in the order of its list. */
export function listRules(): RuleLine[] {
  return RULES.map(({ name, level, about, final }) => ({ name, level, about, final: final === true }));
}
