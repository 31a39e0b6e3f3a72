import type { z } from "zod";
import { type Db, db } from "@/lib/db";
import { type Actor, authorize } from "@/lib/policy";
import { readPreflight } from "@/lib/preflight/read";
import { runPreflight } from "@/lib/preflight/run";
import { type PreflightLine, preflightInput } from "@/lib/preflight/schema";
import { storedLevels } from "@/lib/preflight/settings";

/** Preflight of an issue as the database has it, at the publication's levels. Throws AppError "not-found". */
export async function preflightOf(db: Db, issueId: string): Promise<PreflightLine[]> {
  const settings = await db.publication.findUnique({ where: { id: 1 }, select: { preflight: true } });
  return runPreflight(await readPreflight(db, issueId), { levels: storedLevels(settings?.preflight) });
}

/** What stands between a draft and its readers, for everybody who may read drafts. Throws AppError "not-found". */
export async function getPreflight(
  actor: Actor,
  input: z.input<typeof preflightInput>,
): Promise<PreflightLine[]> {
  authorize(actor, "issue.read");
  const { issueId } = preflightInput.parse(input);
  return preflightOf(db(), issueId);
}
