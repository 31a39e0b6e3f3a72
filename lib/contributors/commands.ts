import { record } from "@/lib/audit";
import { makeLink } from "@/lib/contributors/links";
import {
  type ChangeRoleInput,
  changeRoleInput,
  type InviteInput,
  inviteInput,
  type PersonInput,
  personInput,
} from "@/lib/contributors/schema";
import { type Db, db } from "@/lib/db";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { type Contributor, Prisma } from "@/lib/generated/prisma/client";
import { parse } from "@/lib/parse";
import { type Actor, authorize, COMMAND_LINE } from "@/lib/policy";

/** The account of a fresh installation. `.local` is never delivered to; the admin invites themselves by a real address. */
const FIRST_ADMIN = { email: "admin@plumbline.local", name: "Admin", role: "admin" } as const;

/** Makes an account and its invitation: a one-time link, shown once. AppError "conflict" when the address is taken. */
export async function inviteContributor(
  actor: Actor,
  input: InviteInput,
): Promise<{ contributorId: string; link: string }> {
  authorize(actor, "contributor.invite");
  const { email, name, role } = parse(inviteInput, input);
  const siteUrl = env().PLUMBLINE_URL;
  return db().$transaction(async (tx) => {
    // Two invitations at once: the unique address lets one in, and the other finds it taken instead of a broken constraint.
    const [person] = await tx.contributor.createManyAndReturn({
      data: [{ email, name, role }],
      skipDuplicates: true,
    });
    if (!person) throw await taken(tx, email);
    await record(tx, actor, "contributor.invite", "Contributor", person.id, { email, name, role });
    const link = await makeLink(tx, {
      contributorId: person.id,
      purpose: "invite",
      madeBy: actor.id,
      siteUrl,
    });
    return { contributorId: person.id, link };
  });
}

async function taken(tx: Db, email: string): Promise<AppError> {
  const person = await tx.contributor.findUnique({ where: { email } });
  const help = person?.suspendedAt
    ? "The account is suspended: reinstate it instead."
    : "Make a new sign-in link for that account instead.";
  const sentence = `${email} already belongs to ${person?.name ?? "someone"}. ${help}`;
  return new AppError("conflict", sentence, { fieldErrors: { email: [sentence] } });
}

async function find(tx: Db, id: string): Promise<Contributor> {
  const person = await tx.contributor.findUnique({ where: { id } });
  if (!person) throw new AppError("not-found", "This person does not exist any more. Reload the list.");
  return person;
}

/** Makes a new one-time sign-in link, shown once; links made earlier and not used stop working. */
export async function makeSignInLink(actor: Actor, input: PersonInput): Promise<{ link: string }> {
  authorize(actor, "contributor.manage");
  const { contributorId } = parse(personInput, input);
  const siteUrl = env().PLUMBLINE_URL;
  return db().$transaction(async (tx) => {
    const person = await find(tx, contributorId);
    if (person.suspendedAt)
      throw new AppError(
        "invalid",
        `${person.name} is suspended. Reinstate the account before making a link.`,
      );
    await tx.signInLink.deleteMany({ where: { contributorId, usedAt: null } });
    await record(tx, actor, "contributor.make-link", "Contributor", contributorId);
    return { link: await makeLink(tx, { contributorId, purpose: "signIn", madeBy: actor.id, siteUrl }) };
  });
}

/**
 * Gives someone another role; it acts on their next request. The role they have changes nothing.
 * AppError "conflict" when `version` is stale.
 */
export async function changeRole(actor: Actor, input: ChangeRoleInput): Promise<{ version: number }> {
  authorize(actor, "contributor.manage");
  const { contributorId, role, version } = parse(changeRoleInput, input);
  return change(contributorId, async (tx, person) => {
    if (person.role === role) return { version: person.version };
    const [changed] = await tx.contributor.updateManyAndReturn({
      where: { id: contributorId, version },
      data: { role, version: { increment: 1 } },
    });
    if (!changed) {
      const sentence = `Someone else has just changed ${person.name}, who is now ${person.role}. Nothing was changed.`;
      throw new AppError("conflict", sentence, { role: person.role, version: person.version });
    }
    await record(tx, actor, "contributor.change-role", "Contributor", contributorId, {
      from: person.role,
      to: role,
    });
    return { version: changed.version };
  });
}

