import { readFile } from "node:fs/promises";
import path from "node:path";
import { AppError } from "@/lib/errors";
import { readIssueFile } from "@/lib/importers/read-file";

/**
 * Reads a digest in text or Markdown; a relative path means what it means where the person stands.
 * @throws AppError "invalid" when there is no such file, or none that can be read as a digest
 */
export async function readDigest(file: string) {
  // npm runs scripts in the project's folder.
  const bytes = await readFile(path.resolve(process.env.INIT_CWD ?? "", file)).catch(() => {
    throw new AppError("invalid", `${file} cannot be read: is the path right?`);
  });
  return { file, ...readIssueFile(path.basename(file), bytes) };
}
