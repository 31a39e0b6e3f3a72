import { pipeline, Readable, type Transform } from "node:stream";
import {
  constants,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  createZstdDecompress,
} from "node:zlib";
import type { Limits } from "@/lib/fetch/door";
import { type Cause, FetchFault } from "@/lib/fetch/failures";

type Bytes = AsyncIterable<Uint8Array>;

/** What is asked for in Accept-Encoding. */
export const ENCODINGS = "gzip, deflate, br, zstd";

/** A server that compresses twice is misconfigured but exists; more than that is an attack. */
const MOST_ENCODINGS = 2;

/** Largest window of zstd on the web, 8 MB (RFC 9659, 3); by default Node would set aside 128 MB at a header's word. */
const ZSTD_WINDOW_LOG = 23;

/** zlib's wrapper has the method 8 in the low half of its first byte (RFC 1950, 2.2); some servers leave it out. */
const isWrapped = (first: number | undefined) => first !== undefined && (first & 0x0f) === 8;

const UNPACKERS: Record<string, (first: number | undefined) => Transform> = {
  gzip: () => createGunzip(),
  deflate: (first) => (isWrapped(first) ? createInflate() : createInflateRaw()),
  br: () => createBrotliDecompress(),
  zstd: () => createZstdDecompress({ params: { [constants.ZSTD_d_windowLogMax]: ZSTD_WINDOW_LOG } }),
};

/** Encodings in the order in which they were put on, of a Content-Encoding header (RFC 9110, 8.4). */
function encodingsOf(header: string | undefined): string[] {
  const names = (header ?? "").toLowerCase().split(",");
  const encodings = names.map((name) => name.trim().replace(/^x-gzip$/, "gzip"));
  const real = encodings.filter((name) => name !== "" && name !== "identity");
  if (real.length > MOST_ENCODINGS) throw new FetchFault("tooManyCompressions", MOST_ENCODINGS);
  const unknown = real.find((name) => !Object.hasOwn(UNPACKERS, name));
  if (unknown !== undefined) throw new FetchFault("unknownCompression", unknown.slice(0, 40));
  return real;
}

async function* capped(source: Bytes, most: number, cause: Cause): Bytes {
  let total = 0;
  for await (const chunk of source) {
    total += chunk.byteLength;
    if (total > most) throw new FetchFault(cause, megabytes(most));
    yield chunk;
  }
}

const megabytes = (bytes: number) => (bytes < 1e6 ? `${bytes / 1e3} kB` : `${bytes / 1e6} MB`);

/** By the codes of zlib, zstd and brotli (whose own names begin with "_ERROR_"). */
const isUnpackersOwn = (error: unknown) =>
  error instanceof Error && "code" in error && /^(Z_|ZSTD_|ERR__ERROR_)/.test(String(error.code));

async function* unpack(source: Bytes, encoding: string): Bytes {
  const chunks = source[Symbol.asyncIterator]();
  const first = await chunks.next();
  if (first.done) return;
  async function* all() {
    yield first.value;
    yield* { [Symbol.asyncIterator]: () => chunks };
  }
  const unpacker = UNPACKERS[encoding]?.(first.value[0]);
  if (!unpacker) throw new FetchFault("unknownCompression", encoding);
  try {
    // Errors reach the loop that reads; leaving it destroys both ends.
    yield* pipeline(Readable.from(all(), { objectMode: false }), unpacker, () => {});
  } catch (error) {
    throw isUnpackersOwn(error) ? new FetchFault("badCompression", encoding) : error;
  }
}

/** One growing block: a million chunks of one byte each would otherwise take a hundred times their size. */
async function collect(source: Bytes): Promise<Uint8Array<ArrayBuffer>> {
  let block = new Uint8Array(65_536);
  let length = 0;
  for await (const chunk of source) {
    if (length + chunk.byteLength > block.byteLength) {
      const larger = new Uint8Array(2 * (length + chunk.byteLength));
      larger.set(block.subarray(0, length));
      block = larger;
    }
    block.set(chunk, length);
    length += chunk.byteLength;
  }
  return block.slice(0, length);
}

/**
 * A body, unpacked. A FetchFault when it is larger than `maxBytes` as sent, as unpacked or in between; when it is not packed
 * as `headers` (names in lower case) say. Nothing beyond the limit is read or kept.
 */
export async function readBody(
  body: Bytes,
  headers: Record<string, string>,
  { maxBytes }: Pick<Limits, "maxBytes">,
): Promise<Uint8Array<ArrayBuffer>> {
  const encodings = encodingsOf(headers["content-encoding"]);
  if (Number(headers["content-length"]) > maxBytes) throw new FetchFault("tooLarge", megabytes(maxBytes));
  let bytes = capped(body, maxBytes, "tooLarge");
  for (const encoding of encodings.toReversed())
    bytes = capped(unpack(bytes, encoding), maxBytes, "unpackedTooLarge");
  return collect(bytes);
}
