import { notFoundDocument, troubleDocument } from "@/app/(public)/messages";
import type { Rendered } from "@/app/(public)/render";
import { lookUp, TAGS, type Tag } from "@/lib/cache";
import { databaseAnswers } from "@/lib/database-health";

/** Nothing but what this site serves itself, and no script at all. */
const POLICY =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

const FRAMED_POLICY = POLICY.replace("frame-ancestors 'none'", "frame-ancestors 'self'");

const GUARDS = {
  "Content-Security-Policy": POLICY,
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
};

/**
 * Browsers ask every time and mostly hear 304. A CDN may answer for 15 seconds by itself, and for an hour when this
 * site does not: so a correction shows everywhere within half a minute.
 */
const SHARED = "public, max-age=0, s-maxage=15, stale-while-revalidate=15, stale-if-error=3600";

export interface Answer {
  /** Address of what is asked for: the key under which the rendered document is kept. */
  key: string;
  /** Null when there is nothing published there. */
  produce: () => Promise<Rendered | null>;
  /** What it is made from besides editions and the publication's settings. */
  tags?: readonly Tag[];
  headers?: Record<string, string>;
}

/** Whether an If-None-Match header names this ETag. */
export function matches(header: string | null, etag: string): boolean {
  if (header === null) return false;
  if (header.trim() === "*") return true;
  return header.split(",").some((one) => one.trim().replace(/^W\//u, "") === etag);
}

function send(request: Request, document: Rendered, headers: Record<string, string>, status = 200): Response {
  const all = { ...GUARDS, ...headers, ETag: document.etag };
  if (document.location !== undefined) {
    return new Response(null, { status: 308, headers: { ...all, Location: document.location } });
  }
  if (status === 200 && matches(request.headers.get("If-None-Match"), document.etag)) {
    return new Response(null, { status: 304, headers: all });
  }
  return new Response(document.body, { status, headers: { ...all, "Content-Type": document.type } });
}

/** What could not be made: 503 while Postgres is away, else 500. The reason goes to the log, never to the reader. */
async function trouble(request: Request, error: unknown): Promise<Response> {
  console.error("A reader page could not be made:", error);
  const away = !(await databaseAnswers());
  const headers = { "Cache-Control": "no-store", ...(away ? { "Retry-After": "30" } : {}) };
  return send(request, await troubleDocument(away), headers, away ? 503 : 500);
}

/** 404 with a document of its own. Kept by nobody: the page may be published the next minute. */
export async function answerNotFound(
  request: Request,
  headers: Record<string, string> = {},
): Promise<Response> {
  try {
    return send(request, await notFoundDocument(), { "Cache-Control": "no-store", ...headers }, 404);
  } catch (error) {
    return trouble(request, error);
  }
}

/** Of what only some may read: kept by nobody, found by no search engine, its address told to no other site. */
const PRIVATE = {
  "Cache-Control": "private, no-store",
  "Referrer-Policy": "no-referrer",
  "X-Robots-Tag": "noindex, nofollow",
};

/**
 * Answers whoever may read a draft; null is the same 404 for everybody else. Made anew each time. Where `framed`, a page
 * of this site may show it in a frame: the desk's preview does.
 */
export async function answerPrivately(
  request: Request,
  produce: () => Promise<Rendered | null>,
  { framed = false } = {},
): Promise<Response> {
  const headers = { ...PRIVATE, "Content-Security-Policy": framed ? FRAMED_POLICY : POLICY };
  try {
    const document = await produce();
    return document ? send(request, document, headers) : await answerNotFound(request, headers);
  } catch (error) {
    return trouble(request, error);
  }
}

/**
 * Answers a reader: from this instance's memory while no edition and no setting has changed since, else anew.
 * With Postgres away the last copy is still sent, marked so that nobody keeps it.
 */
export async function answer(
  request: Request,
  { key, produce, tags = [], headers = {} }: Answer,
): Promise<Response> {
  try {
    // While developing, the components change under the same editions.
    const { value, stale } =
      process.env.NODE_ENV === "development"
        ? { value: await produce(), stale: false }
        : await lookUp(`document ${key}`, [TAGS.editions, TAGS.publication, ...tags], produce);
    if (value === null) return await answerNotFound(request);
    return send(request, value, { "Cache-Control": stale ? "no-store" : SHARED, ...headers });
  } catch (error) {
    return trouble(request, error);
  }
}
