#!/usr/bin/env node
// Drop-in for Prisma's native `schema-engine` binary: the same JSON-RPC over stdio, answered by the WebAssembly engine from
// npm. For where the native one cannot be downloaded, and for local databases only: it passes on no sslmode or the like.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import readline from "node:readline";
import { pathToFileURL } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";

let panic = "";
// The wasm calls this on a Rust panic.
globalThis.PRISMA_WASM_PANIC_REGISTRY = {
  set_message: (message) => {
    panic = message;
  },
};

const require = createRequire(import.meta.url);
const engineFolder = path.dirname(require.resolve("@prisma/schema-engine-wasm"));
const bindings = await import(pathToFileURL(path.join(engineFolder, "schema_engine_bg.js")).href);
const wasm = new WebAssembly.Module(readFileSync(path.join(engineFolder, "schema_engine_bg.wasm")));
const instance = new WebAssembly.Instance(wasm, { "./schema_engine_bg.js": bindings });
bindings.__wbg_set_wasm(instance.exports);
instance.exports.__wbindgen_start();

const log = process.env.SHIM_LOG ? (...words) => process.stderr.write(`${words.join(" ")}\n`) : () => {};
const argv = process.argv.slice(2);
const { datamodels, url } = readArguments();

if (argv.includes("--version")) console.log("schema-engine-wasm", bindings.version());
else if (argv.includes("cli")) await answerCommandLine(argv.find((word) => /-database$/.test(word)));
else serve();

function readArguments() {
  const found = { datamodels: [], url: process.env.DATABASE_URL };
  for (let i = 0; i < argv.length; i++) {
    if (argv[i] === "--datamodels") {
      const file = argv[++i];
      found.datamodels.push([file, readFileSync(file, "utf8")]);
    } else if (argv[i] === "--datasource") found.url = JSON.parse(argv[++i]).url ?? found.url;
  }
  // `migrate diff` starts the engine without --datamodels; the wasm engine panics on an empty list.
  if (found.datamodels.length === 0)
    found.datamodels.push(["schema.prisma", 'datasource db {\n  provider = "postgresql"\n}\n']);
  return found;
}

/** `schema-engine --datasource <json> cli can-connect-to-database|create-database|drop-database` */
async function answerCommandLine(command) {
  const { default: pg } = await import("pg");
  const name = pg.escapeIdentifier(decodeURIComponent(new URL(url).pathname.slice(1)));
  const query = async (address, sql) => {
    const client = new pg.Client({ connectionString: address });
    await client.connect();
    try {
      if (sql) await client.query(sql);
    } finally {
      await client.end();
    }
  };
  const server = new URL(url);
  server.pathname = "/postgres";
  try {
    if (command === "can-connect-to-database") await query(url);
    else if (command === "create-database") await query(server.href, `CREATE DATABASE ${name}`);
    else if (command === "drop-database")
      await query(server.href, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  } catch (error) {
    const error_code = { "3D000": "P1003", "42P04": "P1009" }[error.code] ?? "P1001";
    const fields = { is_panic: false, error_code, message: error.message, meta: {} };
    const line = JSON.stringify({ level: "ERROR", target: "schema_engine::logger", fields });
    process.stderr.write(`{}\n${line}\n`, () => process.exit(1));
  }
}

/**
 * adapter-pg has gaps that only matter to the schema engine (the client's queries never meet them):
 * 1. It has no mapping for Postgres' internal "char" type (OID 18), which the engine reads from pg_catalog.
 * 2. executeScript() splits at every ';', which breaks $$ function bodies $$; the script is sent whole instead.
 */
function patch(adapter) {
  const CHAR_OID = 18;
  const TEXT_OID = 25;
  const CHARACTER = 6; // ColumnTypeEnum.Character
  const performIO = adapter.performIO.bind(adapter);
  adapter.queryRaw = async (query) => {
    const chars = [];
    const self = Object.create(adapter);
    self.performIO = async (statement) => {
      const result = await performIO(statement);
      result.fields.forEach((field, i) => {
        if (field.dataTypeID !== CHAR_OID) return;
        chars.push(i);
        field.dataTypeID = TEXT_OID;
      });
      return result;
    };
    const result = await Object.getPrototypeOf(Object.getPrototypeOf(adapter)).queryRaw.call(self, query);
    for (const i of chars) result.columnTypes[i] = CHARACTER;
    return result;
  };
  adapter.executeScript = async (sql) => {
    try {
      await adapter.underlyingDriver().query(sql);
    } catch (error) {
      adapter.onError(error);
    }
  };
  return adapter;
}

function adapterFactory() {
  const address = new URL(url);
  const schema = address.searchParams.get("schema") ?? "public";
  // Discrete fields, not connectionString: connectToShadowDb() spreads this and overrides `database`, and a
  // connectionString would win.
  const config = {
    host: address.hostname,
    port: Number(address.port || 5432),
    user: decodeURIComponent(address.username),
    password: decodeURIComponent(address.password),
    database: decodeURIComponent(address.pathname.slice(1)),
    max: 1,
  };
  const factory = new PrismaPg(config, { schema });
  const connect = factory.connect.bind(factory);
  factory.connect = async () => patch(await connect());
  // adapter-pg's own version drops the shadow database while its pool is still connected.
  factory.connectToShadowDb = async () => {
    const database = `prisma_migrate_shadow_db_${crypto.randomUUID()}`;
    const main = await connect();
    await main.executeScript(`CREATE DATABASE "${database}"`);
    const shadow = await new PrismaPg({ ...config, database }, { schema }).connect();
    const dispose = shadow.dispose.bind(shadow);
    shadow.dispose = async () => {
      await dispose();
      await main.executeScript(`DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`);
      await main.dispose();
    };
    return patch(shadow);
  };
  return factory;
}

function serve() {
  let engine;
  let pending = 0;
  let closed = false;
  const getEngine = () => {
    engine ??= bindings.SchemaEngine.new(
      { datamodels },
      (line) => log("engine", line),
      bindMigrationAwareSqlAdapterFactory(adapterFactory()),
    );
    return engine;
  };
  const exitWhenDone = () => {
    if (closed && pending === 0) process.exit(0);
  };
  const lines = readline.createInterface({ input: process.stdin });
  lines.on("line", async (line) => {
    const request = JSON.parse(line);
    if (!request.method) return;
    pending++;
    log(">>", line.slice(0, 2000));
    send({ id: request.id, ...(await answer(getEngine, request)) });
    pending--;
    exitWhenDone();
  });
  lines.on("close", () => {
    closed = true;
    exitWhenDone();
  });
}

const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);

async function answer(getEngine, { id, method, params }) {
  try {
    const engine = await getEngine();
    // Two methods of the native engine that the wasm engine lacks or names otherwise.
    if (method === "getDatabaseVersion") return { result: (await engine.version(params)) ?? {} };
    if (method === "createDatabase") return { result: { databaseName: new URL(url).pathname.slice(1) } };
    const result = await engine[method](params);
    if (method === "diff" && result?.stdout != null)
      send({ id: 90_000 + id, method: "print", params: { content: result.stdout } });
    return { result: result ?? {} };
  } catch (error) {
    log("!!", panic, error?.stack, JSON.stringify(error));
    const data = {
      is_panic: false,
      message: panic || error?.message || String(error),
      meta: error?.meta ?? null,
      error_code: error?.code ?? null,
    };
    return { error: { code: 4466, message: "An error happened. Check the data field for details.", data } };
  }
}
