import { expect, test } from "vitest";
import { honest, sum, tallyPlaywright, tallyVitest } from "./tally.ts";

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((outcome) => ({ status: outcome })),
});

test("vitest: each test counts, and a file that could not be loaded as one that failed", () => {
  const report = {
    numPassedTests: 3,
    numPendingTests: 1,
    numTodoTests: 0,
    testResults: [
      file("passed", "passed", "passed", "pending"),
      file("failed", "passed", "failed", "failed"),
      file("failed"),
    ],
  };
  expect(tallyVitest(report)).toEqual({ passed: 3, failed: 3, skipped: 1 });
});

test("playwright: what passed at the second try has passed", () => {
  const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 2 };
  expect(tallyPlaywright({ stats })).toEqual({ passed: 5, failed: 1, skipped: 2 });
});

test("a runner that ends badly or runs nothing has not passed", () => {
  expect(honest({ passed: 5, failed: 0, skipped: 0 }, 0).failed).toBe(0);
  expect(honest({ passed: 5, failed: 0, skipped: 0 }, 1).failed).toBe(1);
  expect(honest({ passed: 5, failed: 2, skipped: 0 }, 1).failed).toBe(2);
  expect(honest({ passed: 0, failed: 0, skipped: 3 }, 0).failed).toBe(1);
});

test("the sum of the parts", () => {
  const parts = [
    { passed: 1, failed: 2, skipped: 3 },
    { passed: 10, failed: 20, skipped: 30 },
  ];
  expect(sum(parts)).toEqual({ passed: 11, failed: 22, skipped: 33 });
});
