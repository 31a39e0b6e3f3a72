import { createHash } from "node:crypto";
import sharp from "sharp";
import { beforeAll, expect, test, vi } from "vitest";
import { db } from "@/lib/db";
import { addImage } from "@/lib/images/commands";
import { findVariant, readVariant } from "@/lib/images/public";
import { MAX_IMAGE_BYTES } from "@/lib/images/schema";
import { bomb, colourAt, fromPhone, grain, halves } from "@/lib/images/test-pictures";
import type { Actor } from "@/lib/policy";
import { makeContributor } from "@/prisma/factories";
import { useFreshDatabase } from "@/prisma/test-database";

useFreshDatabase();

let nia: Actor;
beforeAll(async () => {
  vi.stubEnv("PLUMBLINE_URL", "https://digest.example");
  vi.stubEnv("NEXTAUTH_SECRET", "a secret of more than thirty-two characters");
  nia = await makeContributor(db(), { role: "contributor", name: "Nia" });
});

const add = (bytes: Uint8Array, fileName = "picture") => addImage(nia, { fileName, bytes });

async function variant(id: string, width: number): Promise<Uint8Array> {
  const found = await findVariant(id, width);
  if (!found) throw new Error("The picture is not there.");
  return readVariant(found);
}

test("a phone's photograph is turned upright, and nothing of who took it where is kept", async () => {
  const file = await fromPhone();
  expect((await sharp(file).metadata()).exif?.toString("latin1")).toContain("Secretphone");
  const image = await add(file, "IMG_1.jpg");
  // 1600 × 900 on its side.
  expect([image.width, image.height]).toEqual([900, 1600]);
  const rows = await db().imageVariant.findMany({ where: { imageId: image.id }, orderBy: { width: "asc" } });
  expect(rows.map(({ width, height, mediaType }) => [width, height, mediaType])).toEqual([
    [640, 1138, "image/webp"],
    [900, 1600, "image/webp"],
  ]);
  for (const row of rows) {
    const data = row.data ?? new Uint8Array();
    const { exif, xmp, iptc, icc, orientation, format, width } = await sharp(data).metadata();
    expect([exif, xmp, iptc, icc, orientation, format, width]).toEqual([
      ...Array(5).fill(undefined),
      "webp",
      row.width,
    ]);
    expect(Buffer.from(data).toString("latin1")).not.toMatch(/EXIF|Secretphone|Vold/u);
    expect(row.bytes).toBe(data.length);
  }
  const shown = await variant(image.id, 640);
  // Turned a quarter clockwise, the left half is on top.
  expect((await colourAt(shown, 320, 100))[0]).toBeGreaterThan(240);
  expect((await colourAt(shown, 320, 1000))[2]).toBeGreaterThan(240);
});

test("colours of a wider space become those of sRGB", async () => {
  const p3 = await halves(640, 360).withIccProfile("p3").png().toBuffer();
  const [red = 0, green = 0] = await colourAt(await variant((await add(p3)).id, 640), 100, 100);
  expect(red).toBeGreaterThan(250);
  expect(green).toBeLessThan(10);
});

test.each([
  ["jpeg", () => halves(700, 400).jpeg()],
  ["png", () => halves(701, 400).png()],
  ["webp", () => halves(702, 400).webp()],
  ["avif", () => halves(703, 400).avif()],
  ["gif", () => halves(704, 400).gif()],
] as const)("%s is accepted, whatever it is called", async (_, make) => {
  const image = await add(await make().toBuffer(), "notes.txt");
  expect(image.height).toBe(400);
  expect((await colourAt(await variant(image.id, 640), 10, 10))[0]).toBeGreaterThan(230);
});

test("of something that moves the first picture is kept", async () => {
  const pictures = await Promise.all([halves(64, 64), grain(64, 64)].map((each) => each.png().toBuffer()));
  const frames = await sharp(pictures, { join: { animated: true } })
    .gif()
    .toBuffer();
  expect((await sharp(frames).metadata()).pages).toBe(2);
  const image = await add(frames);
  expect([image.width, image.height]).toEqual([64, 64]);
  expect((await colourAt(await variant(image.id, 640), 5, 5))[0]).toBeGreaterThan(230);
});

test("a drawing is kept without loss where that is smaller, with what is transparent in it", async () => {
  const line = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300"><path d="M0 0L400 300" stroke="#9c3d22" stroke-width="6"/></svg>',
  );
  const png = await sharp(line).png().toBuffer();
  const kept = await variant((await add(png)).id, 640);
  const pixels = (picture: Uint8Array) => sharp(picture).ensureAlpha().raw().toBuffer();
  expect(await pixels(kept)).toEqual(await pixels(png));
});

test("the same file is kept once, also when it comes twice at the same moment", async () => {
  const file = await grain().jpeg().toBuffer();
  const twins = await Promise.all([add(file, "a.jpg"), add(file, "b.jpg"), add(file, "c.jpg")]);
  const again = await add(file, "d.jpg");
  expect(new Set([...twins, again].map((image) => image.id)).size).toBe(1);
  const sha256 = createHash("sha256").update(file).digest("hex");
  expect(await db().image.count({ where: { sha256 } })).toBe(1);
  expect(await db().auditEvent.count({ where: { action: "image.add", targetId: again.id } })).toBe(1);
});

test("what cannot be added is refused, each with a sentence that says why", async () => {
  const whole = await grain().jpeg().toBuffer();
  const png = await grain().png().toBuffer();
  const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypheic\0\0\0\0mif1heic"), whole]);
  const refused: [string, Uint8Array, RegExp][] = [
    ["nothing", new Uint8Array(), /empty/u],
    ["text", Buffer.from("<html><p>A picture, says its name.</p></html>"), /not a picture/u],
    ["a PDF", Buffer.from("%PDF-1.7 and so on, long enough"), /not a picture/u],
    ["SVG", Buffer.from('<?xml version="1.0"?>\n<svg onload="alert(1)"/>'), /SVG .* PNG/u],
    ["HEIC", heic, /HEIC .* JPEG/u],
    ["half a JPEG", whole.subarray(0, whole.length / 2), /breaks off/u],
    ["half a PNG", png.subarray(0, png.length / 2), /breaks off/u],
    ["the first bytes of a JPEG", whole.subarray(0, 20), /breaks off/u],
    ["a bomb of 400 megapixels", bomb(20_000), /400 megapixels; at most 50/u],
    ["too much", Buffer.alloc(MAX_IMAGE_BYTES + 1, 255), /larger than 20 MB/u],
  ];
  expect(bomb(20_000).length).toBeLessThan(100_000);
  const before = await db().image.count();
  for (const [what, bytes, sentence] of refused) {
    await expect(add(bytes, "photo.jpg"), what).rejects.toMatchObject({
      code: "invalid",
      message: expect.stringMatching(sentence),
    });
  }
  expect(await db().image.count()).toBe(before);
});

test("a name is cleaned of what no name holds, and kept", async () => {
  const image = await add(await halves(50, 50).png().toBuffer(), " let\u0007ter.png ");
  expect((await db().image.findUniqueOrThrow({ where: { id: image.id } })).fileName).toBe("letter.png");
});

test("there is nothing where no picture is", async () => {
  expect(await findVariant("0190a000-0000-7000-8000-000000000001", 640)).toBeNull();
});
