import { FetchFault } from "@/lib/fetch/failures";

/** Longer waits than this are a server's mistake (or its dislike); a date beyond it could not even be written. */
const LONGEST_WAIT_MS = 30 * 86_400_000;

/** Firewalls that put a puzzle before the page say so in a header: Cloudflare's, Amazon's. */
function isChallenge(headers: Record<string, string>): boolean {
  return (
    headers["cf-mitigated"] === "challenge" ||
    /^(captcha|challenge)$/.test(headers["x-amzn-waf-action"] ?? "")
  );
}

const BY_STATUS = new Map([
  [401, "login"],
  [402, "paywall"],
  [403, "forbidden"],
  [404, "notFound"],
  [407, "proxyLogin"],
  [410, "gone"],
  [429, "tooManyRequests"],
  [451, "legalReasons"],
] as const);

/** What an answer's status and headers say against it, or null when its body is the page. Redirects are not asked here. */
export function faultOfStatus(status: number, headers: Record<string, string>): FetchFault | null {
  if (isChallenge(headers)) return new FetchFault("captcha");
  if (status >= 200 && status < 300) return status === 204 || status === 205 ? new FetchFault("empty") : null;
  const cause = BY_STATUS.get(status as never);
  if (cause) return new FetchFault(cause);
  if (status >= 500 && status < 600) return new FetchFault("serverError", status);
  // Above 599 is what a few sites made up to say no.
  return new FetchFault(status >= 400 ? "otherRefusal" : "oddStatus", status);
}

/** When a server that is too busy (429, 503) wants to be asked again (RFC 9110, 10.2.3), at most 30 days after `now`. */
export function retryAfter(status: number, headers: Record<string, string>, now: Date): Date | undefined {
  const said = headers["retry-after"]?.trim();
  if (!said || (status !== 429 && status !== 503)) return undefined;
  const at = /^\d+$/.test(said) ? now.getTime() + Number(said) * 1000 : Date.parse(said);
  if (Number.isNaN(at)) return undefined;
  return new Date(Math.min(Math.max(at, now.getTime()), now.getTime() + LONGEST_WAIT_MS));
}
