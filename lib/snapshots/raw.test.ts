import { createHash } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { type Db, db, transaction } from "@/lib/db";
import { environmentOf, startS3 } from "@/lib/images/test-s3";
import { COMMAND_LINE } from "@/lib/policy";
import { textHash } from "@/lib/snapshots/keep";
import { holdRaw, keepRaw, pruneRaw, readRaw } from "@/lib/snapshots/raw";
import { getSource } from "@/lib/sources/overview";
import { makeSnapshot, makeSource } from "@/prisma/factories";
import { useFreshDatabase } from "@/prisma/test-database";

useFreshDatabase();

const BYTES = new TextEncoder().encode("<p>What the server sent.</p>");
const SHA256 = createHash("sha256").update(BYTES).digest("hex");
const LONG_AGO = new Date("2025-01-01T00:00:00Z");

let s3: Awaited<ReturnType<typeof startS3>>;
beforeAll(async () => {
  s3 = await startS3();
  const setting = await import("@/lib/env");
  const settings = setting.parseEnv({ ...environmentOf(s3.settings), SNAPSHOT_STORE: "s3" });
  vi.spyOn(setting, "env").mockReturnValue(settings);
});
afterAll(() => s3.stop());
beforeEach(() => s3.objects.clear());

/** A snapshot of these bytes, of a source of its own. */
async function snapshot(tx: Db, fetchedAt: Date): Promise<string> {
  const { id: sourceId } = await makeSource(tx, {});
  const kept = await keepRaw(BYTES, SHA256);
  const data = {
    sourceId,
    origin: "fetched",
    fetchedAt,
    extractedText: "It says.",
    textSha256: textHash("It says."),
    rawSha256: SHA256,
  } as const;
  return (await tx.sourceSnapshot.create({ data: { ...data, ...kept } })).id;
}

const prune = () => pruneRaw(new Date("2025-02-01T00:00:00Z"), new Date());
const waits = async () => {
  const [row] = await db().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM pg_locks WHERE "locktype" = 'advisory' AND NOT "granted"`;
  return row?.count;
};

it("removes bytes from their store once no snapshot has them, and does not mind if they are gone", async () => {
  const old = await snapshot(db(), LONG_AGO);
  const young = await snapshot(db(), new Date());
  expect(await prune()).toBe(1);
  expect(await readRaw(old)).toBeNull();
  expect(await readRaw(young)).toEqual(BYTES);
  await snapshot(db(), LONG_AGO);
  expect(await pruneRaw(new Date(Date.now() + 1_000), new Date())).toBe(2);
  expect(s3.objects.size).toBe(0);
  await snapshot(db(), LONG_AGO);
  s3.objects.clear();
  expect(await prune()).toBe(1);
});

it("keeps bytes that a new snapshot has while an old one gives them up", async () => {
  await snapshot(db(), LONG_AGO);
  let pruning: Promise<number> | null = null;
  const young = await transaction(async (tx) => {
    await keepRaw(BYTES, SHA256);
    await holdRaw(tx, BYTES, SHA256);
    pruning = prune();
    await expect.poll(waits).toBe(1);
    return snapshot(tx, new Date());
  });
  expect(await pruning).toBe(1);
  expect(await readRaw(young)).toEqual(BYTES);
});

it("puts bytes again that were given up after they were put and before anything named them", async () => {
  await snapshot(db(), LONG_AGO);
  await keepRaw(BYTES, SHA256);
  await prune();
  await transaction((tx) => holdRaw(tx, BYTES, SHA256));
  expect(s3.objects.size).toBe(1);
});

it("a text takes less room than it has characters", async () => {
  const words = "harbour berth ferry quay council minutes winter fee hour pilot cable engine".split(" ");
  const text = Array.from({ length: 4_000 }, (_, n) => words[(n * n + 7 * n) % words.length]).join(" ");
  const { id: sourceId } = await makeSource(db(), {});
  await makeSnapshot(db(), { sourceId, text });
  const [line] = (await getSource(COMMAND_LINE, { id: sourceId })).history;
  expect(line?.textLength).toBe(text.length);
  expect(line?.textKept ?? text.length).toBeLessThan(text.length / 2);
});
