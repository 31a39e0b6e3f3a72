const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/**
 * Whether a state change comes from this site's own pages: the Origin header must be there and name the configured site.
 * A site configured on a loopback address may be reached under any loopback name, as the request's Host has it.
 */
export function isSameOrigin(headers: Headers, siteUrl: string): boolean {
  const sent = headers.get("origin");
  if (!sent || !URL.canParse(sent)) return false;
  const site = new URL(siteUrl);
  const origin = new URL(sent);
  if (origin.origin !== sent) return false;
  if (origin.origin === site.origin) return true;
  const local = LOOPBACK.test(site.hostname) && LOOPBACK.test(origin.hostname);
  return local && origin.protocol === site.protocol && origin.host === headers.get("host");
}
