import { once } from "node:events";
import { Readable, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import {
  constants,
  createBrotliCompress,
  createDeflate,
  createGzip,
  createZstdCompress,
  gzipSync,
} from "node:zlib";

const MB = 1_000_000;
const ZEROS = new Uint8Array(MB);

const PACKERS = {
  br: () => createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
  deflate: () => createDeflate({ level: 9 }),
  gzip: () => createGzip({ level: 9 }),
  zstd: () => createZstdCompress(),
};

/** `megabytes` of zeros, packed: about a thousandth of it by gzip, much less by the others. */
export async function bomb(encoding: keyof typeof PACKERS, megabytes: number): Promise<Buffer> {
  const packer = PACKERS[encoding]();
  const chunks: Buffer[] = [];
  packer.on("data", (chunk: Buffer) => chunks.push(chunk));
  const done = once(packer, "end");
  for (let n = 0; n < megabytes; n += 1) if (!packer.write(ZEROS)) await once(packer, "drain");
  packer.end();
  await done;
  return Buffer.concat(chunks);
}

/** The same by gzip, quickly: a gzip may be followed by another one (RFC 1952, 2.2). */
export const gzipBomb = (megabytes: number): Buffer =>
  Buffer.concat(Array(megabytes / 10).fill(gzipSync(new Uint8Array(10 * MB))));

/** A packed body within another one: small on the way, and small again once unpacked twice, but not in between. */
export const nestedBomb = (megabytes: number) => gzipSync(gzipBomb(megabytes));

/** A few letters whose header says that 128 MB of memory are needed to unpack them (RFC 8878, 3.1.1). */
export function greedyWindow(): Buffer {
  const content = Buffer.from("<p>small</p>");
  const magic = Buffer.from([0x28, 0xb5, 0x2f, 0xfd]);
  const frameHeader = Buffer.from([0x00, (27 - 10) << 3]);
  const lastRawBlock = Buffer.alloc(3);
  lastRawBlock.writeUIntLE((content.length << 3) | 1, 0, 3);
  return Buffer.concat([magic, frameHeader, lastRawBlock, content]);
}

/** Sends the same bytes again and again, as fast as they are taken, and answers how often that was. */
export async function pour(taker: Writable, block: Uint8Array, times: number): Promise<number> {
  let given = 0;
  function* blocks() {
    for (; given < times; given += 1) yield block;
  }
  // Whoever has had enough leaves; that is what is tested.
  await pipeline(Readable.from(blocks(), { highWaterMark: 1 }), taker).catch(() => {});
  return given;
}

export const WORDS = Buffer.alloc(MB, "<p>on and on</p>");
