import { type Browser, type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import { encode } from "next-auth/jwt";
import { wakeful } from "@/e2e/awake";
import { connect } from "@/lib/db";
import type { PrismaClient } from "@/lib/generated/prisma/client";
import type { Role } from "@/lib/policy";
import { makeContributor, makeIssue } from "@/prisma/factories";

interface Signed {
  page: Page;
  name: string;
  email: string;
  contributorId: string;
}

interface Fixtures {
  /**
   * A new person in a browser of their own, signed in, before an empty page. They come with the cookie that signing in gives: how
   * one gets it is what contributors.spec.ts is about.
   */
  signInAs(role: Role, options?: Parameters<Browser["newContext"]>[0]): Promise<Signed>;
  /** A draft issue, straight in the database. */
  insertIssue(given?: Parameters<typeof makeIssue>[1]): ReturnType<typeof makeIssue>;
}

interface WorkerFixtures {
  database: PrismaClient;
}

async function signIn(context: BrowserContext, database: PrismaClient, role: Role, siteUrl: string) {
  const person = await makeContributor(database, {
    role,
    name: `${role} ${crypto.randomUUID().slice(0, 4)}`,
  });
  const token = { sub: person.id, sessionVersion: person.sessionVersion, sid: crypto.randomUUID() };
  const value = await encode({ token, secret: process.env.NEXTAUTH_SECRET ?? "" });
  await context.addCookies([
    { name: "next-auth.session-token", value, url: siteUrl, httpOnly: true, sameSite: "Lax" },
  ]);
  const page = wakeful(await context.newPage());
  return { page, name: person.name, email: person.email, contributorId: person.id };
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  database: [
    async ({ browserName: _ }, use) => {
      const database = connect(process.env.DATABASE_URL ?? "");
      await use(database);
      await database.$disconnect();
    },
    { scope: "worker" },
  ],
  // Wrong passwords are counted by network address too: each test comes from one of its own, as through a proxy.
  extraHTTPHeaders: async ({ browserName: _ }, use) => {
    const numbers = crypto.getRandomValues(new Uint8Array(3));
    await use({ "X-Forwarded-For": `10.${numbers.join(".")}` });
  },
  signInAs: async ({ browser, database, baseURL }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (role, options) => {
      const context = await browser.newContext({ baseURL, ...options });
      contexts.push(context);
      return signIn(context, database, role, baseURL ?? "");
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
  insertIssue: async ({ database }, use) => {
    await use((given) => makeIssue(database, given));
  },
});

export { expect };
