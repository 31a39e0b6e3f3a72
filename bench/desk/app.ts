import { randomBytes } from "node:crypto";
import { type Browser, type BrowserContext, chromium } from "@playwright/test";
import { makeLink } from "@/lib/contributors/links";
import { connect } from "@/lib/db";
import type { PrismaClient } from "@/lib/generated/prisma/client";
import { makeContributor } from "@/prisma/factories";
import { buildApp, buildIsCurrent, DIST } from "../../scripts/app-build.ts";
import { findChromium } from "../../scripts/chromium.ts";
import type { Leaving } from "../../scripts/leaving.ts";
import { ensureDatabase } from "../../scripts/postgres/start.ts";
import { migrate } from "../../scripts/prisma.ts";
import { freePort } from "../../scripts/processes.ts";
import { serve } from "../../scripts/serve.ts";
import { throwAwayFolder, throwAwayPostgres } from "../../scripts/throw-away.ts";

export interface App {
  siteUrl: string;
  database: PrismaClient;
}

type Say = (words: string) => void;

/** The app to measure: the one that PLUMBLINE_URL and DATABASE_URL name, or the built one on a throw-away database. */
export async function openApp(leaving: Leaving, say: Say): Promise<App> {
  const { PLUMBLINE_URL: given, DATABASE_URL: url } = process.env;
  if (given && url) return { siteUrl: given, database: connected(leaving, url) };
  if (!buildIsCurrent(DIST)) {
    say("building the app");
    await buildApp(DIST);
  }
  say("starting a throw-away database");
  const postgres = await throwAwayPostgres(await throwAwayFolder(leaving), leaving);
  await ensureDatabase(postgres, "plumbline_bench");
  const databaseUrl = postgres.url("plumbline_bench");
  await migrate(databaseUrl);
  const port = await freePort();
  const siteUrl = `http://localhost:${port}`;
  say("starting the app");
  const app = await serve({
    mode: "start",
    port,
    host: undefined,
    env: {
      ...process.env,
      NODE_ENV: "production",
      DATABASE_URL: databaseUrl,
      PLUMBLINE_URL: siteUrl,
      NEXTAUTH_URL: siteUrl,
      NEXTAUTH_SECRET: randomBytes(32).toString("hex"),
    },
    log: process.stderr,
  });
  leaving.add(app.stop);
  return { siteUrl, database: connected(leaving, databaseUrl) };
}

function connected(leaving: Leaving, url: string): PrismaClient {
  const database = connect(url);
  leaving.add(() => database.$disconnect());
  return database;
}

/** A browser as a person has it: in a window of a usual size, with nothing slowed down or left out. */
export async function openBrowser(leaving: Leaving, say: Say): Promise<Browser> {
  const asRoot = process.getuid?.() === 0;
  const browser = await chromium.launch({
    executablePath: await findChromium(say, { whole: true }),
    args: ["--enable-precise-memory-info", ...(asRoot ? ["--no-sandbox", "--disable-dev-shm-usage"] : [])],
  });
  leaving.add(() => browser.close());
  return browser;
}

/** An editor of their own, signed in. */
export async function signIn(browser: Browser, { siteUrl, database }: App): Promise<BrowserContext> {
  const person = await makeContributor(database, { role: "editor", name: "Bench Editor" });
  const context = await browser.newContext({ baseURL: siteUrl, viewport: { width: 1440, height: 900 } });
  // tsx gives functions their names by a helper of its own, which those that run in the page would miss there.
  await context.addInitScript("globalThis.__name = (named) => named");
  context.setDefaultTimeout(120_000);
  const page = await context.newPage();
  const link = { contributorId: person.id, purpose: "signIn", madeBy: null, siteUrl } as const;
  await page.goto(await makeLink(database, link));
  await page.getByRole("button", { name: "Sign in as Bench Editor" }).click();
  await page.waitForURL(/\/desk/);
  await page.close();
  return context;
}
