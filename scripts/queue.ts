import { Logger, runMigrations } from "graphile-worker";

/** Installs the job queue's own tables (schema `graphile_worker`), or brings them up to date; quick when there is nothing to do. */
export async function installQueue(connectionString: string): Promise<void> {
  await runMigrations({ connectionString, logger: new Logger(() => () => undefined) });
}
