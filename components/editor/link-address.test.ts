import { describe, expect, it } from "vitest";
import { linkAddress } from "@/components/editor/link-address";

describe("linkAddress", () => {
  it.each([
    ["https://example.org/a?b=c#d", "https://example.org/a?b=c#d"],
    [" http://example.org ", "http://example.org"],
    ["example.org/page", "https://example.org/page"],
    ["localhost.test:8080/x", "https://localhost.test:8080/x"],
    ["jo@example.org", "mailto:jo@example.org"],
    ["mailto:jo@example.org", "mailto:jo@example.org"],
  ])("takes %j as %j", (typed, href) => {
    expect(linkAddress(typed)).toEqual({ href });
  });

  it.each([
    "",
    "  ",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\nscript:alert(1)",
    " javascript:alert(1)//a.b",
    "data:text/html,<b>x</b>",
    "vbscript:x.y",
    "file:///etc/passwd",
    "just words",
  ])("refuses %j with a sentence", (typed) => {
    expect(linkAddress(typed)).toHaveProperty("error");
  });
});
