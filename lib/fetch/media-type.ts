import { computedMIMEType, MIMEType } from "whatwg-mimetype";
import { FetchFault } from "@/lib/fetch/failures";

/** What a fetch is for, and so which kinds of answers it takes. */
export type Purpose = "page" | "feed" | "robots";

/** What is said in the Accept header. */
export const ACCEPT: Record<Purpose, string> = {
  page: "text/html, application/xhtml+xml, application/pdf;q=0.9, text/plain;q=0.8, text/markdown;q=0.8, */*;q=0.1",
  feed: "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.1",
  robots: "text/plain, */*;q=0.1",
};

const PAGES = new Set([
  "text/html",
  "application/xhtml+xml",
  "text/plain",
  "text/markdown",
  "text/x-markdown",
  "application/pdf",
]);

/** Types that say nothing (MIME Sniffing Standard, 7; octet-stream is what servers send for what they do not know). */
const SILENT = new Set(["application/octet-stream", "unknown/unknown", "application/unknown", "*/*"]);

const isFeed = (type: MIMEType) =>
  type.isXML() || type.isHTML() || /[/+]json$/.test(type.essence) || type.essence === "text/plain";

const TAKES: Record<Purpose, (type: MIMEType) => boolean> = {
  page: (type) => PAGES.has(type.essence),
  feed: isFeed,
  // Whatever is no robots.txt has no rules either.
  robots: () => true,
};

const KINDS: Record<string, string> = {
  image: "a picture",
  video: "a video",
  audio: "a sound",
  font: "a font",
};

function refuse(type: MIMEType, purpose: Purpose): never {
  const kind = KINDS[type.type] ?? "a file";
  throw new FetchFault(purpose === "feed" ? "notFeed" : "notText", `${kind} (${type.essence.slice(0, 80)})`);
}

/** The type that a Content-Type header names, or null when it names none worth the name. */
function namedType(header: string | undefined): MIMEType | null {
  const type = MIMEType.parse(header ?? "");
  return type && !SILENT.has(type.essence) ? type : null;
}

/** Throws a FetchFault when the header alone says that the body is nothing that `purpose` takes. */
export function checkNamedType(header: string | undefined, purpose: Purpose): void {
  const type = namedType(header);
  if (type && !TAKES[purpose](type)) refuse(type, purpose);
}

/**
 * The type's essence, lower case, and the charset that the header names. Where the header says nothing, and where it says
 * text/plain, the bytes are asked too (MIME Sniffing Standard). Throws a FetchFault when `purpose` does not take it.
 */
export function mediaTypeOf(
  body: Uint8Array,
  header: string | undefined,
  purpose: Purpose,
): { mediaType: string; charset: string | null } {
  const named = namedType(header);
  const isPlain = named?.essence === "text/plain";
  const type =
    named && !isPlain ? named : computedMIMEType(body, isPlain ? { contentTypeHeader: header } : {});
  if (!TAKES[purpose](type)) refuse(type, purpose);
  const charset = MIMEType.parse(header ?? "")?.parameters.get("charset") ?? null;
  return { mediaType: type.essence, charset: charset?.trim().toLowerCase() || null };
}
