import { checkAddress } from "@/lib/fetch/address";
import { ENCODINGS, readBody } from "@/lib/fetch/body";
import { startDeadline } from "@/lib/fetch/deadline";
import { type Door, defaultDoor } from "@/lib/fetch/door";
import { FetchFault, faultOf } from "@/lib/fetch/failures";
import { ACCEPT, checkNamedType, mediaTypeOf, type Purpose } from "@/lib/fetch/media-type";
import { type Answer, request } from "@/lib/fetch/request";
import type { Failed, FetchResult, Redirect, Refusal } from "@/lib/fetch/result";
import { faultOfStatus, retryAfter } from "@/lib/fetch/status";

export interface FetchOptions {
  /** What the answer is for; "page" unless said otherwise. */
  accept?: Purpose;
  /** Of an earlier answer: what has not changed since is not sent again. */
  etag?: string | null;
  lastModified?: string | null;
  signal?: AbortSignal;
  /** By default this process's own. */
  door?: Door;
  /** Asked of each address that a redirect leads to, after the door, before anything is sent there; null lets it be. */
  mayFollow?: ((url: string) => Promise<Refusal | null>) | undefined;
}

/** How far a fetch has come; what a failure can tell of it. */
interface Trail {
  requestedUrl: string;
  finalUrl: string;
  redirects: Redirect[];
  status: number | null;
  headers: Record<string, string>;
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** Only what may stand in a header is sent back to whom it came from. */
const isSendable = (value: string | null | undefined): value is string =>
  typeof value === "string" && /^[\x20-\x7e]{1,1024}$/.test(value);

function requestHeaders(door: Door, { accept = "page", etag, lastModified }: FetchOptions) {
  return {
    "user-agent": door.userAgent,
    accept: ACCEPT[accept],
    "accept-encoding": ENCODINGS,
    ...(isSendable(etag) ? { "if-none-match": etag } : {}),
    ...(isSendable(lastModified) ? { "if-modified-since": lastModified } : {}),
  };
}

function withoutPassword(url: URL): string {
  const bare = new URL(url);
  bare.username = "";
  bare.password = "";
  return bare.href;
}

/** Where a redirect leads, recorded and checked like any address. Throws a FetchFault where it may not lead. */
function nextHop(from: URL, { status, location }: Answer, trail: Trail, door: Door): URL {
  const parsed = URL.parse(location, from);
  // A fragment outlives a redirect that names none (Fetch Standard, 4.4).
  if (parsed && !parsed.hash) parsed.hash = from.hash;
  const to = parsed ? withoutPassword(parsed) : location;
  trail.redirects.push({ status, from: from.href, to: to.slice(0, 8000) });
  if (!parsed || location === "") throw new FetchFault("redirectNowhere");
  const { maxRedirects } = door.limits;
  if (trail.redirects.length > maxRedirects) throw new FetchFault("tooManyRedirects", maxRedirects);
  return checkAddress(parsed.href, door);
}

async function readAnswer(
  answer: Answer,
  trail: Trail,
  door: Door,
  options: FetchOptions,
): Promise<FetchResult> {
  const { accept = "page" } = options;
  const { status, headers } = answer;
  const reached = { requestedUrl: trail.requestedUrl, finalUrl: trail.finalUrl, redirects: trail.redirects };
  if (status === 304 && (isSendable(options.etag) || isSendable(options.lastModified)))
    return { outcome: "notModified", ...reached, status, headers, fetchedAt: new Date() };
  const fault = faultOfStatus(status, headers);
  if (fault) throw fault;
  checkNamedType(headers["content-type"], accept);
  const body = await readBody(answer.body, headers, door.limits);
  if (body.byteLength === 0 && accept !== "robots") throw new FetchFault("empty");
  const type = mediaTypeOf(body, headers["content-type"], accept);
  return { outcome: "fetched", ...reached, status, headers, body, ...type, fetchedAt: new Date() };
}

/** Within the fetch's own time. */
async function refusalOf(
  url: URL,
  { mayFollow }: FetchOptions,
  signal: AbortSignal,
): Promise<Refusal | null> {
  if (!mayFollow) return null;
  signal.throwIfAborted();
  const late = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
  return Promise.race([mayFollow(url.href), late]);
}

async function follow(
  trail: Trail,
  door: Door,
  options: FetchOptions,
  signal: AbortSignal,
): Promise<FetchResult> {
  const sent = requestHeaders(door, options);
  let url = checkAddress(trail.requestedUrl, door);
  for (;;) {
    trail.finalUrl = url.href;
    trail.status = null;
    trail.headers = {};
    const refusal = trail.redirects.length > 0 ? await refusalOf(url, options, signal) : null;
    if (refusal) return failed(trail, refusal);
    const answer = await request(url, sent, { door, signal });
    try {
      trail.status = answer.status;
      trail.headers = answer.headers;
      if (!REDIRECTS.has(answer.status)) return await readAnswer(answer, trail, door, options);
      url = nextHop(url, answer, trail, door);
    } finally {
      answer.close();
    }
  }
}

function failed(trail: Trail, fault: Refusal): Failed {
  const now = new Date();
  // What a site redirects to was not the person's own mistake: it is told as the redirect's.
  const told =
    fault.failure === "refused" && trail.redirects.length > 0
      ? new FetchFault("redirectRefused", fault.sentence)
      : fault;
  const wait = trail.status === null ? undefined : retryAfter(trail.status, trail.headers, now);
  return {
    outcome: "failed",
    failure: told.failure,
    sentence: told.sentence,
    ...trail,
    fetchedAt: now,
    ...(wait ? { retryAfter: wait } : {}),
  };
}

/**
 * Fetches one page of the public web, through redirects, within `door.limits`. Whatever the web does is an outcome, never a
 * throw. Rejects only with the reason of `options.signal` once that is aborted, and with bugs.
 *
 * Asks with GET and without cookies, credentials or a Referer; trusts no address, name or redirect before the door has
 * admitted it (docs/architecture.md, "The door to the web").
 */
export async function fetchPage(url: string, options: FetchOptions = {}): Promise<FetchResult> {
  const door = options.door ?? defaultDoor();
  const trail: Trail = { requestedUrl: url, finalUrl: url, redirects: [], status: null, headers: {} };
  const deadline = startDeadline(door.limits.deadlineMs, options.signal);
  try {
    options.signal?.throwIfAborted();
    return await follow(trail, door, options, deadline.signal);
  } catch (error) {
    options.signal?.throwIfAborted();
    const isLate = deadline.isOver();
    const inBody = trail.status !== null;
    const late = () => new FetchFault(inBody ? "notDoneInTime" : "noAnswerInTime", deadline.inWords);
    const fault = isLate ? late() : faultOf(error, URL.parse(trail.finalUrl)?.hostname ?? "", inBody);
    if (!fault) throw error;
    return failed(trail, fault);
  } finally {
    deadline.stop();
  }
}
