"use server";

import { action } from "@/lib/action";
import * as editions from "@/lib/editions/commands";
import * as issues from "@/lib/issues/commands";
import { getIssue } from "@/lib/issues/queries";
import * as words from "@/lib/issues/save";
import {
  addSectionInput,
  arrangeStoriesInput,
  issueIdInput,
  removeSectionInput,
  renameSectionInput,
  restoreSectionInput,
  saveIssueInput,
} from "@/lib/issues/schema";
import * as sections from "@/lib/issues/section-commands";
import * as preflight from "@/lib/preflight/queries";
import { preflightInput, publishIssueInput } from "@/lib/preflight/schema";
import * as sources from "@/lib/sources/commands";
import * as source from "@/lib/sources/edit";
import {
  addSourceInput,
  arrangeSourcesInput,
  editSourceInput,
  removeSourceInput,
  restoreSourceInput,
} from "@/lib/sources/schema";
import * as stories from "@/lib/stories/commands";
import * as queries from "@/lib/stories/queries";
import * as story from "@/lib/stories/save";
import { addStoryInput, restoreStoryInput, saveStoryInput, storyIdInput } from "@/lib/stories/schema";

// Everything the page of an issue does, each under its command's name. The screen keeps what it shows by itself
// (components/desk/use-issue.ts), so nothing is rendered again here.

export const readIssue = action(issueIdInput, (actor, { id }) => getIssue(actor, id));
export const saveIssue = action(saveIssueInput, words.saveIssue);
export const publishIssue = action(publishIssueInput, (actor, input) => editions.publishIssue(actor, input));
export const getPreflight = action(preflightInput, preflight.getPreflight);

export const arrangeStories = action(arrangeStoriesInput, issues.arrangeStories);
export const addSection = action(addSectionInput, sections.addSection);
export const renameSection = action(renameSectionInput, sections.renameSection);
export const removeSection = action(removeSectionInput, sections.removeSection);
export const restoreSection = action(restoreSectionInput, sections.restoreSection);

export const addStory = action(addStoryInput, stories.addStory);
export const readStory = action(storyIdInput, (actor, { id }) => queries.getStory(actor, id));
export const saveStory = action(saveStoryInput, story.saveStory);
export const removeStory = action(storyIdInput, stories.removeStory);
export const unplaceStory = action(storyIdInput, stories.unplaceStory);
export const restoreStory = action(restoreStoryInput, stories.restoreStory);

export const addSource = action(addSourceInput, sources.addSource);
export const editSource = action(editSourceInput, source.editSource);
export const arrangeSources = action(arrangeSourcesInput, sources.arrangeSources);
export const removeSource = action(removeSourceInput, sources.removeSource);
export const restoreSource = action(restoreSourceInput, sources.restoreSource);
