import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { sourcesFingerprint } from "./app-build.ts";

let root = "";
const write = (file: string, words: string) => {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), words);
};

beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), "plumbline-sources-"));
  write("app/(public)/page.tsx", "one");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const changing = [
  "app/(public)/page.tsx",
  "app/(desk)/desk/[id]/page.tsx",
  "lib/db.ts",
  "prisma/schema.prisma",
  "next.config.ts",
];
test.each(changing)("a change of %s makes a build old", (file) => {
  const before = sourcesFingerprint(root);
  write(file, "two");
  expect(sourcesFingerprint(root)).not.toBe(before);
});

const indifferent = [
  "lib/db.test.ts",
  "lib/generated/x.ts",
  "public/assets/a.css",
  "docs/a.md",
  "vitest.config.ts",
  "next-env.d.ts",
];
test.each(indifferent)("a change of %s does not", (file) => {
  const before = sourcesFingerprint(root);
  write(file, "two");
  expect(sourcesFingerprint(root)).toBe(before);
});
