import { linkTarget } from "@/lib/rich-text/link-target";

/** The address of a pasted link, or null where none may stay (javascript:, a place in the page it came from). */
export function pastedAddress(href: string): string | null {
  const target = linkTarget(unwrapped(href.trim()));
  return target.kind === "link" ? target.href : null;
}

/** Google Docs copies every link as a redirect through Google. */
function unwrapped(href: string): string {
  if (!URL.canParse(href)) return href;
  const url = new URL(href);
  const isRedirect = /^(www\.)?google\.[a-z.]+$/.test(url.hostname) && url.pathname === "/url";
  return (isRedirect && (url.searchParams.get("q") ?? url.searchParams.get("url"))) || href;
}
