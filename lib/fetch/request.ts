import type { LookupFunction } from "node:net";
import type { Readable } from "node:stream";
import { Client } from "undici";
import { admittedAddresses } from "@/lib/fetch/address";
import type { Door } from "@/lib/fetch/door";

/** One answer, its body still on the way. */
export interface Answer {
  status: number;
  /** Names in lower case; several of one name as one, by commas. */
  headers: Record<string, string>;
  /** Where a redirect points at, as sent; empty when it says nothing. */
  location: string;
  body: Readable;
  /** Cuts the connection, whatever is left to come. */
  close(): void;
}

/** Headers that mean something only once; of several, the last one counts, as in browsers. */
const SINGLE = new Set([
  "location",
  "content-type",
  "content-length",
  "retry-after",
  "etag",
  "last-modified",
]);

/** Cookies are nobody's to find here, and a Location may carry a password; a redirect is recorded without it. */
const UNKEPT = new Set(["set-cookie", "location"]);

function plainHeaders(raw: Record<string, string | string[] | undefined>): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(raw)) {
    if (value === undefined || UNKEPT.has(name)) continue;
    const all = [value].flat();
    headers[name] = SINGLE.has(name) ? (all.at(-1) ?? "") : all.join(", ");
  }
  return headers;
}

/** Looks a name up for the very connection that is being made: what was checked is what is connected to. */
function pinnedLookup(port: number, door: Door): LookupFunction {
  return (name, options, callback) => {
    admittedAddresses(name, port, door).then(
      (addresses) => {
        const [first] = addresses;
        if (options.all) callback(null, addresses);
        else callback(null, first?.address ?? "", first?.family);
      },
      (error) => callback(error, []),
    );
  };
}

/**
 * Asks for `url`, which `checkAddress` let pass, on a connection of its own, and answers once the headers are there.
 * Follows nothing, keeps nothing. Rejects with a FetchFault or an error of Node's or undici's; with the signal's reason
 * when that is aborted, even in the middle of the body. The caller closes the answer.
 */
export async function request(
  url: URL,
  headers: Record<string, string>,
  { door, signal }: { door: Door; signal: AbortSignal },
): Promise<Answer> {
  const port = Number(url.port || (url.protocol === "https:" ? 443 : 80));
  const { deadlineMs, maxHeaderBytes } = door.limits;
  const client = new Client(url.origin, {
    allowH2: false,
    maxHeaderSize: maxHeaderBytes,
    // The deadline of the whole fetch is the only one: these would start anew with every part.
    headersTimeout: 0,
    bodyTimeout: 0,
    // Node's own certificate check, also where NODE_TLS_REJECT_UNAUTHORIZED would switch it off.
    connect: { lookup: pinnedLookup(port, door), timeout: deadlineMs, rejectUnauthorized: true },
  });
  const close = () => void client.destroy().catch(() => {});
  try {
    const path = url.pathname + url.search;
    const answer = await client.request({ path, method: "GET", headers, signal });
    return {
      status: answer.statusCode,
      headers: plainHeaders(answer.headers),
      // Headers are read as Latin-1; addresses in them are UTF-8, as in browsers.
      location: Buffer.from([answer.headers.location ?? ""].flat().at(-1) ?? "", "latin1").toString("utf8"),
      // A body that nobody reads ends with an error when its connection is cut; that is no news.
      body: answer.body.on("error", () => {}),
      close,
    };
  } catch (error) {
    close();
    throw error;
  }
}
