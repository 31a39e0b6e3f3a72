import { expect, it } from "vitest";
import { nextPath } from "@/lib/auth/next-path";
import { isSameOrigin } from "@/lib/auth/origin";

const site = "https://digest.example";
const sent = (origin: string | null, host = "digest.example") =>
  new Headers(origin === null ? { host } : { host, origin });

it.each([
  [sent("https://digest.example"), site, true],
  [sent(null), site, false],
  [sent("null"), site, false],
  [sent(""), site, false],
  [sent("http://digest.example"), site, false],
  [sent("https://digest.example:8443"), site, false],
  [sent("https://digest.example.evil.test"), site, false],
  [sent("https://evil.test"), site, false],
  [sent("https://evil.test", "evil.test"), site, false],
  [sent("https://digest.example/path"), site, false],
  [sent("http://localhost:3000", "localhost:3000"), site, false],
  [sent("http://localhost:3000", "localhost:3000"), "http://localhost:3000", true],
  [sent("http://127.0.0.1:3000", "127.0.0.1:3000"), "http://localhost:3000", true],
  [sent("http://127.0.0.1:4000", "127.0.0.1:3000"), "http://localhost:3000", false],
  [sent("http://rebound.test:3000", "rebound.test:3000"), "http://localhost:3000", false],
])("%#: a state change is ours only with our Origin", (headers, url, ours) => {
  expect(isSameOrigin(headers, url)).toBe(ours);
});

it.each([
  ["/desk", "/desk"],
  ["/desk/issues/1?tab=sources", "/desk/issues/1?tab=sources"],
  ["/desk/../api/auth/signout", "/desk"],
  ["/deskevil", "/desk"],
  ["//evil.test/desk", "/desk"],
  ["/\\evil.test", "/desk"],
  ["https://evil.test/desk", "/desk"],
  ["javascript:alert(1)", "/desk"],
  ["/", "/desk"],
  [undefined, "/desk"],
  [["/desk", "/x"], "/desk"],
])("after sign-in %j leads to %j", (asked, path) => {
  expect(nextPath(asked)).toBe(path);
});
