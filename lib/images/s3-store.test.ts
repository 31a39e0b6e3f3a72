import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { db } from "@/lib/db";
import { addImage } from "@/lib/images/commands";
import { findVariant, readVariant } from "@/lib/images/public";
import { s3Store } from "@/lib/images/s3-store";
import { halves } from "@/lib/images/test-pictures";
import { environmentOf, signature, startS3 } from "@/lib/images/test-s3";
import { COMMAND_LINE } from "@/lib/policy";
import { useFreshDatabase } from "@/prisma/test-database";

useFreshDatabase();

let s3: Awaited<ReturnType<typeof startS3>>;
beforeAll(async () => {
  s3 = await startS3();
});
afterAll(() => s3.stop());

const EMPTY_SHA256 = createHash("sha256").digest("hex");
const AWS_EXAMPLE = {
  secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
  day: "20130524",
  region: "us-east-1",
};

// The examples of "Authenticating Requests: Using the Authorization Header (AWS Signature Version 4)", Amazon S3 API.
test.each([
  [
    "GET object",
    {
      method: "GET",
      path: "/test.txt",
      headers: { range: "bytes=0-9", "x-amz-content-sha256": EMPTY_SHA256 },
    },
    "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41",
  ],
  [
    "PUT object",
    {
      method: "PUT",
      path: "/test%24file.text",
      headers: {
        date: "Fri, 24 May 2013 00:00:00 GMT",
        "x-amz-storage-class": "REDUCED_REDUNDANCY",
        "x-amz-content-sha256": createHash("sha256").update("Welcome to Amazon S3.").digest("hex"),
      },
    },
    "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd",
  ],
  [
    "GET bucket lifecycle",
    {
      method: "GET",
      path: "/",
      query: "lifecycle=",
      headers: { "x-amz-content-sha256": EMPTY_SHA256 },
    },
    "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543",
  ],
])("the test's server reckons signatures as AWS does: %s", (_, { headers, ...request }, expected) => {
  const all = { host: "examplebucket.s3.amazonaws.com", "x-amz-date": "20130524T000000Z", ...headers };
  const signedHeaders = Object.keys(all).sort();
  expect(signature({ ...request, headers: all }, { ...AWS_EXAMPLE, signedHeaders })).toBe(expected);
});

test("what is kept can be read, and only with the right key", async () => {
  const data = new Uint8Array([1, 2, 3]);
  const place = { sha256: "a".repeat(64), width: 640 };
  expect(await s3Store(s3.settings).keep({ ...place, mediaType: "image/webp", data })).toBeNull();
  expect([...s3.objects].map(([path, { type }]) => [path, type])).toEqual([
    [`/pictures/images/${place.sha256}/640.webp`, "image/webp"],
  ]);
  const read = { ...place, imageId: "" };
  expect(await s3Store(s3.settings).read(read)).toEqual(data);
  const wrong = s3Store({ ...s3.settings, secretAccessKey: "guessed" });
  await expect(wrong.read(read)).rejects.toThrow("answered 403 to GET");
  await expect(s3Store(s3.settings).read({ ...read, width: 1280 })).rejects.toThrow("answered 404");
});

test("a picture stays readable where it was put, whatever the setting says later", async () => {
  const settings = { ...environmentOf(s3.settings), S3_ENDPOINT: `${s3.settings.endpoint}/` };
  const setting = await import("@/lib/env");
  const chosen = vi.spyOn(setting, "env");
  const addTo = async (IMAGE_STORE: string, width: number) => {
    chosen.mockReturnValue(setting.parseEnv({ ...settings, IMAGE_STORE }));
    return addImage(COMMAND_LINE, { fileName: "x.png", bytes: await halves(width, 10).png().toBuffer() });
  };
  const there = await addTo("s3", 100);
  const here = await addTo("postgres", 102);
  const rows = await db().image.findMany({ orderBy: { width: "asc" }, include: { variants: true } });
  expect(
    rows.map(({ store, variants }) => [store, variants.map((variant) => variant.data !== null)]),
  ).toEqual([
    ["s3", [false]],
    ["postgres", [true]],
  ]);
  for (const { id } of [there, here]) {
    const found = await findVariant(id, 640);
    const bytes = found && (await readVariant(found));
    expect(Buffer.from(bytes ?? []).toString("latin1", 8, 12)).toBe("WEBP");
    expect(bytes?.length).toBe(found?.bytes);
  }
});
