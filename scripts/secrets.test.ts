import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readSecret, sessionSecret, writeOnce } from "./secrets.ts";

let data = "";
beforeEach(() => {
  data = mkdtempSync(path.join(os.tmpdir(), "plumbline-secrets-"));
});
afterEach(() => rmSync(data, { recursive: true, force: true }));

test("the session secret is made once, kept, and readable by its owner alone", () => {
  const secret = sessionSecret(data, {} as NodeJS.ProcessEnv);
  expect(secret.length).toBeGreaterThanOrEqual(32);
  expect(sessionSecret(data, {} as NodeJS.ProcessEnv)).toBe(secret);
  expect(readdirSync(data)).toEqual(["secrets.json"]);
  if (process.platform !== "win32")
    expect(statSync(path.join(data, "secrets.json")).mode & 0o777).toBe(0o600);
});

test("one that is set wins, and none is made", () => {
  expect(sessionSecret(data, { NEXTAUTH_SECRET: "given", NODE_ENV: "test" })).toBe("given");
  expect(readdirSync(data)).toEqual([]);
});

test("a damaged file is named, not overwritten", () => {
  for (const words of ["", "{", "{}", '{"nextauthSecret":"short"}']) {
    writeFileSync(path.join(data, "secrets.json"), words);
    expect(() => sessionSecret(data, {} as NodeJS.ProcessEnv)).toThrow(/secrets\.json is damaged/);
    expect(readFileSync(path.join(data, "secrets.json"), "utf8")).toBe(words);
  }
});

test("the first to write wins", () => {
  const file = path.join(data, "x");
  expect(readSecret(file)).toBeNull();
  writeOnce(file, "one");
  writeOnce(file, "two");
  expect(readSecret(file)).toBe("one");
});
