import { requireActor } from "@/lib/auth/session";
import { AppError, type ErrorCode } from "@/lib/errors";
import { lookUp } from "@/lib/search/queries";

const STATUS: Partial<Record<ErrorCode, number>> = { "not-signed-in": 401, forbidden: 403, invalid: 400 };

/**
 * What the palette shows while somebody types: `?q=…`. A GET, because the browser sends a page's server actions one after the
 * other, and a search must neither wait for a save nor hold one up.
 */
export async function GET(request: Request): Promise<Response> {
  const headers = { "Cache-Control": "no-store" };
  try {
    const query = new URL(request.url).searchParams.get("q") ?? "";
    return Response.json({ hits: await lookUp(await requireActor(), { query }) }, { headers });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return Response.json({ message: error.message }, { status: STATUS[error.code] ?? 400, headers });
  }
}
