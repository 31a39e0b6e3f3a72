"use server";

import { refresh } from "next/cache";
import { action } from "@/lib/action";
import { keepTypedSnapshotInput } from "@/lib/evidence/schema";
import * as evidence from "@/lib/evidence/typed";
import * as collecting from "@/lib/sources/collect";
import * as editing from "@/lib/sources/edit";
import { collectSourceInput, editSourceInput, sourceIdInput } from "@/lib/sources/schema";

export const collectSource = action(collectSourceInput, async (actor, input) => {
  const collected = await collecting.collectSource(actor, input);
  refresh();
  return collected;
});

export const fetchSource = action(sourceIdInput, async (actor, input) => {
  await collecting.fetchSource(actor, input);
  refresh();
});

export const editSource = action(editSourceInput, async (actor, input) => {
  const saved = await editing.editSource(actor, input);
  refresh();
  return saved;
});

export const keepTypedSnapshot = action(keepTypedSnapshotInput, async (actor, input) => {
  const kept = await evidence.keepTypedSnapshot(actor, input);
  refresh();
  return kept;
});
