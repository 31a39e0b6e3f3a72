import { parseHTML } from "linkedom";
import { webAddress } from "@/lib/feeds/web-address";

/** Pages name their feeds at their beginning. */
const MOST_HTML = 500_000;
const FEED_TYPES = /^application\/(rss|atom|rdf|feed)\+(xml|json)$|^application\/json$/i;

/**
 * The address of the first feed that a web page names by <link rel="alternate">, or null. By custom the first is the page's
 * own; feeds of comments come after it.
 */
export function feedOfPage(html: string, address: string): string | null {
  const { document } = parseHTML(html.slice(0, MOST_HTML));
  const base =
    webAddress(document.querySelector("base[href]")?.getAttribute("href"), address)?.url ?? address;
  for (const link of document.querySelectorAll("link[href][type]")) {
    const relations = (link.getAttribute("rel") ?? "").toLowerCase().split(/\s+/);
    if (!relations.includes("alternate") || !FEED_TYPES.test(link.getAttribute("type")?.trim() ?? ""))
      continue;
    const found = webAddress(link.getAttribute("href"), base);
    if (found) return found.url;
  }
  return null;
}
