// Which processes are alive, and whether one of them is the app on this data folder. Without dependencies.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * The command line of a living process, null when there is none. A number alone proves nothing: after a crash the
 * same number may belong to another program.
 * @param {number} pid
 * @returns {string | null}
 */
export function commandOf(pid) {
  try {
    if (process.platform === "linux")
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim() || null;
    const [program, args] =
      process.platform === "win32"
        ? [
            "powershell.exe",
            [
              "-NoProfile",
              "-Command",
              `(Get-CimInstance Win32_Process -Filter 'ProcessId=${pid}').CommandLine`,
            ],
          ]
        : ["ps", ["-ww", "-o", "args=", "-p", String(pid)]];
    const options = { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"], windowsHide: true };
    return execFileSync(program, args, options).trim() || null;
  } catch {
    return null;
  }
}

/**
 * The process that started a living one; 0 when that cannot be told.
 * @param {number} pid
 */
export function parentOf(pid) {
  try {
    if (process.platform === "linux")
      return Number(readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").pop().split(" ")[1]);
    return Number(execFileSync("ps", ["-o", "ppid=", "-p", String(pid)], { encoding: "utf8" }));
  } catch {
    return 0;
  }
}

/**
 * Whether a process exists, whoever it belongs to.
 * @param {number} pid
 */
export function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === "EPERM";
  }
}

const lockFile = (data) => path.join(data, "app.json");

/**
 * The app that is running on this data folder, or null. A lock left behind by a killed app counts for nothing.
 * @param {string} data
 * @returns {{ pid: number, url: string, port: number, stopping?: boolean } | null}
 */
export function runningApp(data) {
  try {
    const lock = JSON.parse(readFileSync(lockFile(data), "utf8"));
    const command = lock.pid === process.pid ? null : commandOf(lock.pid);
    return command && /\bscripts[\\/]start\.ts\b/.test(command) ? lock : null;
  } catch {
    return null;
  }
}

/**
 * Notes that this process is the app. Returns the app that is already running instead, if there is one.
 * @param {string} data
 * @param {{ url: string, port: number }} app
 */
export function takeLock(data, app) {
  mkdirSync(data, { recursive: true });
  const words = JSON.stringify({ pid: process.pid, ...app });
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      writeFileSync(lockFile(data), words, { flag: "wx" });
      return null;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
      const other = runningApp(data);
      if (other) return other;
      rmSync(lockFile(data), { force: true });
    }
  }
  return runningApp(data);
}

const isOurs = (data) => {
  try {
    return JSON.parse(readFileSync(lockFile(data), "utf8")).pid === process.pid;
  } catch {
    return false;
  }
};

/** Says in the lock that this app is on its way out, so that the next one waits for it instead of giving up. */
export function markStopping(data, app) {
  if (isOurs(data))
    writeFileSync(lockFile(data), JSON.stringify({ pid: process.pid, ...app, stopping: true }));
}

export function releaseLock(data) {
  if (isOurs(data)) rmSync(lockFile(data), { force: true });
}
