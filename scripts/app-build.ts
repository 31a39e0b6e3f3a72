import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { Failure } from "./failure.ts";
import { ROOT } from "./places.mjs";
import { inModules, runNode } from "./processes.ts";

/** The folder that `npm start` and `npm run build` build into; `npm test` has one of its own. */
export const DIST = ".next";

/** Everything that the build is made from. lib/generated and public/assets are made from it too, so they are left out. */
const SOURCES = [
  "{app,components,lib,public}/**/*",
  "prisma/schema.prisma",
  "scripts/assets.*",
  "*.{ts,mts,mjs,json}",
];
const NOT_SOURCES =
  /^(lib\/generated|public\/assets)\/|\.test\.tsx?$|^(biome|knip)\.json$|^(vitest|playwright)\.config|\.d\.ts$/;

/** A hash of the sources of the build, the same on every machine. */
export function sourcesFingerprint(root: string = ROOT): string {
  const hash = createHash("sha256");
  const files = globSync(SOURCES, { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, "/"));
  for (const file of files.filter((name) => !NOT_SOURCES.test(name)).sort())
    hash
      .update(`${file}\n`)
      .update(readFileSync(path.join(root, file)))
      .update("\n");
  return hash.digest("hex");
}

const stampOf = (dist: string): string => path.join(ROOT, dist, "plumbline-sources");
const assetsScript = (): string | undefined =>
  ["assets.mjs", "assets.ts"]
    .map((name) => path.join(ROOT, "scripts", name))
    .find((file) => existsSync(file));

/** Whether the build in `dist` was made, to its end, from the sources as they are now. */
export function buildIsCurrent(dist: string): boolean {
  if (!existsSync(stampOf(dist)) || !existsSync(path.join(ROOT, dist, "BUILD_ID"))) return false;
  if (assetsScript() && !existsSync(path.join(ROOT, "public", "assets"))) return false;
  return readFileSync(stampOf(dist), "utf8") === sourcesFingerprint();
}

/** Stylesheets and fonts of the reader pages, which are served as files. */
export async function buildAssets(): Promise<void> {
  const script = assetsScript();
  if (script) await (await import(pathToFileURL(script).href)).buildAssets();
}

/** Builds the app into `dist`. No database is needed, and none is read even where there is one. */
export async function buildApp(dist: string): Promise<void> {
  const before = sourcesFingerprint();
  rmSync(stampOf(dist), { force: true });
  await buildAssets();
  const { DATABASE_URL: _unused, ...env } = process.env;
  const done = await runNode([inModules("next", "dist", "bin", "next"), "build"], {
    env: { ...env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", NEXT_DIST_DIR: dist },
  });
  if (done.code !== 0) throw new Failure(`The app could not be built:\n${done.output.trim()}`);
  writeFileSync(stampOf(dist), before);
}
