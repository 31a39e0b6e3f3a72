import { createHash, randomBytes } from "node:crypto";
import { record } from "@/lib/audit";
import { linkToken } from "@/lib/contributors/schema";
import { type Db, db } from "@/lib/db";
import type { Actor } from "@/lib/policy";

const HOUR = 60 * 60 * 1000;
const LIFETIME = { invite: 7 * 24 * HOUR, signIn: 24 * HOUR };

/** Why a one-time link was made: someone's first sign-in, or a later one without a password. */
export type LinkPurpose = keyof typeof LIFETIME;

const hashOf = (token: string) => createHash("sha256").update(token).digest("hex");

/**
 * Makes a one-time link for a contributor and returns its address on `siteUrl`. Only the token's hash is kept:
 * the address can be shown once, now. An invitation lasts 7 days, a sign-in link 24 hours.
 */
export async function makeLink(
  db: Db,
  link: { contributorId: string; purpose: LinkPurpose; madeBy: string | null; siteUrl: string },
): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await db.signInLink.create({
    data: {
      contributorId: link.contributorId,
      purpose: link.purpose,
      tokenHash: hashOf(token),
      createdById: link.madeBy,
      expiresAt: new Date(Date.now() + LIFETIME[link.purpose]),
    },
  });
  return new URL(`/sign-in/link/${token}`, link.siteUrl).href;
}

/** What a link's page may say to whoever holds the link. */
export type LinkState =
  | { state: "valid"; purpose: LinkPurpose; name: string; email: string; hasPassword: boolean }
  | { state: "used" | "expired" | "unknown" };

/** Reads a link without using it up. Links of suspended people, and replaced ones, are unknown. */
export async function readLink(token: string): Promise<LinkState> {
  if (!linkToken.safeParse(token).success) return { state: "unknown" };
  const link = await db().signInLink.findUnique({
    where: { tokenHash: hashOf(token) },
    include: { contributor: { select: { name: true, email: true, suspendedAt: true, passwordHash: true } } },
  });
  if (!link || link.contributor.suspendedAt) return { state: "unknown" };
  if (link.usedAt) return { state: "used" };
  if (link.expiresAt <= new Date()) return { state: "expired" };
  const { name, email, passwordHash } = link.contributor;
  return { state: "valid", purpose: link.purpose, name, email, hasPassword: passwordHash !== null };
}

/** The account a session is made for. */
export interface SignedIn {
  contributorId: string;
  sessionVersion: number;
}

/** Uses a one-time link up and answers whose it is; null when it is unknown, used, expired or its person suspended. */
export async function redeemLink(token: string): Promise<SignedIn | null> {
  if (!linkToken.safeParse(token).success) return null;
  return db().$transaction(async (tx) => {
    // One statement decides: of fifty parallel redemptions the row lock lets one see "usedAt" empty.
    const [used] = await tx.$queryRaw<(SignedIn & Pick<Actor, "role" | "name">)[]>`
      UPDATE "SignInLink" AS link SET "usedAt" = now()
      FROM "Contributor" AS person
      WHERE link."tokenHash" = ${hashOf(token)} AND link."usedAt" IS NULL AND link."expiresAt" > now()
        AND person."id" = link."contributorId" AND person."suspendedAt" IS NULL
      RETURNING person."id"::text AS "contributorId", person."sessionVersion", person."role"::text, person."name"`;
    if (!used) return null;
    const { contributorId, sessionVersion, role, name } = used;
    const actor = { id: contributorId, role, name };
    await record(tx, actor, "contributor.sign-in", "Contributor", contributorId, { by: "link" });
    return { contributorId, sessionVersion };
  });
}
