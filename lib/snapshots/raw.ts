import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import { s3Objects } from "@/lib/bytes/s3-objects";
import { type Db, db, transaction } from "@/lib/db";
import { env, s3Settings } from "@/lib/env";
import type { ByteStore } from "@/lib/generated/prisma/client";

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** By content: the same bytes are kept once, however often they are kept. */
const keyOf = (sha256: string) => `snapshots/${sha256}.gz`;

/** What a snapshot's row says of its raw bytes. */
export interface KeptRaw {
  /** Bytes as the server sent them, and as they are kept. */
  rawSize: number;
  rawKept: number;
  rawStore: ByteStore;
  /** gzip; null where the store is not Postgres. */
  raw: Uint8Array<ArrayBuffer> | null;
}

/** Packs a page's bytes and puts them where SNAPSHOT_STORE says. `sha256` is that of the bytes. Throws an Error when the store fails. */
export async function keepRaw(bytes: Uint8Array<ArrayBuffer>, sha256: string): Promise<KeptRaw> {
  const data = new Uint8Array(await pack(bytes));
  const rawStore = env().SNAPSHOT_STORE;
  const sizes = { rawSize: bytes.byteLength, rawKept: data.byteLength, rawStore };
  if (rawStore === "postgres") return { ...sizes, raw: data };
  await s3Objects(s3Settings(env())).put(keyOf(sha256), { mediaType: "application/gzip", data });
  return { ...sizes, raw: null };
}

/**
 * Keeps a store's bytes from being removed until the transaction ends: to be called before the row that names them is written.
 * Whoever named the same bytes before may have given them up since they were put there, so then they are put there again.
 */
export async function holdRaw(tx: Db, bytes: Uint8Array<ArrayBuffer>, sha256: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtextextended(${keyOf(sha256)}, 0))`;
  const isNamed = (await tx.sourceSnapshot.count({ where: { rawSha256: sha256 } })) > 0;
  if (isNamed) await keepRaw(bytes, sha256);
}

/** The bytes of a snapshot as the server sent them; null where they were given up, or never kept. */
export async function readRaw(snapshotId: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const select = { raw: true, rawStore: true, rawSha256: true } as const;
  const row = await db().sourceSnapshot.findUnique({ where: { id: snapshotId }, select });
  if (!row?.rawStore || !row.rawSha256) return null;
  const packed =
    row.rawStore === "postgres" ? row.raw : await s3Objects(s3Settings(env())).get(keyOf(row.rawSha256));
  return packed === null ? null : new Uint8Array(await unpack(packed));
}

/**
 * Gives up raw bytes of snapshots made before `before`; their text and both hashes stay. Answers how many. Bytes that a later
 * snapshot shares stay in the store.
 */
export async function pruneRaw(before: Date, now: Date): Promise<number> {
  const rows = await db().sourceSnapshot.findMany({
    where: { fetchedAt: { lt: before }, rawStore: { not: null } },
    select: { id: true, rawStore: true, rawSha256: true },
    take: 1_000,
  });
  for (const { id, rawStore, rawSha256 } of rows)
    await transaction(async (tx) => {
      const inStore = rawStore === "s3" ? rawSha256 : null;
      if (inStore !== null)
        await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${keyOf(inStore)}, 0))`;
      await tx.sourceSnapshot.update({
        where: { id },
        data: { raw: null, rawKept: null, rawStore: null, rawPrunedAt: now },
      });
      // Where the store fails, the row still says so and the next run removes them; what is gone already is as good.
      if (inStore !== null) await removeUnshared(tx, inStore);
    });
  return rows.length;
}

async function removeUnshared(tx: Db, rawSha256: string): Promise<void> {
  const sharers = await tx.sourceSnapshot.count({ where: { rawSha256, rawStore: "s3" } });
  if (sharers === 0) await s3Objects(s3Settings(env())).remove(keyOf(rawSha256));
}
