import { isAllowedLink } from "@/lib/rich-text/extensions";

export type LinkAddress = { href: string } | { error: string };

/** What somebody typed as a link's address: completed to https:// or mailto: where that is clearly meant. */
export function linkAddress(typed: string): LinkAddress {
  const address = typed.trim();
  if (address === "") return { error: "Type an address, such as https://example.org/page." };
  for (const candidate of [address, ...completed(address)]) {
    if (isAllowedLink(candidate)) return { href: candidate };
  }
  return { error: "A link needs an address that begins with https://, http:// or mailto:." };
}

function completed(address: string): string[] {
  // Something with a scheme of its own (javascript:, file:) means what it says and is not completed.
  if (/^[a-z][a-z0-9+.-]*:/i.test(address) && !/^[^/:]+:\d+(\/|$)/.test(address)) return [];
  if (/^[^\s/@]+@[^\s/@]+\.[^\s/@]+$/.test(address)) return [`mailto:${address}`];
  return /^[^\s/]+\.[^\s/]+/.test(address) ? [`https://${address}`] : [];
}
