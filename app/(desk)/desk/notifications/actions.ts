"use server";

import { action } from "@/lib/action";
import * as notifications from "@/lib/notifications/commands";
import * as queries from "@/lib/notifications/queries";
import { markReadInput, nothingInput } from "@/lib/notifications/schema";

export const listNotifications = action(nothingInput, (actor) => queries.listNotifications(actor));
export const markRead = action(markReadInput, notifications.markRead);
export const markAllRead = action(nothingInput, (actor) => notifications.markAllRead(actor));
