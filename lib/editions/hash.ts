import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import type { Edition } from "@/lib/editions/schema";

/**
 * SHA-256, hexadecimal, of the RFC 8785 canonical JSON of everything in `document` but its own hash,
 * so that anyone can check a downloaded Edition with standard tools.
 */
export function hashEdition(document: Omit<Edition, "hash"> & { hash?: string }): string {
  const { hash: _, ...rest } = document;
  const canonical = canonicalize(rest);
  if (canonical === undefined) throw new Error("An edition without content cannot be hashed.");
  return createHash("sha256").update(canonical, "utf8").digest("hex");
}
