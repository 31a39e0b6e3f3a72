import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { duration, stepsOn } from "./steps.ts";

test("a length of time is given as precisely as it matters", () => {
  expect(duration(40)).toBe("0.0 s");
  expect(duration(9_940)).toBe("9.9 s");
  expect(duration(41_400)).toBe("41 s");
  expect(duration(119_600)).toBe("2 min 0 s");
  expect(duration(125_000)).toBe("2 min 5 s");
});

test("a step says its title before the work and the outcome after it, a failure included", async () => {
  const out = new PassThrough();
  const step = stepsOn(out);
  await step(
    "Counting",
    async () => {
      expect(String(out.read())).toBe("Counting … ");
      return 3;
    },
    (n) => `${n} found`,
  );
  expect(String(out.read())).toBe("3 found (0.0 s)\n");
  await expect(step("Failing", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(String(out.read())).toBe("Failing … failed (0.0 s)\n");
});
