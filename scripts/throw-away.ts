import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Leaving } from "./leaving.ts";
import { type Postgres, startPostgres } from "./postgres/start.ts";
import { commandOf } from "./running.mjs";

const PREFIX = "plumbline-test-";

/** A folder that is gone when this process is. Those of earlier runs that were killed go now. */
export async function throwAwayFolder(leaving: Leaving): Promise<string> {
  await sweep();
  const folder = mkdtempSync(path.join(os.tmpdir(), `${PREFIX}${process.pid}-`));
  leaving.add(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A Postgres in `folder` for tests. */
export async function throwAwayPostgres(folder: string, leaving: Leaving): Promise<Postgres> {
  const postgres = await startPostgres({ dir: folder, throwAway: true });
  leaving.add(() => postgres.stop());
  return postgres;
}

async function sweep(): Promise<void> {
  for (const name of readdirSync(os.tmpdir())) {
    const pid = name.startsWith(PREFIX) ? Number(name.slice(PREFIX.length).split("-")[0]) : 0;
    if (!pid || commandOf(pid)) continue;
    const folder = path.join(os.tmpdir(), name);
    try {
      // Joining it and letting go again is what stops a server that nobody else uses.
      if (readdirSync(folder).includes("pg"))
        await (await startPostgres({ dir: folder, throwAway: true })).stop();
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // Another user's: theirs to sweep.
    }
  }
}
