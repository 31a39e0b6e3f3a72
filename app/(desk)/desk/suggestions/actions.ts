"use server";

import { action } from "@/lib/action";
import * as dismissals from "@/lib/dismissals/commands";
import {
  listIssueDismissals as issueDismissals,
  listStoryDismissals as storyDismissals,
} from "@/lib/dismissals/queries";
import { dismissalInput, issueDismissalsInput, storyDismissalsInput } from "@/lib/dismissals/schema";

// Suggested kinds that were dismissed. What was accepted is made through ../claims/actions.ts.

export const listStoryDismissals = action(storyDismissalsInput, (actor, { storyId }) =>
  storyDismissals(actor, storyId),
);
export const listIssueDismissals = action(issueDismissalsInput, (actor, { issueId }) =>
  issueDismissals(actor, issueId),
);
export const dismissSuggestions = action(dismissalInput, dismissals.dismissSuggestions);
export const restoreSuggestions = action(dismissalInput, dismissals.restoreSuggestions);