/**
 * Suspends an account: signed out everywhere, and its links stop working; an unused invitation only until the account is
 * reinstated, so that a slip can be undone. Suspending twice changes nothing.
 */
export async function suspendContributor(actor: Actor, input: PersonInput): Promise<{ version: number }> {
  authorize(actor, "contributor.manage");
  const { contributorId } = parse(personInput, input);
  return change(contributorId, async (tx, person) => {
    if (person.suspendedAt) return { version: person.version };
    const changed = await tx.contributor.update({
      where: { id: contributorId },
      data: { suspendedAt: new Date(), sessionVersion: { increment: 1 }, version: { increment: 1 } },
    });
    await tx.signInLink.deleteMany({ where: { contributorId, usedAt: null, purpose: "signIn" } });
    await record(tx, actor, "contributor.suspend", "Contributor", contributorId);
    return { version: changed.version };
  });
}

/** Ends a suspension. Sessions and sign-in links from before stay dead; an unused invitation is good again until it expires. */
export async function reinstateContributor(actor: Actor, input: PersonInput): Promise<{ version: number }> {
  authorize(actor, "contributor.manage");
  const { contributorId } = parse(personInput, input);
  return change(contributorId, async (tx, person) => {
    if (!person.suspendedAt) return { version: person.version };
    const changed = await tx.contributor.update({
      where: { id: contributorId },
      data: { suspendedAt: null, sessionVersion: { increment: 1 }, version: { increment: 1 } },
    });
    await record(tx, actor, "contributor.reinstate", "Contributor", contributorId);
    return { version: changed.version };
  });
}

/** One change to one account; the database's refusal to lose its last admin becomes a sentence. */
async function change<T>(id: string, run: (tx: Db, person: Contributor) => Promise<T>): Promise<T> {
  let name = "This person";
  try {
    return await db().$transaction(async (tx) => {
      const person = await find(tx, id);
      name = person.name;
      return run(tx, person);
    });
  } catch (error) {
    if (!isLastAdmin(error)) throw error;
    throw new AppError(
      "invalid",
      `${name} is the last admin who can sign in. Make someone else an admin first.`,
    );
  }
}

// The trigger Contributor_last_admin raises restrict_violation (23001), which Prisma reports as P2003 with the adapter's error inside.
function isLastAdmin(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  const adapter = error.meta?.driverAdapterError;
  const cause = adapter instanceof Error ? adapter.cause : undefined;
  return (
    typeof cause === "object" && cause !== null && "originalCode" in cause && cause.originalCode === "23001"
  );
}

/**
 * For the first start: when no admin exists yet, makes the first one and returns their one-time link; a fresh link on later
 * starts as long as that account has never been signed in to. Otherwise null. Instances that start together make one account.
 */
export async function ensureFirstAdmin({ siteUrl }: { siteUrl: string }): Promise<{ link: string } | null> {
  return db().$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('plumbline_first_admin'))`;
    const [only, other] = await tx.contributor.findMany({
      where: { role: "admin", suspendedAt: null },
      include: { signInLinks: { where: { usedAt: { not: null } } } },
      take: 2,
    });
    const untouched = only?.email === FIRST_ADMIN.email && !only.passwordHash && !only.signInLinks.length;
    if (other || (only && !untouched)) return null;
    const admin = only ?? (await tx.contributor.create({ data: FIRST_ADMIN }));
    if (!only) await record(tx, COMMAND_LINE, "contributor.invite", "Contributor", admin.id, FIRST_ADMIN);
    return {
      link: await makeLink(tx, { contributorId: admin.id, purpose: "invite", madeBy: null, siteUrl }),
    };
  });
}
