#!/usr/bin/env node
// Drop-in for Prisma's native `schema-engine` binary: same JSON-RPC over stdio, backed by the wasm engine from npm.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import readline from "node:readline";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";

let panic = "";
globalThis.PRISMA_WASM_PANIC_REGISTRY = {
  set_message: (m) => {
    panic = m;
  },
}; // the wasm calls this on a Rust panic

const require = createRequire(import.meta.url);
const dir = path.dirname(require.resolve("@prisma/schema-engine-wasm"));
const bg = await import(path.join(dir, "schema_engine_bg.js"));
const mod = new WebAssembly.Module(readFileSync(path.join(dir, "schema_engine_bg.wasm")));
const inst = new WebAssembly.Instance(mod, { "./schema_engine_bg.js": bg });
bg.__wbg_set_wasm(inst.exports);
inst.exports.__wbindgen_start();

const argv = process.argv.slice(2),
  datamodels = [];
let url = process.env.DATABASE_URL;
for (let i = 0; i < argv.length; i++) {
  if (argv[i] === "--datamodels") {
    const f = argv[++i];
    datamodels.push([f, readFileSync(f, "utf8")]);
  } else if (argv[i] === "--datasource") url = JSON.parse(argv[++i]).url ?? url;
}
// `migrate diff` starts the engine without --datamodels; the wasm engine panics on an empty list
if (!datamodels.length) datamodels.push(["schema.prisma", 'datasource db {\n  provider = "postgresql"\n}\n']);
const log = process.env.SHIM_LOG ? (...a) => process.stderr.write(a.join(" ") + "\n") : () => {};
if (argv.includes("--version")) {
  console.log("schema-engine-wasm", bg.version());
  process.exit(0);
}

// ---- schema-engine --datasource <json> cli can-connect-to-database|create-database|drop-database
if (argv.includes("cli")) {
  const pg = (await import("pg")).default;
  const cmd = argv.find((a) => /-database$/.test(a));
  const fail = (error_code, message) => {
    process.stderr.write(
      "{}\n" +
        JSON.stringify({
          level: "ERROR",
          target: "schema_engine::logger",
          fields: { is_panic: false, error_code, message, meta: {} },
        }) +
        "\n",
    );
    process.exit(1);
  };
  const u = new URL(url),
    name = decodeURIComponent(u.pathname.slice(1));
  const admin = async (sql) => {
    const a = new URL(url);
    a.pathname = "/postgres";
    const c = new pg.Client({ connectionString: a.href });
    await c.connect();
    try {
      await c.query(sql);
    } finally {
      await c.end();
    }
  };
  try {
    if (cmd === "can-connect-to-database") {
      const c = new pg.Client({ connectionString: url });
      await c.connect();
      await c.end();
    } else if (cmd === "create-database") await admin(`CREATE DATABASE ${pg.escapeIdentifier(name)}`);
    else if (cmd === "drop-database")
      await admin(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`);
  } catch (e) {
    fail(e.code === "3D000" ? "P1003" : e.code === "42P04" ? "P1009" : "P1001", e.message);
  }
  process.exit(0);
}

// adapter-pg gaps that only matter to the schema engine (client queries never hit them):
//  1. no mapping for Postgres' internal "char" type (OID 18), which the engine reads from pg_catalog
//  2. executeScript() splits on every ';' (breaks $$ function bodies $$); send the script whole instead
const CHAR_OID = 18,
  TEXT_OID = 25,
  CHARACTER = 6 /* ColumnTypeEnum.Character */;
const patch = (adapter) => {
  const io = adapter.performIO.bind(adapter);
  adapter.queryRaw = async (q) => {
    const chars = [];
    const self = Object.create(adapter);
    self.performIO = async (x) => {
      const r = await io(x);
      r.fields.forEach((f, i) => {
        if (f.dataTypeID === CHAR_OID) {
          chars.push(i);
          f.dataTypeID = TEXT_OID;
        }
      });
      return r;
    };
    const res = await Object.getPrototypeOf(Object.getPrototypeOf(adapter)).queryRaw.call(self, q);
    for (const i of chars) res.columnTypes[i] = CHARACTER;
    return res;
  };
  adapter.executeScript = async (sql) => {
    try {
      await adapter.underlyingDriver().query(sql);
    } catch (e) {
      adapter.onError(e);
    }
  };
  return adapter;
};
let engine;
const getEngine = async () => {
  if (engine) return engine;
  const u = new URL(url),
    schema = u.searchParams.get("schema") ?? "public";
  // discrete fields, NOT connectionString: connectToShadowDb() spreads this and overrides `database`, and a connectionString would win
  const factory = new PrismaPg(
    {
      host: u.hostname,
      port: +(u.port || 5432),
      user: decodeURIComponent(u.username),
      password: decodeURIComponent(u.password),
      database: decodeURIComponent(u.pathname.slice(1)),
      max: 1,
    },
    { schema },
  );
  const connect = factory.connect.bind(factory);
  factory.connect = async () => patch(await connect());
  factory.connectToShadowDb = async () => {
    // adapter-pg's own version drops the database while its pool is still connected
    const name = `prisma_migrate_shadow_db_${crypto.randomUUID()}`,
      main = await connect();
    await main.executeScript(`CREATE DATABASE "${name}"`);
    const shadow = await new PrismaPg({ ...factory.config, database: name }, { schema }).connect(),
      end = shadow.dispose.bind(shadow);
    shadow.dispose = async () => {
      await end();
      await main.executeScript(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
      await main.dispose();
    };
    return patch(shadow);
  };
  return (engine = await bg.SchemaEngine.new(
    { datamodels },
    (l) => log("engine", l),
    bindMigrationAwareSqlAdapterFactory(factory),
  ));
};
const special = {
  getDatabaseVersion: (e, p) => e.version(p),
  createDatabase: async () => ({ databaseName: new URL(url).pathname.slice(1) }),
};
let pending = 0,
  closed = false;
const maybeExit = () => closed && pending === 0 && process.exit(0);
const printed = [];
readline
  .createInterface({ input: process.stdin })
  .on("line", async (line) => {
    const { id, method, params } = JSON.parse(line);
    if (!method) return;
    pending++;
    log(">>", line.slice(0, 2000));
    let reply;
    try {
      const e = await getEngine();
      const result = special[method] ? await special[method](e, params) : await e[method](params);
      if (method === "diff" && result?.stdout != null)
        process.stdout.write(
          JSON.stringify({
            jsonrpc: "2.0",
            id: 90000 + id,
            method: "print",
            params: { content: result.stdout },
          }) + "\n",
        );
      reply = { result: result ?? {} };
    } catch (err) {
      log("!!", panic, err?.stack, JSON.stringify(err));
      reply = {
        error: {
          code: 4466,
          message: "An error happened. Check the data field for details.",
          data: {
            is_panic: false,
            message: panic || err?.message || String(err),
            meta: err?.meta ?? null,
            error_code: err?.code ?? null,
          },
        },
      };
    }
    process.stdout.write(JSON.stringify({ jsonrpc: "2.0", id, ...reply }) + "\n");
    pending--;
    maybeExit();
  })
  .on("close", () => {
    closed = true;
    maybeExit();
  });
