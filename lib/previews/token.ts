import { createHash, randomBytes } from "node:crypto";

/** A new token for a private link: 32 random bytes, base64url. */
export const newPreviewToken = () => randomBytes(32).toString("base64url");

/** What is kept of a token, and compared: SHA-256, hexadecimal. Who reads the database cannot open a link. */
export const previewTokenHash = (token: string) => createHash("sha256").update(token).digest("hex");
