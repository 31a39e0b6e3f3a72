import pg from "pg";
import type { Leaving } from "./leaving.ts";
import { ensureDatabase, type Postgres, startPostgres } from "./postgres/start.ts";
import type { Settings } from "./settings.ts";

export interface Database {
  url: string;
  /** The embedded server, null when the database is the operator's own. */
  server: Postgres | null;
}

/** The app's database on the embedded server. */
const NAME = "plumbline";
/** The same while the demo is being put in; it takes the name only when it is complete. */
const DRAFT = "plumbline_draft";

/** Opens the database that the settings name, starting the embedded one if need be; it is let go of on the way out. */
export async function openDatabase(settings: Settings, leaving: Leaving): Promise<Database> {
  if (settings.databaseUrl) return { url: settings.databaseUrl, server: null };
  // Settings for another Postgres of this person must not reach ours through the environment.
  for (const name of Object.keys(process.env)) if (/^PG[A-Z]+$/.test(name)) delete process.env[name];
  const server = await startPostgres({ dir: settings.data });
  leaving.add(() => server.stop());
  return { url: server.url(NAME), server };
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Whether nobody has written anything: no people and no issues, or no tables at all. */
export async function isEmpty(url: string): Promise<boolean> {
  const sql = 'SELECT EXISTS (SELECT FROM "Contributor") OR EXISTS (SELECT FROM "Issue") AS used';
  try {
    return await withClient(url, async (client) => !(await client.query(sql)).rows[0]?.used);
  } catch (error) {
    if (error instanceof pg.DatabaseError && ["42P01", "3D000"].includes(error.code ?? "")) return true;
    throw error;
  }
}

/**
 * Fills a database beside the app's and gives it the app's name when `fill` is done: a first start that is killed
 * half-way leaves no half demo, the next one begins again.
 */
export async function fillAside(server: Postgres, fill: (url: string) => Promise<void>): Promise<void> {
  const admin = server.url("postgres");
  await withClient(admin, (client) => client.query(`DROP DATABASE IF EXISTS ${DRAFT} WITH (FORCE)`));
  await ensureDatabase(server, DRAFT);
  await fill(server.url(DRAFT));
  // Something may have been put in meanwhile, by the command line for instance: then that stays.
  if (!(await isEmpty(server.url(NAME)))) return;
  await withClient(admin, async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${NAME}`);
    await client.query(`ALTER DATABASE ${DRAFT} RENAME TO ${NAME}`);
  });
}
