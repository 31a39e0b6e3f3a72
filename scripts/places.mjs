// Where things are. Without dependencies: what runs before `npm ci` needs it too.
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The project's own folder. */
export const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** Where everything that outlives a process is kept: `.data/`, or what PLUMBLINE_DATA names. */
export function dataFolder() {
  return path.resolve(ROOT, process.env.PLUMBLINE_DATA || ".data");
}
