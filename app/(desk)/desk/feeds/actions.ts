"use server";

import { refresh } from "next/cache";
import { action } from "@/lib/action";
import * as feeds from "@/lib/feeds/commands";
import {
  editFeedInput,
  feedIdInput,
  importOpmlInput,
  restoreFeedInput,
  subscribeInput,
} from "@/lib/feeds/schema";

export const subscribe = action(subscribeInput, async (actor, input) => {
  const subscribed = await feeds.subscribe(actor, input);
  refresh();
  return subscribed;
});

export const editFeed = action(editFeedInput, async (actor, input) => {
  const edited = await feeds.editFeed(actor, input);
  refresh();
  return edited;
});

export const readNow = action(feedIdInput, feeds.readNow);

export const removeFeed = action(feedIdInput, async (actor, input) => {
  const removed = await feeds.removeFeed(actor, input);
  refresh();
  return removed;
});

export const restoreFeed = action(restoreFeedInput, async (actor, input) => {
  await feeds.restoreFeed(actor, input);
  refresh();
});

export const importOpml = action(importOpmlInput, async (actor, input) => {
  const report = await feeds.importOpml(actor, input);
  refresh();
  return report;
});
