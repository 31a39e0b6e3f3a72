"use server";

import { z } from "zod";
import { action } from "@/lib/action";
import * as back from "@/lib/inbox/bring-back";
import * as inbox from "@/lib/inbox/commands";
import * as queries from "@/lib/inbox/queries";
import { bringBackInput, inboxInput, itemInput, joinInput, storiesInput } from "@/lib/inbox/schema";

// The screen keeps what it shows by itself (components/desk/inbox/use-inbox.ts), so nothing is rendered again here.

export const listInbox = action(inboxInput, queries.listInbox);
export const countInbox = action(z.strictObject({}), queries.countWaiting);
export const findStories = action(storiesInput, queries.findStories);
export const takeAsStory = action(itemInput, inbox.takeAsStory);
export const joinStory = action(joinInput, inbox.joinStory);
export const dismiss = action(itemInput, inbox.dismiss);
export const bringBack = action(bringBackInput, back.bringBack);
