"use server";

import { refresh } from "next/cache";
import { action } from "@/lib/action";
import { restoreIssue } from "@/lib/issues/commands";
import * as trash from "@/lib/trash/commands";
import { eraseInput, trashedInput } from "@/lib/trash/schema";

export const restoreTrashedStory = action(trashedInput, async (actor, input) => {
  const restored = await trash.restoreTrashedStory(actor, input);
  refresh();
  return restored;
});

export const restoreTrashedIssue = action(trashedInput, async (actor, input) => {
  await restoreIssue(actor, input);
  refresh();
});

export const eraseStory = action(eraseInput, async (actor, input) => {
  await trash.eraseStory(actor, input);
  refresh();
});

export const eraseIssue = action(eraseInput, async (actor, input) => {
  await trash.eraseIssue(actor, input);
  refresh();
});
