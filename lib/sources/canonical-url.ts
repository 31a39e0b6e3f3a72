import normalizeUrl from "normalize-url";

/** Parameters that say how a reader came, not what the page is. */
const TRACKING = [
  /^utm_\w+/i,
  /^(fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|yclid|_hsenc|_hsmi|ref_src)$/i,
];

/**
 * The form of an address by which two sources are known to be the same page: scheme and host lower-cased,
 * tracking parameters gone, the rest sorted. A fragment stays, since many pages are passages of one document.
 * `url` must be an absolute http(s) address; throws a TypeError otherwise.
 */
export function canonicalUrl(url: string): string {
  return normalizeUrl(url, {
    stripWWW: false,
    stripHash: false,
    removeQueryParameters: TRACKING,
    removeTrailingSlash: true,
    sortQueryParameters: true,
  });
}
