import { matches } from "@/app/(public)/respond";
import { databaseAnswers } from "@/lib/database-health";
import { type FoundVariant, findVariant, readVariant } from "@/lib/images/public";
import { imagePlace } from "@/lib/images/schema";

/** A picture is data and nothing else, also where somebody opens its address as a page. */
const GUARDS = {
  "Content-Security-Policy": "default-src 'none'",
  "X-Content-Type-Options": "nosniff",
};

/** Whom a picture is sent to: everybody, whoever may read the draft it is in, or nobody. */
export type Audience = "public" | "private" | "preview" | null;

/**
 * Published pictures never change under their address, but a correction may take one out: that shows everywhere within half a minute, as
 * with the pages. One in a draft is asked for again each time, so that signing out
 * or publishing acts at once; one in a preview is kept by nobody.
 */
const CACHE = {
  public: { "Cache-Control": "public, max-age=30, must-revalidate" },
  private: { "Cache-Control": "private, no-cache", "Cross-Origin-Resource-Policy": "same-origin" },
  preview: {
    "Cache-Control": "private, no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Robots-Tag": "noindex, nofollow",
  },
} as const;

function plain(status: number, sentence: string): Response {
  const headers = { ...GUARDS, "Cache-Control": "no-store", "Content-Type": "text/plain; charset=utf-8" };
  return new Response(`${sentence}\n`, { status, headers });
}

async function send(request: Request, found: FoundVariant, audience: keyof typeof CACHE): Promise<Response> {
  // A row's variants are written once, so their name is as strong as a hash of them.
  const etag = `"${found.imageId}-${found.width}"`;
  const headers = { ...GUARDS, ...CACHE[audience], ETag: etag };
  if (matches(request.headers.get("If-None-Match"), etag))
    return new Response(null, { status: 304, headers });
  const body = await readVariant(found);
  return new Response(body, {
    headers: { ...headers, "Content-Type": found.mediaType, "Content-Length": String(body.length) },
  });
}

/**
 * Answers a picture's address to whom `audienceOf` says; to everybody else it does not exist. The reason for a failure
 * goes to the log, never to the reader.
 */
export async function answerImage(
  request: Request,
  place: { id: string; width: string },
  audienceOf: (imageId: string) => Promise<Audience>,
): Promise<Response> {
  const gone = () => plain(404, "There is no such picture.");
  const asked = imagePlace.safeParse(place);
  if (!asked.success) return gone();
  try {
    const found = await findVariant(asked.data.id, asked.data.width);
    const audience = found && (await audienceOf(found.imageId));
    return found && audience ? await send(request, found, audience) : gone();
  } catch (error) {
    console.error("A picture could not be sent:", error);
    return plain((await databaseAnswers()) ? 500 : 503, "This picture cannot be shown just now.");
  }
}
