import { signedInByLink } from "@/lib/contributors/account";
import { isEnded } from "@/lib/contributors/ended-sessions";
import type { ContributorLine, OwnAccount } from "@/lib/contributors/schema";
import { db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { type Actor, authorize } from "@/lib/policy";

/**
 * The acting person of a session, as the database knows them now: null when the account is gone, suspended,
 * has moved on to another session version, or has signed out of this session. Asked on every request, so that a change of role acts on the next one.
 */
export async function findActor(
  contributorId: string,
  sessionVersion: number,
  sessionId: string,
): Promise<Actor | null> {
  if (await isEnded(db(), sessionId)) return null;
  return db().contributor.findUnique({
    where: { id: contributorId, sessionVersion, suspendedAt: null },
    select: { id: true, role: true, name: true },
  });
}

/** Everyone who works here, by name. */
export async function listContributors(actor: Actor): Promise<ContributorLine[]> {
  authorize(actor, "contributor.read");
  const [people, changes] = await Promise.all([
    db().contributor.findMany({
      include: { signInLinks: { where: { usedAt: { not: null } }, take: 1, select: { id: true } } },
      orderBy: [{ name: "asc" }, { email: "asc" }],
    }),
    db().auditEvent.groupBy({
      by: ["targetId"],
      where: { target: "Contributor", action: { not: "contributor.sign-in" } },
      _max: { at: true },
    }),
  ]);
  const changedAt = new Map(changes.map((change) => [change.targetId, change._max.at]));
  return people.map((person) => {
    const signedIn = person.passwordHash !== null || person.signInLinks.length > 0;
    return {
      id: person.id,
      name: person.name,
      email: person.email,
      role: person.role,
      state: person.suspendedAt ? "suspended" : signedIn ? "active" : "invited",
      changedAt: (changedAt.get(person.id) ?? person.createdAt).toISOString(),
      version: person.version,
    };
  });
}

/** One's own account. AppError "not-found" for the command line, which has none. */
export async function getOwnAccount(actor: Actor): Promise<OwnAccount> {
  authorize(actor, "desk.enter");
  const person = actor.id ? await db().contributor.findUnique({ where: { id: actor.id } }) : null;
  if (!person) throw new AppError("not-found", "This account does not exist any more.");
  const hasPassword = person.passwordHash !== null;
  return {
    name: person.name,
    email: person.email,
    role: person.role,
    hasPassword,
    asksCurrentPassword: hasPassword && !(await signedInByLink(db(), person.id)),
  };
}
