import pg from "pg";

/** First key of the advisory locks by which workers show that they live; the second is a hash of the worker's id. */
const LIVING = 7_520_002;

/**
 * Which workers live. Graphile Worker keeps the jobs of a killed worker, and the queues they run in, locked for four hours.
 * So every worker of this process holds an advisory lock on one connection, which ends with the process however that ends;
 * whoever can take the lock of a worker that holds jobs knows that it is dead and lets go of its jobs.
 */
export class LivingWorkers {
  readonly #client: pg.Client;
  readonly #ids = new Set<string>();

  private constructor(client: pg.Client) {
    this.#client = client;
  }

  /** `lost` is told when the connection, and with it the proof, is gone: the workers must end then. */
  static async open(connectionString: string, lost: (error: Error) => void): Promise<LivingWorkers> {
    const client = new pg.Client({ connectionString, keepAlive: true });
    client.on("error", lost);
    await client.connect();
    return new LivingWorkers(client);
  }

  /** Shows that a worker lives, from before its first job on. */
  async show(workerId: string): Promise<void> {
    this.#ids.add(workerId);
    // Another worker that looks whether this one lives holds the lock for a moment: then this waits.
    await this.#client.query("SELECT pg_advisory_lock($1, hashtext($2))", [LIVING, workerId]);
  }

  /** Lets go of what dead workers had in hand; answers their ids. */
  async releaseLost(): Promise<string[]> {
    const { rows } = await this.#client.query<{ id: string }>(
      `SELECT DISTINCT "locked_by" AS "id" FROM graphile_worker.jobs WHERE "locked_by" IS NOT NULL`,
    );
    const dead: string[] = [];
    for (const { id } of rows) if (!this.#ids.has(id) && (await this.#isDead(id))) dead.push(id);
    if (dead.length > 0)
      await this.#client.query("SELECT graphile_worker.force_unlock_workers($1::text[])", [dead]);
    return dead;
  }

  async #isDead(workerId: string): Promise<boolean> {
    const { rows } = await this.#client.query<{ free: boolean }>(
      "SELECT pg_try_advisory_lock($1, hashtext($2)) AS free",
      [LIVING, workerId],
    );
    if (!rows[0]?.free) return false;
    await this.#client.query("SELECT pg_advisory_unlock($1, hashtext($2))", [LIVING, workerId]);
    return true;
  }

  async close(): Promise<void> {
    await this.#client.end();
  }
}
