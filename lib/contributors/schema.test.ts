import { describe, expect, it } from "vitest";
import { emailAddress, inviteInput, limitedSentence, setPasswordInput } from "@/lib/contributors/schema";

describe("an e-mail address", () => {
  it.each([
    [" Dana@Example.ORG ", "dana@example.org"],
    ["ｄａｎａ@example.org", "dana@example.org"],
    ["dana+desk@example.org", "dana+desk@example.org"],
    ["\u212Aim@example.org", "kim@example.org"],
  ])("has one canonical form: %j", (typed, kept) => {
    expect(emailAddress.parse(typed)).toBe(kept);
  });

  it.each([
    "dana＠example.org",
    "dana﹫example.org",
    "dana@example.org\r\nBcc: everyone@example.org",
    "dana@example.org\n",
    "da\u0000na@example.org",
    '"dana"@example.org',
    '"a@b"@example.org',
    "dana@example.org, eve@example.org",
    "Dana <dana@example.org>",
    "dana@exämple.org",
    "dàna@example.org",
    "dana@",
    "@example.org",
    "dana@example",
    "dana..whitfield@example.org",
    `${"a".repeat(250)}@example.org`,
    "",
    null,
  ])("refuses %j", (typed) => {
    expect(emailAddress.safeParse(typed).success).toBe(false);
  });
});

describe("inputs", () => {
  const person = { email: "dana@example.org", name: "Dana", role: "editor" };

  it("refuse fields nobody asked for", () => {
    expect(inviteInput.safeParse({ ...person, passwordHash: "x" }).success).toBe(false);
    expect(inviteInput.safeParse({ ...person, sessionVersion: 9 }).success).toBe(false);
    expect(inviteInput.safeParse({ ...person, role: "owner" }).success).toBe(false);
  });

  it("tidy a name and refuse an empty or broken one", () => {
    expect(inviteInput.parse({ ...person, name: "  Dana \n Whitfield " }).name).toBe("Dana Whitfield");
    expect(inviteInput.parse({ ...person, name: "\u202EDa\u200Bna\uFEFF  \u2066W.\u2069" }).name).toBe(
      "Dana W.",
    );
    for (const name of ["  ", "\u200B \u202E\u200F\uFEFF", "Da\u0007na", "x".repeat(121)])
      expect(inviteInput.safeParse({ ...person, name }).success).toBe(false);
  });

  it("ask a password of twelve characters, and not one character twelve times", () => {
    const choose = (password: string) => setPasswordInput.safeParse({ password }).success;
    expect(choose("eleven char")).toBe(false);
    expect(choose("aaaaaaaaaaaaaaaa")).toBe(false);
    expect(choose("x".repeat(257))).toBe(false);
    expect(choose("twelve chars")).toBe(true);
  });
});

it("tells a limited person how long to wait in words", () => {
  expect(limitedSentence(30)).toContain("in 1 minute,");
  expect(limitedSentence(899)).toContain("in 15 minutes,");
  expect(limitedSentence(80_000)).toContain("in 23 hours,");
});
