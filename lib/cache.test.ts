import { beforeEach, describe, expect, test, vi } from "vitest";
import { cached, forgetAll, lookUp, raise, TAGS, tagVersions } from "@/lib/cache";
import { db } from "@/lib/db";
import { useFreshDatabase } from "@/prisma/test-database";

useFreshDatabase();
beforeEach(forgetAll);

const KEY = "a page";
const BOTH = [TAGS.editions, TAGS.publication];

test("makes a value once and again only after one of its tags was raised", async () => {
  let made = 0;
  const produce = async () => ({ made: ++made });
  const read = () => cached(KEY, BOTH, produce);
  expect([await read(), await read()]).toEqual([{ made: 1 }, { made: 1 }]);
  await raise(db(), [TAGS.publication]);
  expect([await read(), await read()]).toEqual([{ made: 2 }, { made: 2 }]);
});

test("raising is part of the transaction: undone, it never was", async () => {
  const before = await tagVersions(BOTH);
  const failing = db().$transaction(async (transaction) => {
    await raise(transaction, BOTH);
    throw new Error("the power went");
  });
  await expect(failing).rejects.toThrow("the power went");
  expect(await tagVersions(BOTH)).toEqual(before);
});

test("a change while the value is being made is not lost", async () => {
  let word = "old";
  const slow = await cached(KEY, BOTH, async () => {
    const read = { word };
    word = "new";
    await raise(db(), [TAGS.editions]);
    return read;
  });
  expect(slow).toEqual({ word: "old" });
  expect(await cached(KEY, BOTH, async () => ({ word }))).toEqual({ word: "new" });
});

test("fifty readers at once make it once", async () => {
  let made = 0;
  const produce = async () => {
    await new Promise((resolve) => setTimeout(resolve, 30));
    return { made: ++made };
  };
  await Promise.all(Array.from({ length: 50 }, () => cached(KEY, BOTH, produce)));
  expect(made).toBe(1);
});

test("keeps neither nothing nor a failure", async () => {
  expect(await cached(KEY, BOTH, async () => null)).toBeNull();
  await expect(cached(KEY, BOTH, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await cached(KEY, BOTH, async () => ({ made: 1 }))).toEqual({ made: 1 });
});

describe("with Postgres away", () => {
  const away = () =>
    vi.spyOn(db().cacheTag, "findMany").mockRejectedValueOnce(new Error("connection refused"));

  test("the last copy is given and called stale", async () => {
    await cached(KEY, BOTH, async () => ({ word: "kept" }));
    away();
    expect(await lookUp(KEY, BOTH, async () => null)).toEqual({ value: { word: "kept" }, stale: true });
  });

  test("a copy that was known to be old is not", async () => {
    await cached(KEY, BOTH, async () => ({ word: "withdrawn" }));
    await raise(db(), [TAGS.editions]);
    await cached("another page", BOTH, async () => ({ word: "seen since" }));
    away();
    await expect(lookUp(KEY, BOTH, () => Promise.reject(new Error("away")))).rejects.toThrow("away");
  });

  test("what was never read fails", async () => {
    away();
    await expect(lookUp(KEY, BOTH, async () => ({}))).rejects.toThrow("connection refused");
  });
});
