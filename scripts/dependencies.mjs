// node_modules as package-lock.json wants it, and the Node that is pinned there. Without dependencies, for Node 18.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { dataFolder, ROOT } from "./places.mjs";
import { commandOf, runningApp } from "./running.mjs";

const MODULES = path.join(ROOT, "node_modules");
const LOCK = path.join(ROOT, "package-lock.json");
const STAMP = path.join(MODULES, ".plumbline-lock");
const PINNED = path.join(MODULES, "node", "bin", process.platform === "win32" ? "node.exe" : "node");

/** Makes node_modules match the lock, saying so on standard error, and returns the path of the Node to go on with. */
export async function ensureDependencies() {
  const wanted = fingerprint(readFileSync(LOCK));
  if (!isInstalled(wanted)) await alone(() => isInstalled(wanted) || install(wanted));
  return chooseNode();
}

/** A checkout that two systems share must not run one's binaries on the other, so the system is part of it. */
export function fingerprint(lock) {
  return `${createHash("sha256").update(lock).digest("hex")} ${process.platform} ${process.arch}`;
}

function isInstalled(wanted) {
  if (read(STAMP) === wanted) return true;
  // Installed by hand: npm keeps its own account of what is there.
  const account = read(path.join(MODULES, ".package-lock.json"));
  const isThere = (name) => existsSync(path.join(ROOT, name));
  if (!account || !matches(JSON.parse(read(LOCK)), JSON.parse(account), isThere)) return false;
  try {
    writeFileSync(STAMP, wanted);
  } catch {
    // A checkout that can only be read: compare again next time.
  }
  return true;
}

/**
 * Whether `installed` (npm's node_modules/.package-lock.json) holds all that `lock` names, other systems' parts apart, and
 * what it holds is there.
 */
export function matches(lock, installed, isThere) {
  return Object.entries(lock.packages).every(([name, entry]) => {
    if (name === "") return true;
    const there = installed.packages[name];
    if (!there) return Boolean(entry.optional || entry.devOptional);
    return there.version === entry.version && there.integrity === entry.integrity && isThere(name);
  });
}

/** Two terminals on a fresh clone must not both install: the second waits for the first. */
async function alone(work) {
  const file = path.join(ROOT, ".data", "installing");
  mkdirSync(path.dirname(file), { recursive: true });
  const holder = Number(read(file));
  if (holder && commandOf(holder))
    console.error(`Dependencies: waiting for process ${holder}, which is installing them …`);
  while (Number(read(file)) && commandOf(Number(read(file)))) await new Promise((r) => setTimeout(r, 500));
  writeFileSync(file, String(process.pid));
  try {
    await work();
  } finally {
    rmSync(file, { force: true });
  }
}

async function install(wanted) {
  const app = runningApp(dataFolder());
  if (app)
    throw new Error(
      `The dependencies have changed and Plumbline is running at ${app.url} (process ${app.pid}): stop it first, then try again.`,
    );
  const started = Date.now();
  const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`;
  console.error("Dependencies: installing what package-lock.json names (about 1.3 GB, once) …");
  const heartbeat = setInterval(() => console.error(`  still installing, ${seconds()}`), 15_000);
  rmSync(STAMP, { force: true });
  // No install scripts: none but node's is needed, and prisma's refuses Node 18, though it will run under the pinned one.
  const options = ["--engine-strict=false", "--include=dev", "--include=optional", "--no-audit", "--no-fund"];
  const code = await npm(["ci", "--ignore-scripts", ...options]);
  clearInterval(heartbeat);
  if (code !== 0)
    throw new Error(
      `The dependencies could not be installed (npm ci ended with ${code}): see its message above, then try again.`,
    );
  await npm(["rebuild", "node", "--ignore-scripts=false"]);
  if (!existsSync(PINNED)) await fetchPinnedNode();
  writeFileSync(STAMP, wanted);
  console.error(`Dependencies: installed (${seconds()})`);
}

/** npm may be set up to run no install scripts at all. */
async function fetchPinnedNode() {
  const cwd = path.join(MODULES, "node");
  const child = spawn(process.execPath, ["installArchSpecificPackage.js"], { cwd, stdio: ["ignore", 2, 2] });
  await ended(child);
}

/** Runs npm with its errors shown: the project's .npmrc keeps npm quiet otherwise. Nothing goes to standard output. */
function npm(args) {
  const cli = process.env.npm_execpath;
  const own = cli && /npm-cli\.c?js$/.test(cli);
  const command = own ? process.execPath : "npm";
  const all = [...(own ? [cli] : []), ...args, "--loglevel=error"];
  const shell = !own && process.platform === "win32"; // npm is npm.cmd there
  return ended(spawn(command, all, { cwd: ROOT, stdio: ["ignore", 2, 2], shell }));
}

function ended(child) {
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code, signal) => resolve(signal || code));
  });
}

function chooseNode() {
  const runs = (node) => spawnSync(node, ["--version"], { stdio: "ignore" }).status === 0;
  if (existsSync(PINNED) && runs(PINNED)) return PINNED;
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
  throw new Error(
    `The project's own Node does not run on this system (${process.platform} ${process.arch}) and ${process.version} is too old to do without it: install Node 24.`,
  );
}

function read(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}
