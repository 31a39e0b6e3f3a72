import { beforeAll, describe, expect, it, vi } from "vitest";
import {
  inviteContributor,
  makeSignInLink,
  reinstateContributor,
  suspendContributor,
} from "@/lib/contributors/commands";
import { makeLink, readLink, redeemLink } from "@/lib/contributors/links";
import { listContributors } from "@/lib/contributors/queries";
import { db } from "@/lib/db";
import { COMMAND_LINE } from "@/lib/policy";
import { useFreshDatabase } from "@/prisma/test-database";

useFreshDatabase();

beforeAll(() => {
  vi.stubEnv("PLUMBLINE_URL", "https://digest.example");
  vi.stubEnv("NEXTAUTH_SECRET", "a secret of more than thirty-two characters");
});

const tokenOf = (link: string) => link.split("/").at(-1) ?? "";
let people = 0;

async function invited() {
  const email = `person${++people}@example.org`;
  const { contributorId, link } = await inviteContributor(COMMAND_LINE, {
    email,
    name: `Person ${people}`,
    role: "editor",
  });
  return { contributorId, token: tokenOf(link), email };
}

describe("a one-time link", () => {
  it("signs in once of 50 parallel tries", async () => {
    const { contributorId, token } = await invited();
    const answers = await Promise.all(Array.from({ length: 50 }, () => redeemLink(token)));
    expect(answers.filter(Boolean)).toEqual([{ contributorId, sessionVersion: 1 }]);
    expect(
      await db().auditEvent.count({ where: { actorId: contributorId, action: "contributor.sign-in" } }),
    ).toBe(1);
    expect(await readLink(token)).toEqual({ state: "used" });
    expect(await redeemLink(token)).toBeNull();
    const line = (await listContributors(COMMAND_LINE)).find((one) => one.id === contributorId);
    expect(line?.state).toBe("active");
  });

  it("is not used up by looking at it", async () => {
    const { token, email } = await invited();
    for (let look = 0; look < 20; look++)
      expect(await readLink(token)).toMatchObject({
        state: "valid",
        purpose: "invite",
        email,
        hasPassword: false,
      });
    expect(await redeemLink(token)).not.toBeNull();
  });

  it("expires: an invitation after 7 days, a sign-in link after 24 hours", async () => {
    const { contributorId, token } = await invited();
    const { link } = await makeSignInLink(COMMAND_LINE, { contributorId });
    expect(await readLink(token)).toEqual({ state: "unknown" });
    const [kept] = await db().signInLink.findMany({ where: { contributorId } });
    expect((kept?.expiresAt.getTime() ?? 0) - Date.now()).toBeCloseTo(24 * 3_600_000, -5);
    await db().signInLink.updateMany({
      where: { contributorId },
      data: { expiresAt: new Date(Date.now() - 1) },
    });
    expect(await readLink(tokenOf(link))).toEqual({ state: "expired" });
    expect(await redeemLink(tokenOf(link))).toBeNull();
    const made = await makeLink(db(), {
      contributorId,
      purpose: "invite",
      madeBy: null,
      siteUrl: "https://digest.example",
    });
    const invite = await db().signInLink.findFirstOrThrow({
      where: { contributorId },
      orderBy: { createdAt: "desc" },
    });
    expect(invite.expiresAt.getTime() - Date.now()).toBeCloseTo(7 * 24 * 3_600_000, -5);
    expect(made).not.toContain(invite.tokenHash);
  });

  it("is dead for someone suspended", async () => {
    const { contributorId } = await invited();
    const { link } = await makeSignInLink(COMMAND_LINE, { contributorId });
    await db().contributor.update({ where: { id: contributorId }, data: { suspendedAt: new Date() } });
    expect(await redeemLink(tokenOf(link))).toBeNull();
    expect(await readLink(tokenOf(link))).toEqual({ state: "unknown" });
    await expect(makeSignInLink(COMMAND_LINE, { contributorId })).rejects.toMatchObject({ code: "invalid" });
    await suspendContributor(COMMAND_LINE, { contributorId });
  });

  it("is good again after an undone suspension when it is an invitation, and dead when it is a sign-in link", async () => {
    const { contributorId, token } = await invited();
    await suspendContributor(COMMAND_LINE, { contributorId });
    expect(await readLink(token)).toEqual({ state: "unknown" });
    expect(await redeemLink(token)).toBeNull();
    await reinstateContributor(COMMAND_LINE, { contributorId });
    expect(await redeemLink(token)).toMatchObject({ contributorId, sessionVersion: 3 });
    const { link } = await makeSignInLink(COMMAND_LINE, { contributorId });
    await suspendContributor(COMMAND_LINE, { contributorId });
    await reinstateContributor(COMMAND_LINE, { contributorId });
    expect(await redeemLink(tokenOf(link))).toBeNull();
  });

  it.each(["", "abc", "x".repeat(43), "' OR 1=1 --", "../../desk"])("unknown: %j", async (token) => {
    expect(await readLink(token)).toEqual({ state: "unknown" });
    expect(await redeemLink(token)).toBeNull();
  });
});
