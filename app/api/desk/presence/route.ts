import type { NextRequest } from "next/server";
import { z } from "zod";
import { isSameOrigin } from "@/lib/auth/origin";
import { requireActor } from "@/lib/auth/session";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { parse } from "@/lib/parse";
import { appear, leave } from "@/lib/presence/commands";
import { listPresent } from "@/lib/presence/queries";
import { appearInput, leaveInput } from "@/lib/presence/schema";

const input = z.union([leaveInput, appearInput]);

const STATUS: Partial<Record<AppError["code"], number>> = { "not-signed-in": 401, invalid: 400 };

/**
 * A window says that it is open and hears who else is there; or says that it closes (as a beacon, so this is a route and
 * not an action).
 */
export async function POST(request: NextRequest): Promise<Response> {
  try {
    if (!isSameOrigin(request.headers, env().PLUMBLINE_URL))
      throw new AppError("forbidden", "This request did not come from Plumbline's own pages.");
    const actor = await requireActor();
    const said = parse(input, await request.json().catch(() => null));
    if ("gone" in said) {
      await leave(actor, said);
      return new Response(null, { status: 204, headers: HEADERS });
    }
    await appear(actor, said);
    return Response.json({ people: await listPresent(actor, said) }, { headers: HEADERS });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return Response.json({ message: error.message }, { status: STATUS[error.code] ?? 403, headers: HEADERS });
  }
}

const HEADERS = { "Cache-Control": "private, no-store", "X-Content-Type-Options": "nosniff" };
