/** `url` when it is a web address, else null: an Edition may be older than the rule that refuses others. */
export function webAddress(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  return ["http:", "https:"].includes(new URL(url).protocol) ? url : null;
}

/** Dashes divide the parts of a text directive, so they are escaped too; encodeURIComponent leaves them alone. */
function directivePart(text: string): string {
  return encodeURIComponent(text).replaceAll("-", "%2D");
}

/** Words at each end that stand for a long passage: browsers match whole words, and addresses should stay short. */
const END_WORDS = 5;
const WHOLE_UP_TO = 12;

/** Where a passage stands: its words, and for a PDF the number of its page. */
interface Place {
  exact: string;
  page?: number | null | undefined;
}

/**
 * The address of a passage within what is at `url`: a text fragment (WICG Scroll to Text Fragment), which browsers
 * that know it scroll to and highlight, and others ignore; for a PDF its page (RFC 8118, 3).
 */
export function passageAddress(url: string, { exact, page }: Place): string {
  if (page) return `${url.replace(/#.*$/u, "")}#page=${page}`;
  const words = exact.trim().split(/\s+/u);
  const directive =
    words.length <= WHOLE_UP_TO
      ? directivePart(words.join(" "))
      : `${directivePart(words.slice(0, END_WORDS).join(" "))},${directivePart(words.slice(-END_WORDS).join(" "))}`;
  const base = url.replace(/:~:.*$/u, "");
  return `${base}${base.includes("#") ? "" : "#"}:~:text=${directive}`;
}

/** Where the parts of the public site are. */
export const issueAddress = (slug: string) => `/issues/${slug}`;
/** The issue with its analysis folded away. */
export const sourcedAddress = (slug: string) => `/issues/${slug}?view=sourced`;
/** All topics; the page of one. */
export const TOPICS = "/topics";
export const topicAddress = (slug: string) => `${TOPICS}/${slug}`;
export const LEDGER = "/ledger";
export const LEDGER_FEED = "/ledger/feed.xml";
export const HOW_WE_WORK = "/how-we-work";
