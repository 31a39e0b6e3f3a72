import { isAllowedLink } from "@/lib/rich-text/extensions";

export type LinkTarget =
  /** An address a link may have. */
  | { kind: "link"; href: string }
  /** An address that means something only beside the file it stood in: shown as text; empty for a place in the same text. */
  | { kind: "shown"; address: string }
  /** An address with a scheme that no link here may have (javascript:, data: …). */
  | { kind: "refused"; address: string };

const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
const EMAIL = /^[^\s@/:<>()]+@[^\s@/:<>()]+\.[^\s@/:<>()]+$/;

/** What becomes of the address of a Markdown link or image. A bare e-mail address is taken for what it plainly means. */
export function linkTarget(address: string): LinkTarget {
  const url = address.trim();
  const allowed: boolean = isAllowedLink(url);
  if (allowed) return { kind: "link", href: url };
  if (EMAIL.test(url)) return { kind: "link", href: `mailto:${url}` };
  if (url.startsWith("//") && isAllowedLink(`https:${url}`)) return { kind: "link", href: `https:${url}` };
  if (SCHEME.test(url)) return { kind: "refused", address: url };
  return { kind: "shown", address: url.startsWith("#") ? "" : url };
}
