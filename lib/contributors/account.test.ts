import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import {
  renameSelf,
  setPassword,
  signInWithPassword,
  signOutEverywhere,
  verifyPassword,
} from "@/lib/contributors/account";
import { inviteContributor } from "@/lib/contributors/commands";
import { redeemLink } from "@/lib/contributors/links";
import { hashPassword } from "@/lib/contributors/password";
import { findActor, getOwnAccount } from "@/lib/contributors/queries";
import { db } from "@/lib/db";
import { type Actor, COMMAND_LINE } from "@/lib/policy";
import { useFreshDatabase } from "@/prisma/test-database";

useFreshDatabase();

const SESSION = "0190a000-0000-7000-8000-00000000000a";

const PASSWORD = "a plumb line hangs straight";
let passwordHash: string;
let people = 0;

beforeAll(async () => {
  vi.stubEnv("PLUMBLINE_URL", "https://digest.example");
  vi.stubEnv("NEXTAUTH_SECRET", "a secret of more than thirty-two characters");
  passwordHash = await hashPassword(PASSWORD);
});

afterEach(async () => {
  await db().rateLimit.deleteMany();
});

async function withPassword() {
  const email = `person${++people}@example.org`;
  const made = await db().contributor.create({ data: { email, name: "Dana", role: "editor", passwordHash } });
  const actor: Actor = { id: made.id, role: "editor", name: "Dana" };
  return { id: made.id, email, actor };
}

/** How many guesses were evaluated: the others were refused before. */
async function evaluated(guesses: Promise<unknown>[]): Promise<number> {
  const settled = await Promise.allSettled(guesses);
  for (const one of settled)
    if (one.status === "rejected")
      expect(one.reason).toMatchObject({ code: "limited", details: { seconds: expect.any(Number) } });
  return settled.filter((one) => one.status === "fulfilled").length;
}

