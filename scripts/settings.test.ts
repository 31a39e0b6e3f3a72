import { expect, test, vi } from "vitest";
import { systemPaths } from "./chromium.ts";
import { readSettings } from "./settings.ts";

const settings = (env: Record<string, string>) => {
  vi.stubEnv("PLUMBLINE_DATA", "/nowhere/plumbline");
  return readSettings({ NODE_ENV: "test", ...env });
};

test("without settings: the embedded database, port 3000, every address", () => {
  expect(settings({})).toEqual({
    data: expect.stringContaining("plumbline"),
    port: 3000,
    host: undefined,
    siteUrl: "http://localhost:3000",
    databaseUrl: null,
  });
});

test("the site's address follows the port unless it is set, and ends without a slash", () => {
  expect(settings({ PORT: "4000" }).siteUrl).toBe("http://localhost:4000");
  expect(settings({ PORT: "4000", PLUMBLINE_URL: "https://digest.example/" }).siteUrl).toBe(
    "https://digest.example",
  );
});

test.each([
  [{ PORT: "abc" }, /PORT/],
  [{ PORT: "70000" }, /PORT/],
  [{ DATABASE_URL: "mysql://x/y" }, /DATABASE_URL/],
  [{ PLUMBLINE_URL: "digest.example" }, /PLUMBLINE_URL/],
])("%o is refused with a sentence", (env, sentence) => {
  expect(() => settings(env as Record<string, string>)).toThrow(sentence);
});

test("Chromium is looked for where each system keeps it", () => {
  expect(systemPaths("linux", { PATH: "/usr/bin:/snap/bin", NODE_ENV: "test" })).toContain(
    "/snap/bin/chromium",
  );
  expect(systemPaths("darwin", { NODE_ENV: "test" })[0]).toMatch(/Google Chrome\.app/);
  expect(systemPaths("win32", { ProgramFiles: "C:\\P", NODE_ENV: "test" })[0]).toBe(
    "C:\\P\\Google\\Chrome\\Application\\chrome.exe",
  );
});
