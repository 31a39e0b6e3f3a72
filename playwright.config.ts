import { defineConfig, devices } from "@playwright/test";

// scripts/test.ts builds and serves the app on a throw-away database, finds the browser, and names both here.
const asRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  workers: 2,
  // Keys and clicks of a test are quicker than any hand; on a busy machine one in a hundred tests outruns the page.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [
    ["list"],
    ["json", { outputFile: process.env.PLUMBLINE_E2E_REPORT ?? "test-results/report.json" }],
  ],
  use: {
    baseURL: process.env.PLUMBLINE_URL ?? "http://localhost:3000",
    // Recording every test, to throw away what passes, takes some 40 % more: `--trace retain-on-failure` where one is wanted.
    trace: "off",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.PLUMBLINE_CHROMIUM || undefined,
      // Chromium's sandbox does not work for root, and containers give it little shared memory.
      args: asRoot ? ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"] : ["--disable-gpu"],
    },
  },
  projects: [{ name: "chromium", use: { ...devices["Desktop Chrome"] } }],
});