describe("a password", () => {
  it("is kept as argon2id with OWASP's parameters", () => {
    expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it("signs in, in any spelling of the address and any normal form of the password", async () => {
    const { id, email } = await withPassword();
    await db().contributor.update({
      where: { id },
      data: { passwordHash: await hashPassword("à la pêche demain") },
    });
    expect(await verifyPassword(` ${email.toUpperCase()}`, "a\u0300 la pe\u0302che demain")).toEqual({
      contributorId: id,
      sessionVersion: 1,
    });
  });

  it("gets the same answer whether the account is unknown, suspended, without a password, or the guess wrong", async () => {
    const { email } = await withPassword();
    const suspended = await withPassword();
    await db().contributor.update({ where: { id: suspended.id }, data: { suspendedAt: new Date() } });
    const bare = await withPassword();
    await db().contributor.update({ where: { id: bare.id }, data: { passwordHash: null } });
    const tries: [string, string][] = [
      [email, "a wrong password"],
      [suspended.email, PASSWORD],
      [bare.email, PASSWORD],
      [bare.email, "a password that nobody has chosen"],
      ["nobody@example.org", "a password that nobody has chosen"],
      ["not an address", PASSWORD],
      [email, ""],
      [email, "x".repeat(5000)],
    ];
    for (const [who, typed] of tries) expect(await verifyPassword(who, typed)).toBeNull();
  });

  it("takes the same work for known and unknown addresses", async () => {
    const { email } = await withPassword();
    const median = async (who: string) => {
      const times: number[] = [];
      for (let i = 0; i < 11; i++) {
        const start = performance.now();
        await verifyPassword(who, "a wrong password");
        times.push(performance.now() - start);
      }
      return times.sort((a, b) => a - b)[5] ?? 0;
    };
    await median("warm@example.org");
    const [known, unknown] = [await median(email), await median("nobody@example.org")];
    // A skipped hash would be a hundred times faster; a busy machine is allowed a factor of two.
    expect(unknown).toBeGreaterThan(known / 2);
  });
});

describe("guessing", () => {
  it("is evaluated five times of 100 for an account, from ever new addresses, known account or not", async () => {
    const { email } = await withPassword();
    for (const who of [email, "nobody@example.org"]) {
      const guesses = Array.from({ length: 100 }, (_, i) =>
        signInWithPassword(who, `guess number ${i}`, `203.0.113.${i}`),
      );
      expect(await evaluated(guesses)).toBe(5);
    }
    await expect(signInWithPassword(email, PASSWORD, "198.51.100.1")).rejects.toMatchObject({
      code: "limited",
    });
  });

  it("is evaluated five times of 100 from one address, over ever new accounts", async () => {
    const guesses = Array.from({ length: 100 }, (_, i) =>
      signInWithPassword(`n${i}@example.org`, "password1234", "203.0.113.9"),
    );
    expect(await evaluated(guesses)).toBe(5);
  });

  it("is forgotten after the right password, which costs the address nothing", async () => {
    const { email } = await withPassword();
    for (let round = 0; round < 8; round++) {
      if (round < 4)
        expect(await signInWithPassword(email, "a wrong password", `203.0.113.${round}`)).toBeNull();
      expect(await signInWithPassword(email, PASSWORD, "198.51.100.7")).not.toBeNull();
    }
  });

  it("is limited over a day too", async () => {
    const { email } = await withPassword();
    let seen = 0;
    for (let window = 0; window < 6; window++) {
      seen += await evaluated(
        Array.from({ length: 10 }, () => signInWithPassword(email, "a wrong password")),
      );
      // As if a quarter of an hour had passed.
      await db().rateLimit.deleteMany({ where: { key: { startsWith: "password-account-900:" } } });
    }
    expect(seen).toBe(20);
  });

  it("keeps no address in clear", async () => {
    await signInWithPassword("nobody@example.org", "a wrong password", "203.0.113.77");
    const keys = (await db().rateLimit.findMany()).map((row) => row.key).join(" ");
    expect(keys).not.toMatch(/nobody|203\.0/);
  });
});

describe("one's own account", () => {
  it("chooses a first password after an invitation, without a current one, and ends earlier sessions", async () => {
    const email = "invited@example.org";
    const { contributorId, link } = await inviteContributor(COMMAND_LINE, {
      email,
      name: "In Vited",
      role: "contributor",
    });
    await redeemLink(link.slice(-43));
    const actor: Actor = { id: contributorId, role: "contributor", name: "In Vited" };
    expect(await setPassword(actor, { password: PASSWORD })).toEqual({ email });
    expect(await findActor(contributorId, 1, SESSION)).toBeNull();
    expect(await verifyPassword(email, PASSWORD)).toEqual({ contributorId, sessionVersion: 2 });
  });

  it("asks the current password later, except for 15 minutes after a one-time link", async () => {
    const { id, actor } = await withPassword();
    const another = "another quite long password";
    expect((await getOwnAccount(actor)).asksCurrentPassword).toBe(true);
    const wrong = setPassword(actor, { password: another, currentPassword: "a wrong password" });
    await expect(wrong).rejects.toMatchObject({
      code: "invalid",
      details: { fieldErrors: { currentPassword: expect.anything() } },
    });
    await expect(setPassword(actor, { password: another })).rejects.toMatchObject({ code: "invalid" });
    await setPassword(actor, { password: another, currentPassword: PASSWORD });
    const link = { contributorId: id, purpose: "signIn" as const, expiresAt: new Date() };
    await db().signInLink.create({
      data: { ...link, tokenHash: `${id}-1`, usedAt: new Date(Date.now() - 16 * 60_000) },
    });
    await expect(setPassword(actor, { password: PASSWORD })).rejects.toMatchObject({ code: "invalid" });
    await db().signInLink.create({ data: { ...link, tokenHash: `${id}-2`, usedAt: new Date() } });
    await setPassword(actor, { password: PASSWORD });
  });

  it("limits guesses at the current password", async () => {
    const { actor } = await withPassword();
    const codes = new Map<string, number>();
    for (let i = 0; i < 20; i++) {
      const tried = setPassword(actor, {
        password: "another quite long password",
        currentPassword: `guess ${i}`,
      });
      const code = await tried.then(
        () => "done",
        (error) => error.code,
      );
      codes.set(code, (codes.get(code) ?? 0) + 1);
    }
    expect(Object.fromEntries(codes)).toEqual({ invalid: 5, limited: 15 });
  });

  it("refuses short passwords, the address itself, extra fields, and the command line", async () => {
    const { actor, id, email } = await withPassword();
    await db().contributor.update({ where: { id }, data: { passwordHash: null } });
    const extra = { name: "Dana", role: "admin" };
    await expect(setPassword(actor, { password: "short" })).rejects.toMatchObject({ code: "invalid" });
    await expect(setPassword(actor, { password: email })).rejects.toMatchObject({ code: "invalid" });
    await expect(renameSelf(actor, extra)).rejects.toMatchObject({ code: "invalid" });
    await expect(renameSelf(COMMAND_LINE, { name: "Dana" })).rejects.toMatchObject({ code: "not-found" });
    await expect(setPassword(COMMAND_LINE, { password: PASSWORD })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  it("renames itself, and signs out everywhere", async () => {
    const { actor, id } = await withPassword();
    expect(await renameSelf(actor, { name: " Dana  Whitfield " })).toEqual({ name: "Dana Whitfield" });
    expect((await findActor(id, 1, SESSION))?.name).toBe("Dana Whitfield");
    await signOutEverywhere(actor);
    expect(await findActor(id, 1, SESSION)).toBeNull();
    const log = await db().auditEvent.findMany({ where: { targetId: id }, orderBy: { at: "asc" } });
    expect(log.map((event) => event.action)).toEqual([
      "contributor.rename",
      "contributor.sign-out-everywhere",
    ]);
  });
});
