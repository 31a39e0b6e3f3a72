"use server";

import { refresh } from "next/cache";
import { action } from "@/lib/action";
import * as issues from "@/lib/issues/commands";
import { createIssueInput, issueIdInput } from "@/lib/issues/schema";

export const createIssue = action(createIssueInput, issues.createIssue);

export const trashIssue = action(issueIdInput, async (actor, input) => {
  await issues.trashIssue(actor, input);
  refresh();
});

export const restoreIssue = action(issueIdInput, async (actor, input) => {
  await issues.restoreIssue(actor, input);
  refresh();
});
