import { notFound } from "next/navigation";
import { cache } from "react";
import type { Actor } from "@/lib/policy";
import { getSource } from "@/lib/sources/overview";
import { sourceIdInput } from "@/lib/sources/schema";
import { orNotFound } from "../or-not-found";

/** The source of an address, read once for the page and its title; what is none is the page that says so. */
export const sourceOr404 = cache(async (actor: Actor, id: string) => {
  if (!sourceIdInput.safeParse({ id }).success) notFound();
  return getSource(actor, { id }).catch(orNotFound);
});
