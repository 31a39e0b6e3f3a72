"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { action } from "@/lib/action";
import { renameSelf, setPassword, signOutEverywhere } from "@/lib/contributors/account";
import { renameInput, setPasswordInput } from "@/lib/contributors/schema";

export const rename = action(renameInput, async (actor, input) => {
  const renamed = await renameSelf(actor, input);
  refresh();
  return renamed;
});

export const choosePassword = action(setPasswordInput, setPassword);

export const leaveEverywhere = action(z.undefined(), signOutEverywhere);
