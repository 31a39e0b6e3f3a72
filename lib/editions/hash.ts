import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import type { Edition } from "@/lib/editions/schema";

/**
 * SHA-256, hexadecimal, of the edition's canonical JSON (RFC 8785) without the hash itself,
 * so that anyone can check a downloaded edition with public tools.
 */
export function hashEdition(document: Omit<Edition, "hash"> & { hash?: string }): string {
  const { hash: _, ...rest } = document;
  return createHash("sha256")
    .update(canonicalize(rest) ?? "")
    .digest("hex");
}
