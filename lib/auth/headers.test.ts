import { expect, it } from "vitest";
import { contentSecurityPolicy } from "@/lib/auth/headers";

it("lets scripts run by nonce only, and nobody frame the desk", () => {
  const policy = new Map(
    contentSecurityPolicy("abc123", false)
      .split("; ")
      .map((directive) => {
        const [name = "", ...sources] = directive.split(" ");
        return [name, sources];
      }),
  );
  expect(policy.get("script-src")).toEqual(["'self'", "'nonce-abc123'", "'strict-dynamic'"]);
  expect(policy.get("default-src")).toEqual(["'self'"]);
  expect(policy.get("object-src")).toEqual(["'none'"]);
  expect(policy.get("base-uri")).toEqual(["'none'"]);
  expect(policy.get("form-action")).toEqual(["'self'"]);
  expect(policy.get("frame-ancestors")).toEqual(["'none'"]);
  expect(contentSecurityPolicy("abc123", true)).toContain("'unsafe-eval'");
});
