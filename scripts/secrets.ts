import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Failure } from "./failure.ts";

/** Writes a file that only its owner may read, whole or not at all; leaves one that is there already as it is. */
export function writeOnce(file: string, words: string): void {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, words, { mode: 0o600 });
  try {
    linkSync(draft, file); // unlike a rename, this fails when another process was first
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    if (error.code !== "EEXIST") renameSync(draft, file); // a file system without links
  }
  rmSync(draft, { force: true });
}

/** What only its owner may read, with a sentence when that is someone else. Null when there is no such file. */
export function readSecret(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT") return null;
    if (code === "EACCES" || code === "EPERM")
      throw new Failure(
        `${file} belongs to another user of this machine: start Plumbline as the user who started it first, or set PLUMBLINE_DATA to a folder of your own.`,
      );
    throw error;
  }
}

/** The key that sessions are signed with: NEXTAUTH_SECRET where it is set, else one made once and kept in `data`. */
export function sessionSecret(data: string, env: NodeJS.ProcessEnv = process.env): string {
  if (env.NEXTAUTH_SECRET) return env.NEXTAUTH_SECRET;
  mkdirSync(data, { recursive: true });
  const file = path.join(data, "secrets.json");
  if (readSecret(file) === null)
    writeOnce(file, `${JSON.stringify({ nextauthSecret: randomBytes(32).toString("base64url") })}\n`);
  try {
    const { nextauthSecret } = JSON.parse(readSecret(file) ?? "");
    if (typeof nextauthSecret === "string" && nextauthSecret.length >= 32) return nextauthSecret;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new Failure(`${file} is damaged: remove it (everybody signs in again), then start once more.`);
}
