import { notFound } from "next/navigation";
import { requireDeskActor } from "@/lib/auth/session";

/** Addresses under /desk that no page answers: sign-in first, like everywhere here, then the desk's own "nothing here". */
export default async function Missing(): Promise<never> {
  await requireDeskActor();
  notFound();
}
