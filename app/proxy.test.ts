import { unstable_doesMiddlewareMatch } from "next/experimental/testing/server";
import { NextRequest } from "next/server";
import { describe, expect, it } from "vitest";
import { config, proxy } from "@/proxy";

const SITE = "https://plumbline.example";

/** What the proxy does with an address: null where it is not asked at all. */
function asked(path: string): Response | null {
  const url = SITE + path;
  return unstable_doesMiddlewareMatch({ config, url }) ? proxy(new NextRequest(url)) : null;
}

describe("proxy", () => {
  it.each([
    "/%",
    "/issues/%E0%A4%A",
    "/issues/twelve/passages/%",
    "/topics/%FF",
    "/%c0%ae/x",
    "/desk/%",
    "/desk/issues/%E0%A4%A",
    "/sign-in/link/%",
    "/api/health/%",
    "/issues/%0A%",
  ])("sends %s, which cannot be decoded, to the page of wrong addresses", (path) => {
    expect(asked(path)?.headers.get("x-middleware-rewrite")).toBe(`${SITE}/no-such-page`);
  });

  it.each(["/desk", "/desk/issues/x", "/desk/a%20b", "/%64esk", "/sign-in?next=%"])(
    "guards %s of the desk",
    (path) => {
      const headers = asked(path)?.headers;
      expect(headers?.get("x-middleware-rewrite")).toBeNull();
      expect(headers?.get("Content-Security-Policy")).toContain("'strict-dynamic'");
    },
  );

  it("leaves readers' addresses to their own headers", () => {
    expect(asked("/issues/twelve?view=%")).toBeNull();
    expect(asked("/issues/caf%C3%A9")?.headers.get("Content-Security-Policy")).toBeNull();
  });
});
