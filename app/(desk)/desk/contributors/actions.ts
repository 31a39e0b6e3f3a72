"use server";

import { refresh } from "next/cache";
import { action } from "@/lib/action";
import {
  changeRole,
  inviteContributor,
  makeSignInLink,
  reinstateContributor,
  suspendContributor,
} from "@/lib/contributors/commands";
import { changeRoleInput, inviteInput, personInput } from "@/lib/contributors/schema";
import type { Actor } from "@/lib/policy";

/** Runs the command, then has the list on the page read again. */
function thenRefresh<I, T>(command: (actor: Actor, input: I) => Promise<T>) {
  return async (actor: Actor, input: I): Promise<T> => {
    const value = await command(actor, input);
    refresh();
    return value;
  };
}

export const invite = action(inviteInput, thenRefresh(inviteContributor));
export const newLink = action(personInput, thenRefresh(makeSignInLink));
export const giveRole = action(changeRoleInput, thenRefresh(changeRole));
export const suspend = action(personInput, thenRefresh(suspendContributor));
export const reinstate = action(personInput, thenRefresh(reinstateContributor));
