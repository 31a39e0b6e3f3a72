import { record } from "@/lib/audit";
import { countGuess, forgiveGuess } from "@/lib/contributors/guesses";
import type { SignedIn } from "@/lib/contributors/links";
import { hashPassword, matches } from "@/lib/contributors/password";
import {
  type RenameInput,
  renameInput,
  type SetPasswordInput,
  setPasswordInput,
  signInInput,
} from "@/lib/contributors/schema";
import { type Db, db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { parse } from "@/lib/parse";
import { type Actor, authorize } from "@/lib/policy";

// For this long after a one-time link a new password may be chosen without the forgotten one.
const LINK_GRACE_MINUTES = 15;

/** Whether the person has signed in by a one-time link within the last quarter of an hour. */
export async function signedInByLink(db: Db, contributorId: string): Promise<boolean> {
  const since = new Date(Date.now() - LINK_GRACE_MINUTES * 60_000);
  return (await db.signInLink.count({ where: { contributorId, usedAt: { gt: since } } })) > 0;
}

/** Whose e-mail and password these are; null for every kind of no, after the same work. Counts nothing: see signInWithPassword. */
export async function verifyPassword(email: string, password: string): Promise<SignedIn | null> {
  const typed = signInInput.safeParse({ email, password });
  const person = typed.success
    ? await db().contributor.findUnique({ where: { email: typed.data.email, suspendedAt: null } })
    : null;
  const right = await matches(person?.passwordHash, typed.success ? typed.data.password : "");
  return right && person ? { contributorId: person.id, sessionVersion: person.sessionVersion } : null;
}

/**
 * Sign-in by password, with guesses counted per account and network address. Null when the pair is wrong;
 * AppError "limited" (details.seconds) when too many were.
 */
export async function signInWithPassword(
  email: string,
  password: string,
  address?: string,
): Promise<SignedIn | null> {
  const typed = signInInput.shape.email.safeParse(email);
  const guess = { account: typed.success ? typed.data : "", address };
  await countGuess(guess);
  const signedIn = await verifyPassword(email, password);
  if (!signedIn) return null;
  await forgiveGuess(guess);
  const person = await db().contributor.findUniqueOrThrow({ where: { id: signedIn.contributorId } });
  await record(db(), person, "contributor.sign-in", "Contributor", person.id, { by: "password" });
  return signedIn;
}

async function self(db: Db, actor: Actor) {
  authorize(actor, "desk.enter");
  const person = actor.id ? await db.contributor.findUnique({ where: { id: actor.id } }) : null;
  if (!person) throw new AppError("not-found", "This account does not exist any more.");
  return person;
}

/**
 * Chooses one's own password. Signs out every session, this one too: the caller signs in again with the new password.
 * A wrong current password is AppError "invalid" (details.fieldErrors.currentPassword), and counts as a guess.
 */
export async function setPassword(actor: Actor, input: SetPasswordInput): Promise<{ email: string }> {
  const { password, currentPassword } = parse(setPasswordInput, input);
  const person = await self(db(), actor);
  if (person.passwordHash && !(await signedInByLink(db(), person.id))) {
    const guess = { account: person.email };
    await countGuess(guess);
    if (!(await matches(person.passwordHash, currentPassword ?? "")))
      throw refused("currentPassword", "The current password is not right. Nothing was changed.");
    await forgiveGuess(guess);
  }
  if (password.toLowerCase() === person.email)
    throw refused("password", "Your e-mail address cannot be your password. Choose another.");
  const passwordHash = await hashPassword(password);
  await db().$transaction(async (tx) => {
    await tx.contributor.update({
      where: { id: person.id },
      data: { passwordHash, sessionVersion: { increment: 1 }, version: { increment: 1 } },
    });
    await record(tx, actor, "contributor.set-password", "Contributor", person.id);
  });
  return { email: person.email };
}

function refused(field: string, sentence: string): AppError {
  return new AppError("invalid", sentence, { fieldErrors: { [field]: [sentence] } });
}

/** Changes one's own name. */
export async function renameSelf(actor: Actor, input: RenameInput): Promise<{ name: string }> {
  const { name } = parse(renameInput, input);
  return db().$transaction(async (tx) => {
    const person = await self(tx, actor);
    await tx.contributor.update({ where: { id: person.id }, data: { name, version: { increment: 1 } } });
    await record(tx, actor, "contributor.rename", "Contributor", person.id, { from: person.name, to: name });
    return { name };
  });
}

/** Ends every session of one's own, on every device. */
export async function signOutEverywhere(actor: Actor): Promise<null> {
  return db().$transaction(async (tx) => {
    const person = await self(tx, actor);
    await tx.contributor.update({ where: { id: person.id }, data: { sessionVersion: { increment: 1 } } });
    await record(tx, actor, "contributor.sign-out-everywhere", "Contributor", person.id);
    return null;
  });
}
