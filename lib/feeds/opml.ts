import { generateOpml, type Opml, parseOpml } from "feedsmith";
import { withoutControls } from "@/lib/characters";
import { AppError } from "@/lib/errors";
import { cleanLine } from "@/lib/feeds/plain-text";
import { webAddress } from "@/lib/feeds/web-address";
import { declaresEntities } from "@/lib/feeds/xml";

/** Characters of a list that are read, and feeds in it. */
const LONGEST_OPML = 2_000_000;
const MOST_FEEDS = 1_000;

/** One feed of a list. */
export interface Outline {
  title: string;
  url: string;
  siteUrl: string | null;
}

/** What a list names: its feeds once each, and what in it is no usable address of one. */
export interface ReadOpml {
  feeds: Outline[];
  refused: { title: string; address: string }[];
}

type Node = Opml.Outline<string>;

/** Every outline, those in folders too. A stack of our own: nesting is whatever the file wants. */
function flatten(outlines: Node[]): Node[] {
  const found: Node[] = [];
  const pending = [...outlines].reverse();
  for (let node = pending.pop(); node; node = pending.pop()) {
    found.push(node);
    pending.push(...[...(node.outlines ?? [])].reverse());
  }
  return found;
}

function parsed(text: string): Node[] {
  try {
    return parseOpml(text).body?.outlines ?? [];
  } catch {
    throw new AppError(
      "invalid",
      "This is not a list of feeds that can be read (OPML). Nothing was taken in.",
    );
  }
}

/**
 * The feeds of an OPML file, folders flattened, each canonical address once. Throws AppError "invalid" for the whole file when
 * it is larger than 2 MB, declares entities of its own, is no OPML, or names no feed or more than 1,000.
 */
export function readOpml(text: string): ReadOpml {
  if (text.length > LONGEST_OPML) {
    throw new AppError(
      "invalid",
      "This file is larger than 2 MB, which no list of feeds needs. Nothing was taken in.",
    );
  }
  if (declaresEntities(text)) {
    throw new AppError(
      "invalid",
      "This file declares XML entities of its own, as attacks do and lists of feeds never need. Nothing was taken in.",
    );
  }
  const nodes = flatten(parsed(text)).filter(({ xmlUrl }) => xmlUrl !== undefined);
  if (nodes.length === 0) {
    throw new AppError(
      "invalid",
      "This list names no feed. A list of feeds has them as outlines with an xmlUrl.",
    );
  }
  if (nodes.length > MOST_FEEDS) {
    throw new AppError("invalid", `This list names ${nodes.length} feeds; take in at most 1,000 at once.`);
  }
  const feeds = new Map<string, Outline>();
  const refused: ReadOpml["refused"] = [];
  for (const node of nodes) {
    const title = cleanLine(node.text || node.title || "", 500);
    const address = webAddress(node.xmlUrl);
    if (!address) refused.push({ title, address: cleanLine(node.xmlUrl ?? "", 200) });
    else if (!feeds.has(address.canonicalUrl)) {
      feeds.set(address.canonicalUrl, {
        title,
        url: address.url,
        siteUrl: webAddress(node.htmlUrl)?.url ?? null,
      });
    }
  }
  return { feeds: [...feeds.values()], refused };
}

/** The feeds as an OPML 2.0 file of one level. Throws AppError "not-found" where there are none: such a file names at least one. */
export function writeOpml(feeds: readonly Outline[], now: Date): string {
  if (feeds.length === 0) throw new AppError("not-found", "There is no feed yet that a file could list.");
  const outlines = withoutControls(feeds).map(({ title, url, siteUrl }) => ({
    type: "rss",
    text: title || url,
    xmlUrl: url,
    ...(siteUrl && { htmlUrl: siteUrl }),
  }));
  return generateOpml({ head: { title: "Feeds of Plumbline", dateCreated: now }, body: { outlines } });
}
