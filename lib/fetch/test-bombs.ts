import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { constants, createBrotliCompress, createGzip, createZstdCompress, gzipSync } from "node:zlib";

const MB = 1_000_000;
const ZEROS = new Uint8Array(MB);

const PACKERS = {
  br: () => createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
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

/** A packed body within another one: small on the way, and small again once unpacked twice, but not in between. */
export const nestedBomb = async (megabytes: number) => gzipSync(await bomb("gzip", megabytes));

/** A few letters whose header says that 128 MB of memory are needed to unpack them (RFC 8878, 3.1.1). */
export function greedyWindow(): Buffer {
  const content = Buffer.from("<p>small</p>");
  const magic = Buffer.from([0x28, 0xb5, 0x2f, 0xfd]);
  const frameHeader = Buffer.from([0x00, (27 - 10) << 3]);
  const lastRawBlock = Buffer.alloc(3);
  lastRawBlock.writeUIntLE((content.length << 3) | 1, 0, 3);
  return Buffer.concat([magic, frameHeader, lastRawBlock, content]);
}

/** Sends `megabytes` of text as fast as it is taken, and tells what was handed over. */
export async function pour(
  response: ServerResponse,
  megabytes: number,
  tell: (bytes: number) => void = () => {},
): Promise<void> {
  const block = Buffer.alloc(MB, "<p>on and on</p>");
  for (let n = 0; n < megabytes && !response.destroyed; n += 1) {
    tell(block.byteLength);
    if (!response.write(block)) await Promise.race([once(response, "drain"), once(response, "close")]);
  }
  response.end();
}
