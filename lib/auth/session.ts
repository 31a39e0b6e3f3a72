import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getServerSession } from "next-auth";
import { cache } from "react";
import { nextPath, PATH_HEADER } from "@/lib/auth/next-path";
import { authOptions } from "@/lib/auth/options";
import { findActor } from "@/lib/contributors/queries";
import { AppError } from "@/lib/errors";
import type { Actor } from "@/lib/policy";

/** Who is acting in this request, as the database knows them now; null when signed out, suspended or revoked. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const session = await getServerSession(authOptions());
  if (!session?.contributorId) return null;
  return findActor(session.contributorId, session.sessionVersion, session.sessionId);
});

/** Like `currentActor`, but throws AppError "not-signed-in". For actions and routes. */
export async function requireActor(): Promise<Actor> {
  const actor = await currentActor();
  if (actor) return actor;
  throw new AppError(
    "not-signed-in",
    "You are signed out. Sign in again in another tab, then repeat this: what is on this page stays here.",
  );
}

/** Like `currentActor`, but leads to sign-in and back. For pages and layouts of the desk; each page asks for itself. */
export async function requireDeskActor(): Promise<Actor> {
  const actor = await currentActor();
  if (actor) return actor;
  const next = nextPath((await headers()).get(PATH_HEADER));
  redirect(`/sign-in?next=${encodeURIComponent(next)}`);
}

/**
 * Like `requireActor`, for an answer that lasts: `holds` says later whether the session still counts, without the request.
 * It rejects when the database cannot say.
 */
export async function requireLastingActor(): Promise<{ actor: Actor; holds: () => Promise<boolean> }> {
  const actor = await requireActor();
  const session = await getServerSession(authOptions());
  const holds = async () =>
    session !== null &&
    (await findActor(session.contributorId, session.sessionVersion, session.sessionId)) !== null;
  return { actor, holds };
}
