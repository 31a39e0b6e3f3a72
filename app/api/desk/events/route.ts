import type { NextRequest } from "next/server";
import { requireLastingActor } from "@/lib/auth/session";
import { AppError } from "@/lib/errors";
import { eventsInput } from "@/lib/live/schema";
import { changesFor } from "@/lib/live/stream";

export const dynamic = "force-dynamic";

const STATUS: Partial<Record<AppError["code"], number>> = { "not-signed-in": 401, forbidden: 403 };

/** What changes in one issue (`?issue=`), one story of the backlog (`?story=`) or the inbox, sources and tasks (`?collecting=1`), as server-sent events. */
export async function GET(request: NextRequest): Promise<Response> {
  const parsed = eventsInput.safeParse(Object.fromEntries(request.nextUrl.searchParams));
  if (!parsed.success) return Response.json({ message: "Name one issue or one story." }, { status: 400 });
  try {
    const { actor, holds } = await requireLastingActor();
    const stream = changesFor(actor, parsed.data, holds, request.signal);
    return new Response(stream, {
      headers: {
        "Content-Type": "text/event-stream; charset=utf-8",
        // no-transform: compression would hold events back.
        "Cache-Control": "private, no-store, no-transform",
        "X-Accel-Buffering": "no",
        "X-Content-Type-Options": "nosniff",
      },
    });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return Response.json({ message: error.message }, { status: STATUS[error.code] ?? 400 });
  }
}
