import { z } from "zod";

/** How many tests, or steps, went well and how many did not; what was skipped is neither. */
export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

const vitestReport = z.object({
  numPassedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(
    z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) }),
  ),
});

const playwrightReport = z.object({
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  }),
});

/** Vitest's JSON report. A file that could not even be loaded holds no tests and counts as one that failed. */
export function tallyVitest(report: unknown): Tally {
  const { numPassedTests, numPendingTests, numTodoTests, testResults } = vitestReport.parse(report);
  const failed = testResults.map(({ status, assertionResults }) => {
    const tests = assertionResults.filter((test) => test.status === "failed").length;
    return status === "failed" ? Math.max(1, tests) : tests;
  });
  return {
    passed: numPassedTests,
    failed: failed.reduce((sum, n) => sum + n, 0),
    skipped: numPendingTests + numTodoTests,
  };
}

/**
 * Playwright's JSON report. Only continuous integration tries twice (playwright.config.ts); a test that passes only then has passed,
 * and Playwright's list names it as flaky: to be looked into, not to hold back what is sound.
 */
export function tallyPlaywright(report: unknown): Tally {
  const { expected, unexpected, flaky, skipped } = playwrightReport.parse(report).stats;
  return { passed: expected + flaky, failed: unexpected, skipped };
}

/** A runner that ends badly has failed somewhere, and one that found nothing to run has not passed, whatever its report says. */
export function honest(tally: Tally, code: number): Tally {
  const suspicious = tally.failed === 0 && (code !== 0 || tally.passed === 0);
  return suspicious ? { ...tally, failed: 1 } : tally;
}

export function sum(tallies: Tally[]): Tally {
  const add = (key: keyof Tally) => tallies.reduce((total, tally) => total + tally[key], 0);
  return { passed: add("passed"), failed: add("failed"), skipped: add("skipped") };
}
