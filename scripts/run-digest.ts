// npm run digest: opens the app's database, beside a running app or not, and runs the command line on it; a command that
// needs no database runs at once. Standard output belongs to the command; everything said here goes to standard error.
import { spawn } from "node:child_process";
import path from "node:path";
import { openDatabase } from "./database.ts";
import { printFailure } from "./failure.ts";
import { prepareLeaving } from "./leaving.ts";
import { ROOT } from "./places.mjs";
import { generateClient, migrate } from "./prisma.ts";
import { TSX } from "./processes.ts";
import { sessionSecret } from "./secrets.ts";
import { loadEnvFile, readSettings } from "./settings.ts";

const leaving = prepareLeaving();
/** Commands that read nothing but their input. */
const WITHOUT_DATABASE = ["quote", "suggest"];

/** Runs a script of this folder with this process's arguments, and leaves as it leaves. */
function runCommand(script: string, env: Record<string, string>): void {
  const command = spawn(
    process.execPath,
    // A warning of the database driver about Prisma's own queries would be a second sentence on standard error.
    ["--no-deprecation", ...TSX, path.join(ROOT, "scripts", script), ...process.argv.slice(2)],
    { cwd: ROOT, stdio: "inherit", env: { ...process.env, ...env } },
  );
  leaving.add(async () => {
    if (command.exitCode === null && command.signalCode === null) command.kill("SIGTERM");
  });
  command.once("exit", (code, signal) => leaving.leave(signal ? 1 : (code ?? 1)));
}

async function runOnDatabase(): Promise<void> {
  loadEnvFile();
  const settings = readSettings();
  await generateClient();
  const { url } = await openDatabase(settings, leaving);
  await migrate(url);
  runCommand("digest.ts", {
    DATABASE_URL: url,
    PLUMBLINE_URL: settings.siteUrl,
    NEXTAUTH_URL: settings.siteUrl,
    NEXTAUTH_SECRET: sessionSecret(settings.data),
  });
}

try {
  if (WITHOUT_DATABASE.includes(process.argv[2] ?? "")) runCommand("digest-alone.ts", {});
  else await runOnDatabase();
} catch (error) {
  printFailure(error);
  await leaving.leave(1);
}
