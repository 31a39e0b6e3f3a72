import normalizeUrl from "normalize-url";

/** Parameters that say how a reader came, not what the page is. */
const TRACKING = [
  /^utm_\w+/i,
  /^(fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|yclid|_hsenc|_hsmi|ref_src)$/i,
];

/**
 * The address without the parameters that only say how a reader came; all else stays letter for letter, so that it is the
 * address that was given. This is the form that is kept and cited. What is no address comes back as it is.
 */
export function withoutTracking(url: string): string {
  const [, page = "", query = "", hash = ""] = /^([^?#]*)(\?[^#]*)?(#.*)?$/su.exec(url) ?? [];
  const all = query.slice(1).split("&");
  const kept = all.filter((part) => !TRACKING.some((rule) => rule.test(part.split("=", 1)[0] ?? "")));
  if (kept.length === all.length) return url;
  return `${page}${kept.length > 0 ? `?${kept.join("&")}` : ""}${hash}`;
}

/**
 * The form of an address by which two sources are known to be the same page: scheme and host lower-cased,
 * tracking parameters gone, the rest sorted. A fragment stays, since many pages are passages of one document; not one that only
 * names the whole page ("#", "#top") or words to scroll to ("#:~:text=…").
 * `url` must be an absolute http(s) address; throws a TypeError otherwise.
 */
export function canonicalUrl(url: string): string {
  return normalizeUrl(url.replace(/#(?:top)?$/iu, ""), {
    stripWWW: false,
    stripHash: false,
    removeQueryParameters: TRACKING,
    removeTrailingSlash: true,
    sortQueryParameters: true,
  });
}
