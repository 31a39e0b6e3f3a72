"use server";

import { refresh } from "next/cache";
import { action } from "@/lib/action";
import { getIssue } from "@/lib/issues/queries";
import { issueIdInput } from "@/lib/issues/schema";
import * as backlog from "@/lib/stories/backlog";
import { placeStoriesInput } from "@/lib/stories/backlog-schema";
import * as stories from "@/lib/stories/commands";
import { addStoryInput, restoreStoryInput, storyIdInput } from "@/lib/stories/schema";

export const addStory = action(addStoryInput, stories.addStory);

/** The sections of an issue, to choose one from. */
export const listSections = action(issueIdInput, async (actor, { id }) => {
  const { sections } = await getIssue(actor, id);
  return sections.map(({ id, title, stories }) => ({ id, title, stories: stories.length }));
});

export const placeStories = action(placeStoriesInput, async (actor, input) => {
  const placed = await backlog.placeStories(actor, input);
  refresh();
  return placed;
});

export const unplaceStory = action(storyIdInput, async (actor, input) => {
  const unplaced = await stories.unplaceStory(actor, input);
  refresh();
  return unplaced;
});

export const removeStory = action(storyIdInput, async (actor, input) => {
  const removed = await stories.removeStory(actor, input);
  refresh();
  return removed;
});

export const restoreStory = action(restoreStoryInput, async (actor, input) => {
  const restored = await stories.restoreStory(actor, input);
  refresh();
  return restored;
});
