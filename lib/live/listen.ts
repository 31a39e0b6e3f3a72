import pg from "pg";
import { CHANNEL, type Change } from "@/lib/live/announce";
import { change } from "@/lib/live/schema";

/** What a listener hears: a change, or "missed" when notices may have been lost and everything is to be read again. */
export type Heard = Change | "missed";

const FIRST_RETRY = 500;
const LAST_RETRY = 15_000;

/**
 * The one connection of this process on which Postgres tells of changes, for all streams together. It opens with the first
 * listener, closes with the last, and comes back by itself after it was cut; then everybody hears "missed".
 */
export class Listening {
  readonly #connectionString: () => string;
  readonly #listeners = new Set<(heard: Heard) => void>();
  #client: pg.Client | null = null;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #wasCut = false;

  constructor(connectionString: () => string) {
    this.#connectionString = connectionString;
  }

  /** Hears of changes from now on; answers how to stop. */
  add(listener: (heard: Heard) => void): () => void {
    this.#listeners.add(listener);
    if (this.#client === null && this.#retry === undefined) void this.#connect();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#close();
    };
  }

  async #connect(): Promise<void> {
    this.#retry = undefined;
    const client = new pg.Client({ connectionString: this.#connectionString(), keepAlive: true });
    this.#client = client;
    client.on("notification", ({ payload }) => this.#hear(payload ?? ""));
    client.on("error", () => this.#lose(client));
    client.on("end", () => this.#lose(client));
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
    } catch {
      return this.#lose(client);
    }
    if (this.#client !== client) return;
    this.#failures = 0;
    if (this.#wasCut) this.#tell("missed");
    this.#wasCut = false;
  }

  #lose(client: pg.Client): void {
    if (this.#client !== client) return;
    this.#client = null;
    this.#wasCut = true;
    client.end().catch(() => {});
    if (this.#listeners.size === 0) return;
    const delay = Math.min(LAST_RETRY, FIRST_RETRY * 2 ** this.#failures);
    this.#failures += 1;
    this.#retry = setTimeout(() => void this.#connect(), delay);
  }

  #close(): void {
    clearTimeout(this.#retry);
    this.#retry = undefined;
    this.#failures = 0;
    this.#wasCut = false;
    const client = this.#client;
    this.#client = null;
    client?.end().catch(() => {});
  }

  #hear(payload: string): void {
    const parsed = change.safeParse(parse(payload));
    if (parsed.success) this.#tell(parsed.data);
  }

  #tell(heard: Heard): void {
    for (const listener of [...this.#listeners]) listener(heard);
  }
}

function parse(payload: string): unknown {
  try {
    return JSON.parse(payload);
  } catch {
    return null;
  }
}

// Hot reload evaluates modules again; one connection per process is enough.
const holder = globalThis as typeof globalThis & { plumblineListening?: Listening };

/** The process's own, on DATABASE_URL. */
export function listening(): Listening {
  holder.plumblineListening ??= new Listening(() => process.env.DATABASE_URL ?? "");
  return holder.plumblineListening;
}
