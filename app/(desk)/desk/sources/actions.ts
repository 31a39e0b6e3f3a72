"use server";

import { refresh } from "next/cache";
import { action } from "@/lib/action";
import { keepTypedSnapshotInput } from "@/lib/evidence/schema";
import * as evidence from "@/lib/evidence/typed";
import * as collecting from "@/lib/sources/collect";
import * as due from "@/lib/sources/due";
import * as editing from "@/lib/sources/edit";
import * as merging from "@/lib/sources/merge";
import {
  collectSourceInput,
  editSourceInput,
  mergeSourcesInput,
  nothingInput,
  sourceIdInput,
} from "@/lib/sources/schema";

export const collectSource = action(collectSourceInput, async (actor, input) => {
  const collected = await collecting.collectSource(actor, input);
  refresh();
  return collected;
});

export const fetchSource = action(sourceIdInput, async (actor, input) => {
  await collecting.fetchSource(actor, input);
  refresh();
});

export const checkAllSources = action(nothingInput, async (actor) => {
  const asked = await due.checkAllSources(actor);
  refresh();
  return asked;
});

export const mergeSources = action(mergeSourcesInput, async (actor, input) => {
  const merged = await merging.mergeSources(actor, input);
  refresh();
  return merged;
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
