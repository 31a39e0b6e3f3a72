"use server";

import { refresh } from "next/cache";
import { action } from "@/lib/action";
import * as entities from "@/lib/entities/commands";
import * as merging from "@/lib/entities/merge";
import * as reading from "@/lib/entities/queries";
import * as removing from "@/lib/entities/remove";
import {
  addNameInput,
  createEntityInput,
  editEntityInput,
  entityIdInput,
  findEntitiesInput,
  mergedStoriesInput,
  mergeEntitiesInput,
  removeEntityInput,
  removeNameInput,
  splitEntityInput,
} from "@/lib/entities/schema";

export const createEntity = action(createEntityInput, async (actor, input) => {
  const created = await entities.createEntity(actor, input);
  refresh();
  return created;
});

export const editEntity = action(editEntityInput, async (actor, input) => {
  const saved = await entities.editEntity(actor, input);
  refresh();
  return saved;
});

export const addName = action(addNameInput, async (actor, input) => {
  const saved = await entities.addName(actor, input);
  refresh();
  return saved;
});

export const removeName = action(removeNameInput, async (actor, input) => {
  const saved = await entities.removeName(actor, input);
  refresh();
  return saved;
});

// It does not refresh the page that asked, whose entity is gone: that goes on to the one that stands.
export const mergeEntities = action(mergeEntitiesInput, merging.mergeEntities);

// Nor does this one.
export const removeEntity = action(removeEntityInput, removing.removeEntity);

export const restoreEntity = action(entityIdInput, removing.restoreEntity);

export const splitEntity = action(splitEntityInput, async (actor, input) => {
  const split = await merging.splitEntity(actor, input);
  refresh();
  return split;
});

export const countMergedStories = action(mergedStoriesInput, reading.countMergedStories);
export const findEntities = action(findEntitiesInput, reading.findEntities);
