"use server";

import { refresh } from "next/cache";
import { action } from "@/lib/action";
import * as revisions from "@/lib/revisions/commands";
import * as queries from "@/lib/revisions/queries";
import { nameRevisionInput, restoreRevisionInput, revisionTarget } from "@/lib/revisions/schema";

export const listRevisions = action(revisionTarget, queries.listRevisions);

export const nameRevision = action(nameRevisionInput, async (actor, input) => {
  const named = await revisions.nameRevision(actor, input);
  refresh();
  return named;
});

export const restoreRevision = action(restoreRevisionInput, async (actor, input) => {
  const restored = await revisions.restoreRevision(actor, input);
  refresh();
  return restored;
});
