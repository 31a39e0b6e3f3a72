import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import {
  changeRole,
  ensureFirstAdmin,
  inviteContributor,
  makeSignInLink,
  reinstateContributor,
  suspendContributor,
} from "@/lib/contributors/commands";
import { findActor, getOwnAccount, listContributors } from "@/lib/contributors/queries";
import { db } from "@/lib/db";
import type { AppError } from "@/lib/errors";
import { type Actor, COMMAND_LINE, ROLES, type Role } from "@/lib/policy";
import { useFreshDatabase } from "@/prisma/test-database";

useFreshDatabase();

const SESSION = "0190a000-0000-7000-8000-00000000000a";

beforeAll(() => {
  vi.stubEnv("PLUMBLINE_URL", "https://digest.example");
  vi.stubEnv("NEXTAUTH_SECRET", "a secret of more than thirty-two characters");
});

beforeEach(async () => {
  // The last admin cannot be deleted either, nor the log: a test begins with an empty copy instead.
  await db().$executeRaw`TRUNCATE "Contributor", "AuditEvent", "SignInLink" CASCADE`;
});

async function person(name: string, role: Role): Promise<Actor & { id: string }> {
  const made = await db().contributor.create({
    data: { name, role, email: `${name}@example.org`.toLowerCase() },
  });
  return { id: made.id, name, role };
}

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "done",
    (error: AppError) => error.code ?? error,
  );

describe("who may do what", () => {
  const commands = {
    invite: (actor: Actor) =>
      inviteContributor(actor, { email: "new@example.org", name: "New", role: "editor" }),
    link: (actor: Actor, contributorId: string) => makeSignInLink(actor, { contributorId }),
    role: (actor: Actor, contributorId: string) => changeRole(actor, { contributorId, role: "admin" }),
    suspend: (actor: Actor, contributorId: string) => suspendContributor(actor, { contributorId }),
    reinstate: (actor: Actor, contributorId: string) => reinstateContributor(actor, { contributorId }),
  };

  it.each(Object.keys(commands) as (keyof typeof commands)[])(
    "%s: admins and the command line only",
    async (name) => {
      const other = await person("Other", "editor");
      for (const role of ROLES) {
        const actor = await person(`Acting-${role}`, role);
        expect(await codeOf(commands[name](actor, other.id))).toBe(role === "admin" ? "done" : "forbidden");
        await db().$executeRaw`TRUNCATE "AuditEvent"`;
        await db().contributor.deleteMany({ where: { email: "new@example.org" } });
      }
      expect(await codeOf(commands[name](COMMAND_LINE, other.id))).toBe("done");
    },
  );

  it("lets nobody raise their own role", async () => {
    const contributor = await person("Climber", "contributor");
    expect(await codeOf(changeRole(contributor, { contributorId: contributor.id, role: "admin" }))).toBe(
      "forbidden",
    );
    expect((await db().contributor.findUniqueOrThrow({ where: { id: contributor.id } })).role).toBe(
      "contributor",
    );
  });
});

describe("an invitation", () => {
  it("makes an account, a link on the configured address, and a line in the log", async () => {
    const admin = await person("Admin", "admin");
    const input = { email: " Dana@Example.org", name: "Dana", role: "editor" } as const;
    const { contributorId, link } = await inviteContributor(admin, input);
    expect(link).toMatch(/^https:\/\/digest\.example\/sign-in\/link\/[\w-]{43}$/);
    const kept = await db().signInLink.findFirstOrThrow({ where: { contributorId } });
    expect(link).not.toContain(kept.tokenHash);
    const [event] = await db().auditEvent.findMany({ where: { targetId: contributorId } });
    expect(event).toMatchObject({ actorId: admin.id, action: "contributor.invite", target: "Contributor" });
    expect(JSON.stringify(event)).not.toContain(link.slice(-43));
  });

  it("finds an address taken in any spelling, also when two invite at once", async () => {
    const input = { name: "Dana", role: "editor" } as const;
    const both = await Promise.all(
      ["dana@example.org", "DANA@example.org "].map((email) =>
        codeOf(inviteContributor(COMMAND_LINE, { ...input, email })),
      ),
    );
    expect(both.sort()).toEqual(["conflict", "done"]);
    expect(await db().contributor.count()).toBe(1);
  });

  it("is refused with extra fields", async () => {
    const input = { email: "dana@example.org", name: "Dana", role: "editor", passwordHash: "x" } as const;
    expect(await codeOf(inviteContributor(COMMAND_LINE, input))).toBe("invalid");
  });
});

