import { expect, test } from "vitest";
import { fingerprint, matches } from "./dependencies.mjs";

const lock = {
  packages: {
    "": { name: "plumbline" },
    "node_modules/a": { version: "1.0.0", integrity: "x" },
    "node_modules/b-for-another-system": { version: "2.0.0", optional: true },
  },
};
const there = () => true;

test("what npm says is installed is held against the lock, other systems' packages apart", () => {
  const a = { version: "1.0.0", integrity: "x" };
  expect(matches(lock, { packages: { "node_modules/a": a } }, there)).toBe(true);
  expect(matches(lock, { packages: { "node_modules/a": { ...a, version: "1.0.1" } } }, there)).toBe(false);
  expect(matches(lock, { packages: { "node_modules/a": { ...a, integrity: "y" } } }, there)).toBe(false);
  expect(matches(lock, { packages: {} }, there)).toBe(false);
  expect(matches(lock, { packages: { "node_modules/a": a } }, () => false)).toBe(false);
});

test("an installation belongs to one lock and one system", () => {
  expect(fingerprint("lock")).toContain(`${process.platform} ${process.arch}`);
  expect(fingerprint("lock")).not.toBe(fingerprint("lock2"));
});
