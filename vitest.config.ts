import { globSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "");
const resolve = { alias: { "@": root } };
const limits = { testTimeout: 30_000, hookTimeout: 60_000 };

/** What a test file says that leaves something behind, or needs a process of its own. */
const APART =
  /DATABASE_URL|useFreshDatabase|process\.(?:env|chdir|on)|vi\.(?:mock|stub|useFake|spyOn)|jsdom|globalThis|worker_threads/;

const files = globSync("{lib,app,components,prisma,scripts}/**/*.test.{ts,tsx}", { cwd: root });
const apart = files.filter((file) => APART.test(readFileSync(`${root}/${file}`, "utf8")));
const together = files.filter((file) => !apart.includes(file));

export default defineConfig({
  test: {
    // By default one processor is left out, which of two is half.
    maxWorkers: availableParallelism(),
    projects: [
      {
        resolve,
        test: { ...limits, name: "apart", include: apart, globalSetup: ["prisma/test-template.ts"] },
      },
      // Functions of what they are given: a worker loads what they are made of once, not for each file anew.
      { resolve, test: { ...limits, name: "together", include: together, isolate: false } },
    ],
  },
});
