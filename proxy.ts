import { type NextRequest, NextResponse } from "next/server";
import { contentSecurityPolicy, DESK_HEADERS } from "@/lib/auth/headers";
import { PATH_HEADER } from "@/lib/auth/next-path";

/**
 * Security headers of the signed-in side. This is never the lock: every page, action and route asks who is acting by itself.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === "development");
  const headers = new Headers(request.headers);
  headers.set(PATH_HEADER, request.nextUrl.pathname + request.nextUrl.search);
  // Next reads the nonce from the request's policy and puts it on the scripts it renders.
  headers.set("Content-Security-Policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  for (const [name, value] of Object.entries(DESK_HEADERS)) response.headers.set(name, value);
  return response;
}

export const config = { matcher: ["/desk", "/desk/:path*", "/sign-in", "/sign-in/:path*"] };
