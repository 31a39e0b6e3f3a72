// npm test: everything that says whether the project is sound, on a Postgres and in a build of its own. The last line is
// the result. `unit` and `e2e` as first argument run that part alone, further arguments go to its runner.
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { buildApp, buildAssets, buildIsCurrent } from "./app-build.ts";
import { findChromium } from "./chromium.ts";
import { Failure, printFailure } from "./failure.ts";
import { prepareLeaving } from "./leaving.ts";
import { ensureDatabase, type Postgres } from "./postgres/start.ts";
import { generateClient, migrate, prismaEnvironment } from "./prisma.ts";
import { freePort, inModules, runNode } from "./processes.ts";
import { serve } from "./serve.ts";
import { duration } from "./steps.ts";
import { honest, sum, type Tally, tallyPlaywright, tallyVitest } from "./tally.ts";
import { throwAwayFolder, throwAwayPostgres } from "./throw-away.ts";
import { work } from "./work.ts";

const DIST = ".next-test";
const PASSED: Tally = { passed: 1, failed: 0, skipped: 0 };
const FAILED: Tally = { passed: 0, failed: 1, skipped: 0 };

const [only, ...rest] = process.argv.slice(2);
const leaving = prepareLeaving(() => {
  console.log("\nStopping …");
  return undefined;
});
const say = (words: string) => console.log(words);
const results: Tally[] = [];
let built = false;

/** Runs one part, says how it went and how long it took, and counts it. */
async function part(title: string, work: () => Promise<Tally>): Promise<void> {
  say(`\n▸ ${title}`);
  const started = performance.now();
  const tally = await work().catch((error) => {
    if (!leaving.underway()) printFailure(error);
    return FAILED;
  });
  if (leaving.underway()) await leaving.leave(130);
  results.push(tally);
  const counts = [
    `${tally.passed} passed`,
    `${tally.failed} failed`,
    tally.skipped ? `${tally.skipped} skipped` : "",
  ];
  say(`  ${title}: ${counts.filter(Boolean).join(", ")} (${duration(performance.now() - started)})`);
}

/** Something that the parts stand on; without it, they fail. */
async function ground<T>(title: string, work: () => Promise<T>): Promise<T | undefined> {
  const started = performance.now();
  try {
    const value = await work();
    say(`  ${title} (${duration(performance.now() - started)})`);
    return value;
  } catch (error) {
    if (!leaving.underway()) printFailure(error);
    return undefined;
  }
}

/** What a developer has set for their own app must not reach the tests. */
function cleanEnvironment(): void {
  for (const name of Object.keys(process.env))
    if (
      /^(PG[A-Z]+|NODE_ENV|DATABASE_URL|NEXTAUTH_.*|NEXT_.*|PORT|HOST|PLUMBLINE_(?!CHROMIUM).*)$/.test(name)
    )
      delete process.env[name];
  process.env.NEXTAUTH_SECRET = randomBytes(32).toString("hex");
  process.env.NEXT_TELEMETRY_DISABLED = "1";
  process.env.NEXT_DIST_DIR = DIST;
}

async function succeeds(args: string[]): Promise<boolean> {
  const done = await runNode(args, { show: process.stdout });
  return done.code === 0;
}

async function typeCheck(): Promise<Tally> {
  // The types of the routes and of stylesheets are made by Next; without them a fresh clone does not type-check.
  const types = await runNode([inModules("next", "dist", "bin", "next"), "typegen"]);
  if (types.code !== 0) throw new Failure(types.output.trim());
  return (await succeeds([inModules("typescript", "bin", "tsc"), "--noEmit", "--incremental", "false"]))
    ? PASSED
    : FAILED;
}

async function lint(): Promise<Tally> {
  return (await succeeds([
    inModules("@biomejs", "biome", "bin", "biome"),
    "check",
    "--diagnostic-level=warn",
    ".",
  ]))
    ? PASSED
    : FAILED;
}

async function unit(folder: string, postgres: Postgres | undefined): Promise<Tally> {
  if (!postgres) throw new Failure("The unit tests need a database.");
  const url = postgres.url("postgres");
  const report = path.join(folder, "unit.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const done = await runNode(
    [inModules("vitest", "vitest.mjs"), "run", ...reporters, ...(only ? rest : [])],
    {
      show: process.stdout,
      env: { ...process.env, ...prismaEnvironment(url) },
    },
  );
  return honest(tallyVitest(readReport(report)), done.code);
}

async function build(): Promise<Tally> {
  if (only === undefined || !buildIsCurrent(DIST)) await buildApp(DIST);
  built = true;
  return PASSED;
}

async function e2e(folder: string, postgres: Postgres | undefined): Promise<Tally> {
  if (!postgres) throw new Failure("The end-to-end tests need a database.");
  if (!built) throw new Failure("The end-to-end tests need a build.");
  const chromium = await findChromium((words) => say(`  ${words} …`));
  await ensureDatabase(postgres, "plumbline_e2e");
  const databaseUrl = postgres.url("plumbline_e2e");
  await migrate(databaseUrl);
  const port = await freePort();
  const siteUrl = `http://localhost:${port}`;
  const report = path.join(folder, "e2e.json");
  const env = { ...process.env, DATABASE_URL: databaseUrl, PLUMBLINE_URL: siteUrl, NEXTAUTH_URL: siteUrl };
  // The sites that are fetched from are this machine's own servers.
  const loopback = { PLUMBLINE_TEST_RUN: "1", PLUMBLINE_ALLOW_LOOPBACK_FETCH: "1" };
  const served: NodeJS.ProcessEnv = { ...env, ...loopback, NODE_ENV: "production" };
  const app = await serve({ mode: "start", port, host: undefined, env: served, log: process.stdout });
  leaving.add(app.stop);
  const jobs = await work({ env: served, log: process.stdout });
  leaving.add(jobs.stop);
  try {
    const done = await runNode([inModules("@playwright", "test", "cli.js"), "test", ...(only ? rest : [])], {
      show: process.stdout,
      env: { ...env, PLUMBLINE_CHROMIUM: chromium, PLUMBLINE_E2E_REPORT: report },
    });
    return honest(tallyPlaywright(readReport(report)), done.code);
  } finally {
    await jobs.stop();
    await app.stop();
  }
}

function readReport(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    throw new Failure("The tests ended without a report; what they said is above.");
  }
}

async function main(): Promise<void> {
  const started = performance.now();
  cleanEnvironment();
  const folder = await throwAwayFolder(leaving);
  await ground("Database client", generateClient);
  await ground("Stylesheets and fonts", buildAssets);
  const postgres = await ground("Throw-away database", () => throwAwayPostgres(folder, leaving));
  if (only === undefined) {
    await part("Type check", typeCheck);
    await part("Lint", lint);
  }
  if (only !== "e2e") await part("Unit and integration tests", () => unit(folder, postgres));
  if (only !== "unit") {
    await part("Production build", build);
    await part("End-to-end tests", () => e2e(folder, postgres));
  }
  say(`\nAll of it took ${duration(performance.now() - started)}.`);
}

try {
  if (only !== undefined && only !== "unit" && only !== "e2e")
    throw new Failure(`npm test takes "unit" or "e2e" or nothing, not "${only}".`);
  await main();
} catch (error) {
  printFailure(error);
  results.push(FAILED);
}
const { passed, failed } = sum(results);
await leaving.leave(failed > 0 ? 1 : 0, `${passed} passed, ${failed} failed`);
