// npm start and npm run dev: everything from an installed checkout to a served app. Each step says what it does.
import { existsSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { buildApp, buildAssets, buildIsCurrent, DIST } from "./app-build.ts";
import { type Database, fillAside, isEmpty, openDatabase } from "./database.ts";
import { Failure, printFailure } from "./failure.ts";
import { type Leaving, prepareLeaving } from "./leaving.ts";
import { ROOT } from "./places.mjs";
import { generateClient, migrate, withoutPassword } from "./prisma.ts";
import { isFree, runNode, TSX } from "./processes.ts";
import { markStopping, releaseLock, runningApp, takeLock } from "./running.mjs";
import { readSecret, sessionSecret } from "./secrets.ts";
import { type Served, serve } from "./serve.ts";
import { loadEnvFile, readSettings, type Settings } from "./settings.ts";
import { duration, stepsOn } from "./steps.ts";
import { work } from "./work.ts";

const began = Number(process.env.PLUMBLINE_BEGAN ?? Date.now()); // the installation of the dependencies included
const mode = process.argv.includes("--dev") ? "dev" : "start";
const step = stepsOn(process.stdout);

async function main(leaving: Leaving): Promise<void> {
  loadEnvFile();
  const settings = readSettings();
  await beTheOnlyOne(settings, leaving);
  await step("Database client", generateClient, (made) => (made ? "made" : "up to date"));
  const database = await step("Database", () => openDatabase(settings, leaving), describe);
  await prepare(database, settings);
  const env = appEnvironment(settings, database.url);
  await build();
  const [app, adminLink] = await Promise.all([start(settings, env, leaving), firstAdmin(env)]);
  const jobs = await step(
    "Starting the job worker",
    () => work({ env, log: process.stdout }),
    () => "it works",
  );
  leaving.add(jobs.stop);
  console.log(closingWords(settings, adminLink));
  await app.ended;
  if (!leaving.underway()) console.error("The app ended unexpectedly; its last words are above.");
  await leaving.leave(1);
}

async function start(settings: Settings, env: NodeJS.ProcessEnv, leaving: Leaving): Promise<Served> {
  const work = () => serve({ ...settings, mode, env, log: process.stdout });
  const app = await step("Starting the app", work, () => "it answers");
  leaving.add(app.stop);
  return app;
}

/** One app per data folder and port. One that was killed is no hindrance; one that is just ending is waited for. */
async function beTheOnlyOne(settings: Settings, leaving: Leaving): Promise<void> {
  const { data, port, host, siteUrl: url } = settings;
  let other = runningApp(data);
  for (let waited = 0; other && waited < (other.stopping ? 100 : 8); waited++) {
    await sleep(150);
    other = runningApp(data);
  }
  other = takeLock(data, { url, port });
  if (other) throw new Failure(`Plumbline is already running at ${other.url} (process ${other.pid}).`);
  leaving.add(() => releaseLock(data));
  for (let tries = 0; !(await isFree(port, host)); tries++) {
    if (tries === 20)
      throw new Failure(
        `Port ${port} is in use by another program: stop that, or set PORT to another number.`,
      );
    await sleep(150);
  }
}

function describe({ url, server }: Database): string {
  if (!server) return withoutPassword(url);
  return `${server.startedHere ? "started" : "running already"}, port ${server.port}, in ${path.relative(ROOT, server.folder)}`;
}

/** Tables, and on the embedded database the demo when there is nothing in it yet. */
async function prepare({ url, server }: Database, settings: Settings): Promise<void> {
  const update = (target: string) =>
    step(
      "Migrations",
      () => migrate(target),
      (count) => (count ? `${count} applied` : "up to date"),
    );
  const seed = path.join(ROOT, "prisma", "seed.ts");
  if (!server || !existsSync(seed) || !(await isEmpty(url))) return void (await update(url));
  await fillAside(server, async (draft) => {
    await update(draft);
    await step(
      "Demo",
      () => putInDemo(seed, appEnvironment(settings, draft), signInsFile(settings)),
      () => "put in",
    );
  });
}

async function putInDemo(seed: string, env: NodeJS.ProcessEnv, signIns: string): Promise<void> {
  const own = { PLUMBLINE_DEMO: "1", PLUMBLINE_DEMO_SIGN_INS: signIns };
  const done = await runNode([...TSX, seed], { env: { ...env, ...own } });
  if (done.code !== 0) throw new Failure(`The demo could not be put in:\n${done.output.trim()}`);
}

/** The demo's sign-ins, whose passwords are made for this database, kept for the closing words of the next starts. */
const signInsFile = ({ data }: Settings): string => path.join(data, "demo-sign-ins.json");

function demoSignIns(settings: Settings): string[] {
  const kept = settings.databaseUrl ? null : readSecret(signInsFile(settings));
  const list = z
    .array(z.object({ role: z.string(), email: z.string(), password: z.string() }))
    .safeParse(JSON.parse(kept ?? "[]"));
  return (list.data ?? []).map(
    ({ role, email, password }) => `${role.padEnd(13)}${email.padEnd(25)}${password}`,
  );
}

async function build(): Promise<void> {
  if (mode === "dev") return step("Stylesheets", buildAssets);
  if (buildIsCurrent(DIST))
    return step(
      "Build",
      async () => {},
      () => "up to date",
    );
  await step("Building, which takes a minute", () => buildApp(DIST));
}

function appEnvironment({ siteUrl, data, port }: Settings, databaseUrl: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_ENV: mode === "dev" ? "development" : "production",
    DATABASE_URL: databaseUrl,
    PLUMBLINE_URL: siteUrl,
    NEXTAUTH_URL: siteUrl,
    NEXTAUTH_SECRET: sessionSecret(data),
    PORT: String(port),
  };
}

/** Makes the first admin where there is none; what it prints is the one-time link. */
async function firstAdmin(env: NodeJS.ProcessEnv): Promise<string> {
  const script = path.join(ROOT, "scripts", "first-admin.ts");
  const done = await runNode([...TSX, script], { env });
  if (done.code !== 0) throw new Failure(`The first admin could not be made:\n${done.output.trim()}`);
  return done.stdout.trim();
}

function closingWords(settings: Settings, adminLink: string): string {
  const signIns = demoSignIns(settings);
  const rows = [
    ["Read", settings.siteUrl],
    ["Desk", `${settings.siteUrl}/desk`],
    ...(adminLink ? [["First admin", `${adminLink}  (opens once)`]] : []),
    ...signIns.map((line, i) => [i === 0 ? "Sign in" : "", line]),
    ["Stop", "Ctrl-C"],
  ];
  const lines = rows.map(([name = "", words = ""]) => `  ${name.padEnd(13)}${words}`);
  return `\nPlumbline is up, after ${duration(Date.now() - began)}.\n\n${lines.join("\n")}\n`;
}

const leaving = prepareLeaving(() => {
  console.log("\nStopping …");
  const { data, siteUrl: url, port } = readSettings();
  markStopping(data, { url, port });
  return 0; // being stopped is how it is meant to end
});
try {
  await main(leaving);
} catch (error) {
  if (!leaving.underway()) printFailure(error); // otherwise it is what Ctrl-C cut short
  await leaving.leave(1);
}
