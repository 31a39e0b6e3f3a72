// The first thing that runs of `npm start`, `npm test` and `npm run digest`: plain JavaScript without dependencies,
// for any Node from 18 on. It installs what package-lock.json names and hands over to the Node pinned there.
import { spawn } from "node:child_process";
import path from "node:path";
import { ensureDependencies } from "./dependencies.mjs";
import { ROOT } from "./places.mjs";
import { commandOf, isAlive, parentOf } from "./running.mjs";

const OLDEST_NODE = 18;
const BEGAN = Date.now();
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];

/** Installs if needed, then runs `scripts/<script>` with this process's arguments under the pinned Node. */
export async function handOver(script) {
  if (Number(process.versions.node.split(".")[0]) < OLDEST_NODE) {
    console.error(
      `Plumbline needs Node ${OLDEST_NODE} or newer to start and this is ${process.version}: install a current Node from nodejs.org.`,
    );
    process.exit(1);
  }
  try {
    run(await ensureDependencies(), script);
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}

function run(node, script) {
  // The channel tells the child when this process is gone, however it went.
  const child = spawn(node, [path.join(ROOT, "scripts", script), ...process.argv.slice(2)], {
    cwd: ROOT,
    env: environment(),
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  for (const signal of SIGNALS) process.on(signal, () => child.kill(signal));
  leaveWithNpm(child);
  child.on("error", (error) => {
    console.error(`The Node at ${node} cannot be run: ${error.message}`);
    process.exit(1);
  });
  child.on("exit", (code, signal) => process.exit(signal ? 1 : code));
}

/** The pinned Node comes first on the path; INIT_CWD always names the folder that the person stands in, PLUMBLINE_BEGAN when. */
function environment() {
  const env = Object.assign({}, process.env);
  const key = Object.keys(env).find((name) => name.toUpperCase() === "PATH") || "PATH";
  env[key] = [path.join(ROOT, "node_modules", ".bin"), env[key]].filter(Boolean).join(path.delimiter);
  env.INIT_CWD = env.INIT_CWD || process.cwd();
  env.PLUMBLINE_BEGAN = String(BEGAN);
  return env;
}

/** npm killed outright passes no signal on: without this, the app would outlive the `npm start` that was killed. */
function leaveWithNpm(child) {
  if (!process.env.npm_lifecycle_event || process.platform === "win32") return;
  // npm starts a shell, which may stay between us or be replaced by us.
  const shell = /^(\/\S*\/)?(sh|ash|bash|dash|zsh) -c /.test(commandOf(process.ppid) || "");
  const above = shell ? [process.ppid, parentOf(process.ppid)] : [process.ppid];
  const watch = setInterval(() => {
    if (!above.every(isAlive)) child.kill("SIGTERM");
  }, 300);
  watch.unref();
}
