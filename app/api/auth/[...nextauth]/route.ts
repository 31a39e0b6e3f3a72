import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "@/lib/auth/options";
import { isSameOrigin } from "@/lib/auth/origin";
import { LIMITED } from "@/lib/auth/refusals";
import { env } from "@/lib/env";

interface Context {
  params: Promise<{ nextauth: string[] }>;
}

async function answer(request: NextRequest, context: Context): Promise<Response> {
  const response: Response = await NextAuth(request, context, authOptions());
  const headers = new Headers(response.headers);
  headers.set("Cache-Control", "private, no-store");
  headers.set("X-Content-Type-Options", "nosniff");
  const wait = await secondsToWait(response);
  if (!wait) return new Response(response.body, { status: response.status, headers });
  headers.set("Retry-After", wait);
  return new Response(response.body, { status: 429, headers });
}

// next-auth answers every refused sign-in alike, with the reason inside an address.
async function secondsToWait(response: Response): Promise<string | null> {
  if (response.status !== 401) return null;
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => null);
  const url = body && typeof body === "object" && "url" in body ? String(body.url) : "";
  const error = URL.canParse(url) ? new URL(url).searchParams.get("error") : null;
  return error?.startsWith(LIMITED) ? error.slice(LIMITED.length) : null;
}

export const GET = answer;

/** next-auth checks a token of its own; a foreign or missing Origin is refused before it is asked. */
export async function POST(request: NextRequest, context: Context): Promise<Response> {
  if (isSameOrigin(request.headers, env().PLUMBLINE_URL)) return answer(request, context);
  return Response.json({ message: "This request did not come from Plumbline's own pages." }, { status: 403 });
}
