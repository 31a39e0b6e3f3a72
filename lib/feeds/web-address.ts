import { canonicalUrl } from "@/lib/sources/canonical-url";

/** Longer addresses cannot be those of sources (lib/sources/schema.ts). */
const LONGEST = 2_000;

/** An address that may be collected, and the form by which it is known again. */
export interface WebAddress {
  url: string;
  canonicalUrl: string;
}

/**
 * What a feed or a page gives as an address, resolved against `base`. Null for whatever is not http(s), carries a user name or
 * a password, is longer than 2,000 characters, or cannot be brought into its canonical form: nothing that is sent is trusted.
 */
export function webAddress(given: string | null | undefined, base?: string): WebAddress | null {
  // Nothing, resolved against a base, would be the base.
  const parsed = given?.trim() ? URL.parse(given.trim(), base) : null;
  if (!parsed || !/^https?:$/.test(parsed.protocol) || parsed.username || parsed.password) return null;
  if (parsed.href.length > LONGEST) return null;
  try {
    return { url: parsed.href, canonicalUrl: canonicalUrl(parsed.href) };
  } catch {
    // Escapes that stand for no text, and the like.
    return null;
  }
}
