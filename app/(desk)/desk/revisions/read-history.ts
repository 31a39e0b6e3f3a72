import type { Actor } from "@/lib/policy";
import { compareRevisions, listRevisions } from "@/lib/revisions/queries";
import { orNotFound } from "../or-not-found";

/** What the address of a history page chooses: `?version=…&with=…`. */
export type HistorySearch = Promise<{ version?: string | string[]; with?: string | string[] }>;

const one = (value: string | string[] | undefined) => (typeof value === "string" ? value : undefined);

/** Every kept version of a story or an issue, and two of them compared as the address says. */
export async function readHistory(
  actor: Actor,
  target: Parameters<typeof listRevisions>[1],
  search: HistorySearch,
) {
  const { version, with: base } = await search;
  const lines = await listRevisions(actor, target).catch(orNotFound);
  const chosen = { shown: one(version), base: one(base) };
  return { lines, ...(await compareRevisions(actor, target, lines, chosen).catch(orNotFound)) };
}
