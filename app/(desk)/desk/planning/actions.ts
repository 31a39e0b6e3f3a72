"use server";

import { action } from "@/lib/action";
import * as issues from "@/lib/issues/carry-over";
import { carryOverInput, undoCarryOverInput } from "@/lib/issues/carry-over-schema";
import * as stories from "@/lib/stories/follows";
import {
  followUpInput,
  followUpNextInput,
  publishedStoriesInput,
  setFollowsInput,
} from "@/lib/stories/follows-schema";
import { storyIdInput } from "@/lib/stories/schema";

// What joins one week's issue with the next: the same for the page of an issue and of a story in the backlog.

export const carryOver = action(carryOverInput, issues.carryOver);
export const undoCarryOver = action(undoCarryOverInput, issues.undoCarryOver);
export const followUp = action(followUpInput, stories.followUp);
export const followUpNext = action(followUpNextInput, stories.followUpNext);
export const setFollows = action(setFollowsInput, stories.setFollows);
export const readFollows = action(storyIdInput, stories.readFollows);
export const findPublished = action(publishedStoriesInput, stories.findPublished);
