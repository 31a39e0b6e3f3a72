import { createHash } from "node:crypto";

/**
 * An id made from a key, the same on every machine, so that the demo's editions have the same content everywhere
 * and a mark in a text and its row need not be introduced to each other. UUID version 8 (RFC 9562, 5.8).
 */
export function demoId(key: string): string {
  const bytes = createHash("sha256").update(`plumbline demo ${key}`).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** A story's anchor made from its key: "s-" and ten characters, as lib/stories/anchor.ts makes them by chance. */
export function demoAnchor(key: string): string {
  const digits = BigInt(`0x${createHash("sha256").update(`plumbline anchor ${key}`).digest("hex")}`);
  return `s-${digits.toString(36).slice(-10)}`;
}
