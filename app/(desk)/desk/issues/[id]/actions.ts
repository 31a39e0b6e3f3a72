"use server";

import { action } from "@/lib/action";
import { publishIssue } from "@/lib/editions/commands";
import {
  addSection,
  arrangeStories,
  removeSection,
  renameSection,
  restoreSection,
} from "@/lib/issues/commands";
import { getIssue } from "@/lib/issues/queries";
import { saveIssue } from "@/lib/issues/save";
import {
  addSectionInput,
  arrangeStoriesInput,
  issueIdInput,
  removeSectionInput,
  renameSectionInput,
  restoreSectionInput,
  saveIssueInput,
} from "@/lib/issues/schema";
import { addSource, arrangeSources, removeSource, restoreSource } from "@/lib/sources/commands";
import { editSource } from "@/lib/sources/edit";
import {
  addSourceInput,
  arrangeSourcesInput,
  editSourceInput,
  removeSourceInput,
  restoreSourceInput,
} from "@/lib/sources/schema";
import { addStory, removeStory, restoreStory, unplaceStory } from "@/lib/stories/commands";
import { listRevisions } from "@/lib/stories/queries";
import { saveStory } from "@/lib/stories/save";
import { addStoryInput, restoreStoryInput, saveStoryInput, storyIdInput } from "@/lib/stories/schema";

// Everything the page of an issue does. Its screen keeps what it shows by itself, so nothing is rendered again here.

export const readIssueNow = action(issueIdInput, (actor, { id }) => getIssue(actor, id));
export const save = action(saveIssueInput, saveIssue);
export const publish = action(issueIdInput, publishIssue);

export const arrange = action(arrangeStoriesInput, arrangeStories);
export const addASection = action(addSectionInput, addSection);
export const renameASection = action(renameSectionInput, renameSection);
export const removeASection = action(removeSectionInput, removeSection);
export const restoreASection = action(restoreSectionInput, restoreSection);

export const addAStory = action(addStoryInput, addStory);
export const saveAStory = action(saveStoryInput, saveStory);
export const removeAStory = action(storyIdInput, removeStory);
export const unplaceAStory = action(storyIdInput, unplaceStory);
export const restoreAStory = action(restoreStoryInput, restoreStory);
export const listStoryRevisions = action(storyIdInput, (actor, { id }) => listRevisions(actor, id));

export const addASource = action(addSourceInput, addSource);
export const editASource = action(editSourceInput, editSource);
export const arrangeTheSources = action(arrangeSourcesInput, arrangeSources);
export const removeASource = action(removeSourceInput, removeSource);
export const restoreASource = action(restoreSourceInput, restoreSource);
