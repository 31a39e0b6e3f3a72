import { hash, verify } from "@node-rs/argon2";

// OWASP Password Storage Cheat Sheet: argon2id with m=19456 KiB, t=2, p=1. argon2id is the library's default algorithm.
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

// The same characters typed on different keyboards are one password (NIST SP 800-63B, 5.1.1.2).
const canonical = (password: string) => password.normalize("NFKC");

/** The argon2id hash to keep, in PHC format. About 30 ms of work and 19 MiB. */
export function hashPassword(password: string): Promise<string> {
  return hash(canonical(password), PARAMETERS);
}

let decoy: Promise<string> | undefined;

/**
 * Whether `password` made `kept`. Without a kept hash the same work is done against a decoy and the answer is no,
 * so that time does not tell which accounts exist.
 */
export async function matches(kept: string | null | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword("a password that nobody has chosen");
  const right = await verify(kept ?? (await decoy), canonical(password));
  return right && Boolean(kept);
}
