import { z } from "zod";
import { ROLES } from "@/lib/policy";

/** Length of a password in characters. A long sentence is welcome; what argon2 must chew has an end. */
export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 256;

const BROKEN_ADDRESS = "This is not an e-mail address. It looks like name@example.org.";

// Control characters break mail headers; ＠ and ﹫ would become @ below and name someone else's mailbox.
const DECEPTIVE = /[\p{Cc}＠﹫]/u;

/**
 * An e-mail address in its one canonical form: NFKC, trimmed, lower-cased, at most 254 characters, plain ASCII,
 * without quoted local parts. Two spellings of an address are one account.
 */
export const emailAddress = z
  .string({ error: BROKEN_ADDRESS })
  .refine((typed) => !DECEPTIVE.test(typed), { error: BROKEN_ADDRESS, abort: true })
  .transform((typed) => typed.normalize("NFKC").trim().toLowerCase())
  .pipe(
    z.email({ error: BROKEN_ADDRESS }).max(254, { error: "An e-mail address has at most 254 characters." }),
  );

// They show nothing, or turn the direction of what follows: two people could look like one.
const UNSEEN = /[\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g;

const personName = z
  .string({ error: "Give a name." })
  .transform((typed) => typed.replace(UNSEEN, "").normalize("NFC").replace(/\s+/gu, " ").trim())
  .pipe(
    z
      .string()
      .min(1, { error: "Give a name." })
      .max(120, { error: "A name has at most 120 characters." })
      .regex(/^\P{Cc}*$/u, { error: "A name has no control characters." }),
  );

const role = z.enum(ROLES, { error: "Choose a role: admin, editor or contributor." });
const contributorId = z.uuid({ error: "This person does not exist." }).toLowerCase();

const newPassword = z
  .string({ error: "Choose a password." })
  .min(PASSWORD_MIN, { error: `This password is too short: it needs at least ${PASSWORD_MIN} characters.` })
  .max(PASSWORD_MAX, { error: `This password is too long: it has at most ${PASSWORD_MAX} characters.` })
  .refine((typed) => new Set(typed).size >= 4, { error: "This password repeats too few characters." });

export const inviteInput = z.strictObject({ email: emailAddress, name: personName, role });
export const personInput = z.strictObject({ contributorId });
export const changeRoleInput = z.strictObject({
  contributorId,
  role,
  /** The version the screen showed; a stale one is a conflict. The command line leaves it out. */
  version: z.int().optional(),
});
export const renameInput = z.strictObject({ name: personName });
export const setPasswordInput = z.strictObject({
  password: newPassword,
  /** Needed once a password exists, except shortly after signing in by a one-time link. */
  currentPassword: z.string().max(PASSWORD_MAX).optional(),
});
export const signInInput = z.strictObject({
  email: emailAddress,
  password: z.string().min(1).max(PASSWORD_MAX),
});
/** 32 random bytes, base64url. */
export const linkToken = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

export type InviteInput = z.input<typeof inviteInput>;
export type PersonInput = z.input<typeof personInput>;
export type ChangeRoleInput = z.input<typeof changeRoleInput>;
export type RenameInput = z.input<typeof renameInput>;
export type SetPasswordInput = z.input<typeof setPasswordInput>;

/** A person as the list of contributors shows them. */
export interface ContributorLine {
  id: string;
  name: string;
  email: string;
  role: z.output<typeof role>;
  /** invited: has never signed in. */
  state: "active" | "invited" | "suspended";
  /** ISO 8601: the latest thing that was done to the account. */
  changedAt: string;
  version: number;
}

/** One's own account, as its page shows it. */
export interface OwnAccount {
  name: string;
  email: string;
  role: ContributorLine["role"];
  hasPassword: boolean;
  /** Whether a new password asks for the current one. */
  asksCurrentPassword: boolean;
}

/** What a limited person reads; `seconds` until the next try. */
export function limitedSentence(seconds: number): string {
  const minutes = Math.max(1, Math.ceil(seconds / 60));
  const wait =
    minutes < 90 ? `${minutes} ${minutes === 1 ? "minute" : "minutes"}` : `${Math.ceil(minutes / 60)} hours`;
  return `Too many wrong passwords were tried. Try again in ${wait}, or ask an admin for a one-time sign-in link.`;
}