describe("the last admin", () => {
  const LAST = /last admin who can sign in/;

  it("can be neither demoted nor suspended", async () => {
    const admin = await person("Admin", "admin");
    const away = await person("Away", "admin");
    await suspendContributor(admin, { contributorId: away.id });
    await expect(changeRole(admin, { contributorId: admin.id, role: "editor" })).rejects.toThrow(LAST);
    await expect(suspendContributor(COMMAND_LINE, { contributorId: admin.id })).rejects.toThrow(LAST);
    expect(await codeOf(suspendContributor(admin, { contributorId: admin.id }))).toBe("invalid");
    expect(await db().auditEvent.count({ where: { targetId: admin.id } })).toBe(0);
  });

  it("stays when two admins demote or suspend each other at once, 20 times", async () => {
    for (let round = 0; round < 20; round++) {
      await db().$executeRaw`TRUNCATE "Contributor", "AuditEvent" CASCADE`;
      const one = await person("One", "admin");
      const two = await person("Two", "admin");
      const results = await Promise.all([
        codeOf(changeRole(one, { contributorId: two.id, role: "editor" })),
        codeOf(
          round % 2
            ? suspendContributor(two, { contributorId: one.id })
            : changeRole(two, { contributorId: one.id, role: "editor" }),
        ),
      ]);
      expect(results.sort()).toEqual(["done", "invalid"]);
      expect(await db().contributor.count({ where: { role: "admin", suspendedAt: null } })).toBe(1);
    }
  });
});

describe("a change acts on the next request", () => {
  it("of role, of suspension, and of a session version", async () => {
    const admin = await person("Admin", "admin");
    const editor = await person("Editor", "editor");
    expect(await findActor(editor.id, 1, SESSION)).toEqual(editor);
    await changeRole(admin, { contributorId: editor.id, role: "contributor" });
    expect((await findActor(editor.id, 1, SESSION))?.role).toBe("contributor");
    await suspendContributor(admin, { contributorId: editor.id });
    expect(await findActor(editor.id, 1, SESSION)).toBeNull();
    expect(await findActor(editor.id, 2, SESSION)).toBeNull();
    await reinstateContributor(admin, { contributorId: editor.id });
    expect(await findActor(editor.id, 1, SESSION)).toBeNull();
    expect(await findActor(editor.id, 2, SESSION)).toBeNull();
    expect((await findActor(editor.id, 3, SESSION))?.role).toBe("contributor");
    expect(await findActor("0190a000-0000-7000-8000-000000000000", 1, SESSION)).toBeNull();
  });

  it("but giving the role that someone has is none", async () => {
    const editor = await person("Editor", "editor");
    expect(await changeRole(COMMAND_LINE, { contributorId: editor.id, role: "editor", version: 1 })).toEqual({
      version: 1,
    });
    expect(await db().auditEvent.count({ where: { targetId: editor.id } })).toBe(0);
  });

  it("and a stale screen is told", async () => {
    const editor = await person("Editor", "editor");
    await changeRole(COMMAND_LINE, { contributorId: editor.id, role: "contributor", version: 1 });
    const stale = changeRole(COMMAND_LINE, { contributorId: editor.id, role: "admin", version: 1 });
    await expect(stale).rejects.toMatchObject({
      code: "conflict",
      details: { role: "contributor", version: 2 },
    });
  });
});

it("lists people with their state, for every role", async () => {
  const admin = await person("Admin", "admin");
  const { contributorId } = await inviteContributor(admin, {
    email: "b@example.org",
    name: "Bea",
    role: "editor",
  });
  const cay = await person("Cay", "contributor");
  await suspendContributor(admin, { contributorId: cay.id });
  for (const role of ROLES) {
    const lines = await listContributors({ ...admin, role });
    expect(lines.map((line) => [line.name, line.state])).toEqual([
      ["Admin", "invited"],
      ["Bea", "invited"],
      ["Cay", "suspended"],
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/passwordHash|sessionVersion|tokenHash/);
    expect(lines[1]?.id).toBe(contributorId);
  }
  expect(await getOwnAccount(admin)).toMatchObject({ hasPassword: false, asksCurrentPassword: false });
  expect(await codeOf(getOwnAccount(COMMAND_LINE))).toBe("not-found");
});

describe("the first admin", () => {
  const siteUrl = "http://localhost:3000";

  it("is made once, also by instances that start together, and gets a fresh link until someone signs in", async () => {
    const made = await Promise.all([1, 2, 3].map(() => ensureFirstAdmin({ siteUrl })));
    expect(await db().contributor.count()).toBe(1);
    for (const one of made) expect(one?.link).toMatch(/^http:\/\/localhost:3000\/sign-in\/link\/[\w-]{43}$/);
    expect(await ensureFirstAdmin({ siteUrl })).not.toBeNull();
    await db().signInLink.updateMany({ data: { usedAt: new Date() } });
    expect(await ensureFirstAdmin({ siteUrl })).toBeNull();
  });

  it("is not made beside another admin, but is beside people without one", async () => {
    await inviteContributor(COMMAND_LINE, { email: "ed@example.org", name: "Ed", role: "editor" });
    expect(await ensureFirstAdmin({ siteUrl })).not.toBeNull();
    await db().$executeRaw`TRUNCATE "Contributor" CASCADE`;
    await inviteContributor(COMMAND_LINE, { email: "ada@example.org", name: "Ada", role: "admin" });
    expect(await ensureFirstAdmin({ siteUrl })).toBeNull();
  });
});
