import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { chromium } from "@playwright/test";
import { Failure } from "./failure.ts";
import { inModules, run, runNode } from "./processes.ts";

/** Chromium without a window or anything that belongs to one: what tests need, and less to start and to fetch. */
const SHELL = "chromium-headless-shell";
const NAMES = ["chromium", "google-chrome", "google-chrome-stable", "chromium-browser", "microsoft-edge"];
const MAC = ["Google Chrome", "Chromium", "Microsoft Edge"];
const WINDOWS = ["Google\\Chrome\\Application\\chrome.exe", "Microsoft\\Edge\\Application\\msedge.exe"];

/**
 * The path of a Chromium for the end-to-end tests: the one that PLUMBLINE_CHROMIUM names, the system's, Playwright's own; and
 * where there is none, Debian's package (as root) or Playwright's download, fetched now; `say` is told. `whole` leaves out the
 * shell without a window, for measuring what people have.
 */
export async function findChromium(say: (words: string) => void, { whole = false } = {}): Promise<string> {
  const named = process.env.PLUMBLINE_CHROMIUM;
  if (named && !existsSync(named))
    throw new Failure(`PLUMBLINE_CHROMIUM names ${named}, which is not there.`);
  const found = named || (await inSystem(whole)) || ownOfPlaywright() || (await fetched(say, whole));
  if (found) return found;
  throw new Failure(
    "There is no Chromium for the end-to-end tests and none could be fetched: install Chrome or Chromium, or name one in PLUMBLINE_CHROMIUM.",
  );
}

async function inSystem(whole: boolean): Promise<string | undefined> {
  const files = systemPaths(process.platform, process.env);
  for (const file of whole ? files.filter((each) => path.basename(each) !== SHELL) : files)
    if (existsSync(file) && (await works(file))) return file;
}

/** Where browsers are usually installed. */
export function systemPaths(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string[] {
  if (platform === "darwin") return MAC.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  if (platform === "win32") {
    const roots = [env.ProgramFiles, env["ProgramFiles(x86)"], env.LOCALAPPDATA].filter(
      (root) => root !== undefined,
    );
    return roots.flatMap((root) => WINDOWS.map((file) => `${root}\\${file}`));
  }
  const folders = (env.PATH ?? "").split(":").filter((folder) => folder !== "");
  return [SHELL, ...NAMES].flatMap((name) => folders.map((folder) => path.posix.join(folder, name)));
}

/** Some systems hold a mere stub that tells people to install the real thing. (On Windows the question would open a window.) */
async function works(file: string): Promise<boolean> {
  if (process.platform !== "linux") return true;
  return (await run(file, ["--version"], { timeout: 20_000 })).code === 0;
}

function ownOfPlaywright(): string | undefined {
  const file = chromium.executablePath();
  return existsSync(file) ? file : undefined;
}

async function fetched(say: (words: string) => void, whole: boolean): Promise<string | undefined> {
  const release = existsSync("/etc/os-release") ? readFileSync("/etc/os-release", "utf8") : "";
  const isRoot = process.getuid?.() === 0;
  if (isRoot && /^ID="?debian"?$/m.test(release)) {
    const wanted = whole ? "chromium" : SHELL;
    say(`fetching Debian's ${wanted}`);
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    await run("apt-get", ["update", "-q"], { env });
    await run("apt-get", ["install", "-q", "-y", "--no-install-recommends", wanted], { env });
    const installed = await inSystem(whole);
    if (installed) return installed;
  }
  say("fetching Playwright's chromium");
  const install = [inModules("@playwright", "test", "cli.js"), "install", "chromium"];
  const withDependencies = isRoot && /ubuntu|debian/.test(release) ? ["--with-deps"] : [];
  await runNode([...install, ...withDependencies], { timeout: 600_000 });
  return ownOfPlaywright();
}
