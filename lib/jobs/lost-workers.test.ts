import { afterEach, beforeEach, expect, it } from "vitest";
import { db } from "@/lib/db";
import { enqueue } from "@/lib/jobs/enqueue";
import { LivingWorkers } from "@/lib/jobs/lost-workers";
import { useFreshDatabase } from "@/prisma/test-database";

useFreshDatabase();

let mine: LivingWorkers;
let other: LivingWorkers;
beforeEach(async () => {
  const open = () => LivingWorkers.open(process.env.DATABASE_URL ?? "", () => undefined);
  [mine, other] = [await open(), await open()];
});
afterEach(async () => {
  await mine.close();
  await other.close();
});

const sourceId = "01890000-0000-7000-8000-000000000001";

/** A job that a worker has in hand, in a queue of its host. */
async function jobOf(workerId: string): Promise<void> {
  await enqueue(db(), "check-source", { sourceId }, { queue: "host example.org", key: workerId });
  await db().$executeRaw`
    UPDATE graphile_worker._private_jobs SET locked_by = ${workerId}, locked_at = now() WHERE key = ${workerId}`;
}

async function lockedBy(): Promise<(string | null)[]> {
  const rows = await db().$queryRaw<{ by: string | null }[]>`
    SELECT locked_by AS "by" FROM graphile_worker.jobs ORDER BY id`;
  return rows.map((row) => row.by);
}

it("lets go of a killed worker's jobs, and of nobody else's", async () => {
  await mine.show("worker-mine");
  await other.show("worker-other");
  for (const id of ["worker-mine", "worker-other", "worker-killed"]) await jobOf(id);
  expect(await mine.releaseLost()).toEqual(["worker-killed"]);
  expect(await lockedBy()).toEqual(["worker-mine", "worker-other", null]);
  // A connection that ends, however it ends, takes the proof of life with it.
  await other.close();
  await expect.poll(() => mine.releaseLost()).toEqual(["worker-other"]);
  expect(await lockedBy()).toEqual(["worker-mine", null, null]);
});

it("keeps one job for each key, and none of a transaction that failed", async () => {
  await db().$executeRaw`TRUNCATE graphile_worker._private_jobs`;
  await enqueue(db(), "fetch-source", { sourceId }, { key: "one" });
  await enqueue(db(), "fetch-source", { sourceId }, { key: "one" });
  const failing = db().$transaction(async (tx) => {
    await enqueue(tx, "fetch-source", { sourceId }, { key: "two" });
    throw new Error("no");
  });
  await expect(failing).rejects.toThrow("no");
  expect(await lockedBy()).toEqual([null]);
});
