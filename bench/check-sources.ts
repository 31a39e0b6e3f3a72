// What the daily check finds of 1,000 sources on 40 hosts of this machine, by two worker processes, one of which is killed
// in the middle: `npx tsx bench/check-sources.ts [sources]`. Prints states found against states that are right, the most
// requests at one host at once, and the time.
import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { db } from "@/lib/db";
import { canonicalUrl } from "@/lib/sources/canonical-url";
import { queueDueSources } from "@/lib/sources/due";
import { makeIssue, makeStory } from "@/prisma/factories";
import { prepareLeaving } from "../scripts/leaving.ts";
import { ensureDatabase } from "../scripts/postgres/start.ts";
import { migrate } from "../scripts/prisma.ts";
import { TSX } from "../scripts/processes.ts";
import { throwAwayFolder, throwAwayPostgres } from "../scripts/throw-away.ts";
import { FATES, fateOf, hostOf, QUOTED, SOURCES, startWeb } from "./check/web.ts";

const count = Number(process.argv[2] ?? SOURCES);
const leaving = prepareLeaving();
const workers = new Set<ChildProcess>();

function startWorker(port: number): ChildProcess {
  const worker = spawn(process.execPath, [...TSX, "bench/check/worker.ts", String(port)], {
    stdio: ["ignore", "ignore", "inherit"],
    env: process.env,
  });
  workers.add(worker);
  worker.once("close", () => workers.delete(worker));
  return worker;
}

const checked = (since: Date) => db().source.count({ where: { checkedAt: { gte: since } } });

/** Waits until as many are checked; says how it goes. */
async function until(wanted: number, since: Date, what: string): Promise<void> {
  for (let done = 0, said = 0; done < wanted; await sleep(250)) {
    done = await checked(since);
    if (done - said < wanted / 5) continue;
    said = done;
    process.stderr.write(`  ${what}: ${done} of ${count}\n`);
  }
}

async function fill(port: number): Promise<void> {
  const issue = await makeIssue(db(), { sections: [{ stories: [] }] });
  const sectionId = issue.sections[0]?.id ?? "";
  for (let number = 0; number < count; number++) {
    const url = `http://${hostOf(number)}:${port}/${fateOf(number).fate}/${number}`;
    const { id } = await db().source.create({
      data: {
        url,
        canonicalUrl: canonicalUrl(url),
        title: url,
        nextCheckAt: new Date(),
        metadataOrigin: { title: "address" },
      },
    });
    await makeStory(db(), { sources: [{ existing: id }], place: { sectionId, position: number + 1 } });
  }
}

/** Every source with a text has a claim that rests on a passage of it. */
async function addEvidence(): Promise<void> {
  const links = await db().storySource.findMany({ include: { source: { include: { snapshots: true } } } });
  for (const { storyId, source } of links) {
    const snapshot = source.snapshots.find((one) => one.extractedText !== null);
    const start = snapshot?.extractedText?.indexOf(QUOTED) ?? -1;
    if (!snapshot || start < 0) throw new Error(`There is no passage in ${source.url}.`);
    const claim = await db().claim.create({ data: { storyId, text: QUOTED } });
    await db().evidence.create({
      data: {
        ...{ claimId: claim.id, snapshotId: snapshot.id, exact: QUOTED, prefix: "", suffix: "" },
        ...{ matchStatus: "verified", start, end: start + QUOTED.length, position: 1 },
      },
    });
  }
}

async function report(
  since: Date,
  started: number,
  web: Awaited<ReturnType<typeof startWeb>>,
): Promise<boolean> {
  const sources = await db().source.findMany({ select: { url: true, state: true } });
  const rows = [...new Set(FATES.map(({ fate }) => fate))].map((fate) => {
    const those = sources.filter(({ url }) => url?.includes(`/${fate}/`));
    const state = FATES.find((each) => each.fate === fate)?.state;
    return { fate, sources: those.length, state, right: those.filter((each) => each.state === state).length };
  });
  console.table(rows);
  const right = rows.reduce((sum, row) => sum + row.right, 0);
  const tasks = await db().task.groupBy({ by: ["kind"], _count: true, where: { endedAt: null } });
  const seconds = (performance.now() - started) / 1_000;
  console.log(`States right: ${right} of ${count}.`);
  console.log(`Open tasks: ${tasks.map((one) => `${one.kind} ${one._count}`).join(", ")}.`);
  console.log(
    `Most requests at one host at once: ${web.mostAtOnce()} (limit 1), of ${web.requests()} requests.`,
  );
  console.log(
    `Checked since ${since.toISOString()}: ${await checked(since)}; ${seconds.toFixed(1)} s, ${(count / seconds).toFixed(1)} a second.`,
  );
  return right === count && web.mostAtOnce() === 1;
}

const postgres = await throwAwayPostgres(await throwAwayFolder(leaving), leaving);
await ensureDatabase(postgres, "plumbline_check");
process.env.DATABASE_URL = postgres.url("plumbline_check");
process.env.PLUMBLINE_URL = "https://digest.example";
process.env.NEXTAUTH_SECRET = "a secret of the measurement, thirty-two characters";
await migrate(process.env.DATABASE_URL);
leaving.add(() => {
  for (const worker of workers) worker.kill("SIGKILL");
});
const web = await startWeb();
leaving.add(() => web.server.stop());
await fill(web.server.port);

let since = new Date();
startWorker(web.server.port);
startWorker(web.server.port);
await queueDueSources(new Date());
await until(count, since, "first reading");
await addEvidence();

web.change();
for (const worker of workers) worker.kill("SIGKILL"); // with nothing in hand; the rules of sites at hand go with them
await db().source.updateMany({ data: { nextCheckAt: new Date() } });
since = new Date();
const started = performance.now();
const victim = startWorker(web.server.port);
startWorker(web.server.port);
await queueDueSources(new Date());
await until(count * 0.4, since, "check");
victim.kill("SIGKILL");
process.stderr.write("  one worker killed, another one started\n");
startWorker(web.server.port);
await until(count, since, "check");
const ok = await report(since, started, web);
await db().$disconnect();
await leaving.leave(ok ? 0 : 1);
