import { type NextRequest, NextResponse } from "next/server";
import { contentSecurityPolicy, DESK_HEADERS } from "@/lib/auth/headers";
import { PATH_HEADER } from "@/lib/auth/next-path";

/** What an address says, or null where a percent sign in it stands for nothing ("/issues/%E0%A4%A"). */
function decoded(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}

/**
 * Security headers of the signed-in side. This is never the lock: every page, action and route asks who is acting by itself.
 * Addresses that cannot be decoded are answered as any other wrong address is: Next itself would answer them with 500.
 */
export function proxy(request: NextRequest): NextResponse {
  const path = decoded(request.nextUrl.pathname);
  // An address without parts of its own: Next would read those from the broken address again.
  if (path === null) return NextResponse.rewrite(new URL("/no-such-page", request.url));
  if (!/^\/(?:desk|sign-in)\b/u.test(path)) return NextResponse.next();
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

// The last is every address with a percent sign in it; readers' own have none.
export const config = {
  matcher: ["/desk", "/desk/:path*", "/sign-in", "/sign-in/:path*", "/([^%]*%.*)"],
};
