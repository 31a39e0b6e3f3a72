import { readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import type { Assets } from "@/components/edition/document";

const manifest = z.object({ stylesheet: z.string(), serif: z.string(), icon: z.string() });
let read: Promise<Assets> | undefined;

async function readManifest(): Promise<Assets> {
  const file = path.join(process.cwd(), "public", "assets", "manifest.json");
  return manifest.parse(JSON.parse(await readFile(file, "utf8")));
}

/** Names of the built assets (scripts/assets.mjs). Read once; at every request while developing, where they change. */
export function assets(): Promise<Assets> {
  if (process.env.NODE_ENV === "development") return readManifest();
  read ??= readManifest().catch((error: unknown) => {
    read = undefined;
    throw error;
  });
  return read;
}
