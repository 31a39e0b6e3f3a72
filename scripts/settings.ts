import { existsSync } from "node:fs";
import path from "node:path";
import { Failure } from "./failure.ts";
import { dataFolder, ROOT } from "./places.mjs";
import { runningApp } from "./running.mjs";

export interface Settings {
  /** Where the database, the secrets and the lock are kept. */
  data: string;
  port: number;
  /** The address to listen on; undefined means every one. */
  host: string | undefined;
  /** Where readers reach the site, without a slash at the end. */
  siteUrl: string;
  /** A Postgres of the operator's own; null means the embedded one. */
  databaseUrl: string | null;
}

function portFrom(value: string | undefined): number {
  const port = value ? Number(value) : 3000;
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw new Failure(`PORT must be a number from 1 to 65535, not "${value}".`);
}

/** What npm start and npm run digest go by, from the environment and `.env`. */
export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const port = portFrom(env.PORT);
  const databaseUrl = env.DATABASE_URL || null;
  if (databaseUrl && !/^postgres(ql)?:\/\//.test(databaseUrl))
    throw new Failure(
      "DATABASE_URL must be a postgres:// address; leave it out to use the embedded Postgres.",
    );
  const data = dataFolder();
  const siteUrl = env.PLUMBLINE_URL || runningApp(data)?.url || `http://localhost:${port}`;
  if (!URL.canParse(siteUrl) || !/^https?:/.test(siteUrl))
    throw new Failure(`PLUMBLINE_URL must be an http(s) address, not "${siteUrl}".`);
  return {
    data,
    port,
    databaseUrl,
    host: env.HOST || undefined,
    siteUrl: siteUrl.replace(/\/+$/, ""),
  };
}

/** Reads `.env` as Next does, for the parts that run before it; what is set already wins. */
export function loadEnvFile(): void {
  const file = path.join(ROOT, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
}
