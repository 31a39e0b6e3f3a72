import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { type Browser, type BrowserContext, chromium } from "@playwright/test";
import { storyOn } from "@/e2e/issue-page";
import { account, Writer } from "@/e2e/writer";
import { makeLink } from "@/lib/contributors/links";
import { connect } from "@/lib/db";
import type { PrismaClient } from "@/lib/generated/prisma/client";
import { storedRichText } from "@/lib/rich-text/document";
import { plainText } from "@/lib/rich-text/plain-text";
import { makeContributor, makeIssue, paragraphs } from "@/prisma/factories";
import { buildApp, buildIsCurrent } from "@/scripts/app-build";
import { findChromium } from "@/scripts/chromium";
import { prepareLeaving } from "@/scripts/leaving";
import { ensureDatabase } from "@/scripts/postgres/start";
import { migrate } from "@/scripts/prisma";
import { freePort, signalTree } from "@/scripts/processes";
import { type Served, serve } from "@/scripts/serve";
import { throwAwayFolder, throwAwayPostgres } from "@/scripts/throw-away";

/**
 * Two people in two browsers write into one story of the built app, while connections are cut and the server is killed:
 * `tsx bench/never-lose.ts [edits each] [cuts each] [restarts]`. Prints what became of every word that the server
 * acknowledged, and of every word that was typed; ends with 1 when one of them is nowhere.
 */
const [edits = 500, cuts = 5, restarts = 3] = process.argv.slice(2).map(Number);
const DIST = ".next-test";
const PARAGRAPHS = 30;
const HEADLINE = "Work";

const leaving = prepareLeaving();
const started = performance.now();
const say = (words: string) =>
  console.log(`${((performance.now() - started) / 1000).toFixed(0).padStart(5)} s  ${words}`);

async function startDatabase(): Promise<string> {
  const postgres = await throwAwayPostgres(await throwAwayFolder(leaving), leaving);
  await ensureDatabase(postgres, "plumbline_bench");
  const url = postgres.url("plumbline_bench");
  await migrate(url);
  return url;
}

/** The app on one port, which can be killed and started again. */
class App {
  readonly #env: NodeJS.ProcessEnv;
  readonly #port: number;
  #served: Served | undefined;

  constructor(port: number, env: NodeJS.ProcessEnv) {
    this.#port = port;
    this.#env = env;
  }

  async start(): Promise<void> {
    const log = process.stderr;
    this.#served = await serve({ mode: "start", port: this.#port, host: undefined, env: this.#env, log });
  }

  async kill(): Promise<void> {
    const served = this.#served;
    if (!served) return;
    signalTree(served.child, "SIGKILL");
    await served.ended;
  }
}

interface Desk {
  writer: Writer;
  context: BrowserContext;
  done: number;
}

async function openDesk(
  browser: Browser,
  database: PrismaClient,
  site: string,
  issueId: string,
  name: string,
): Promise<Desk> {
  const context = await browser.newContext({ baseURL: site, viewport: { width: 1280, height: 900 } });
  const { id } = await makeContributor(database, { role: "editor", name });
  const page = await context.newPage();
  await page.goto(
    await makeLink(database, { contributorId: id, purpose: "signIn", madeBy: null, siteUrl: site }),
  );
  await page.getByRole("button", { name: `Sign in as ${name}` }).click();
  await page.waitForURL(/\/desk/);
  await page.goto(`/desk/issues/${issueId}`);
  const writer = new Writer(page, name, storyOn(page, HEADLINE), name.length);
  await writer.text.waitFor();
  return { writer, context, done: 0 };
}

/** Writes until the edits are done; every so often the connection is cut for a few bursts. */
async function work(desk: Desk): Promise<void> {
  let cut = 0;
  while (desk.done < edits) {
    const isCut = cut < cuts && desk.done >= ((cut + 0.5) * edits) / cuts;
    if (isCut) await desk.context.setOffline(true);
    for (let bursts = isCut ? 3 : 1; bursts > 0 && desk.done < edits; bursts -= 1) {
      desk.done += await desk.writer.burst(edits - desk.done);
      // A person stops to think.
      await sleep(400 + (desk.done % 7) * 150);
    }
    if (!isCut) continue;
    await desk.context.setOffline(false);
    cut += 1;
  }
}

/** Kills the server when the two have come so far, and starts it again, while they write on. */
async function disturb(app: App, desks: Desk[]): Promise<void> {
  const progress = () => desks.reduce((sum, desk) => sum + desk.done, 0) / (desks.length * edits);
  for (let turn = 0; turn < restarts; turn += 1) {
    while (progress() < (turn + 1) / (restarts + 1)) await sleep(200);
    await app.kill();
    say(`server killed at ${Math.round(progress() * 100)}% of the edits`);
    await sleep(2_000);
    await app.start();
    say("server is back");
  }
}

async function settle(desks: Desk[]): Promise<void> {
  for (let quiet = 0; quiet < 3; ) {
    const saved = await Promise.all(desks.map(({ writer }) => writer.isSaved()));
    quiet = saved.every(Boolean) ? quiet + 1 : 0;
    await sleep(1_000);
  }
}

async function main(): Promise<number> {
  process.env.NEXTAUTH_SECRET = randomBytes(32).toString("hex");
  process.env.NEXT_DIST_DIR = DIST;
  if (!buildIsCurrent(DIST)) {
    say("building");
    await buildApp(DIST);
  }
  const databaseUrl = await startDatabase();
  const port = await freePort();
  const site = `http://localhost:${port}`;
  const env = { ...process.env, DATABASE_URL: databaseUrl, PLUMBLINE_URL: site, NEXTAUTH_URL: site };
  const app = new App(port, { ...env, NODE_ENV: "production" });
  leaving.add(() => app.kill());
  await app.start();
  const database = connect(databaseUrl);
  leaving.add(() => database.$disconnect());
  const body = paragraphs(
    ...Array.from({ length: PARAGRAPHS }, (_, index) => `Paragraph number ${index + 1} stands here.`),
  );
  const issue = await makeIssue(database, { sections: [{ stories: [{ headline: HEADLINE, body }] }] });
  const browser = await chromium.launch({
    executablePath: await findChromium(say, { whole: true }),
    args: process.getuid?.() === 0 ? ["--no-sandbox", "--disable-dev-shm-usage"] : [],
  });
  leaving.add(() => browser.close());
  const desks = [];
  for (const name of ["ana", "jonas"]) desks.push(await openDesk(browser, database, site, issue.id, name));
  say(`two people, ${edits} edits each, ${cuts} cuts each, ${restarts} restarts`);
  await Promise.all([disturb(app, desks), ...desks.map(work)]);
  say("all is typed");
  await settle(desks);
  const story = await database.story.findUniqueOrThrow({ where: { id: issue.stories[0]?.id ?? "" } });
  return report(desks, plainText(storedRichText(story.body)));
}

function report(desks: Desk[], text: string): number {
  const writers = desks.map(({ writer }) => writer);
  let lost = 0;
  for (const writer of writers) {
    const all = account(writer, writers, text);
    lost += all.lost.length;
    say(
      `${all.typed} typed, ${all.acknowledged} acknowledged: ${all.inText} in the text, ` +
        `${all.inConflict} only in a conflict that was shown, ${all.lost.length} lost; ${writer.conflicts} conflicts decided`,
    );
    for (const word of all.lost) say(`lost: ${word}`);
  }
  say(lost === 0 ? "No word was lost." : `${lost} words were lost.`);
  return lost === 0 ? 0 : 1;
}

const code = await main().catch((error: unknown) => {
  console.error(error);
  return 1;
});
await leaving.leave(code);
