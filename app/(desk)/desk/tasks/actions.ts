"use server";

import { refresh } from "next/cache";
import { action } from "@/lib/action";
import * as tasks from "@/lib/tasks/commands";
import { takeAddressInput, taskIdInput } from "@/lib/tasks/schema";

export const endTask = action(taskIdInput, async (actor, input) => {
  await tasks.endTask(actor, input);
  refresh();
});

export const reopenTask = action(taskIdInput, async (actor, input) => {
  await tasks.reopenTask(actor, input);
  refresh();
});

export const takeNewAddress = action(takeAddressInput, async (actor, input) => {
  await tasks.takeNewAddress(actor, input);
  refresh();
});
