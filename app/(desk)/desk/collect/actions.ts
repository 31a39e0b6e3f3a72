"use server";

import { action } from "@/lib/action";
import { knownAddresses, storyToWrite } from "@/lib/inbox/queries";
import { lookInput, sendInput } from "@/lib/inbox/schema";
import * as inbox from "@/lib/inbox/send";

export const send = action(sendInput, inbox.send);

/** What is known of pasted addresses, and the story in hand where something may be added to it. */
export const lookAtAddresses = action(lookInput, async (actor, { urls, storyId }) => {
  const [addresses, story] = await Promise.all([
    knownAddresses(actor, { urls }),
    storyId === null ? null : storyToWrite(actor, storyId),
  ]);
  return { addresses, story };
});
