import type { Result } from "@/lib/errors";
import { type AddedImage, MAX_IMAGE_BYTES, TOO_LARGE_FILE } from "@/lib/images/schema";

async function send(file: File): Promise<Result<AddedImage>> {
  const response = await fetch(`/api/images?name=${encodeURIComponent(file.name)}`, {
    method: "POST",
    body: file,
    headers: { "Content-Type": "application/octet-stream" },
  });
  return response.json();
}

/**
 * Sends a picture to the server, where it is looked at and kept. Never rejects: what went wrong comes back as a sentence
 * that can be shown. The same file may be sent again; it is kept once.
 */
export async function uploadImage(file: File): Promise<Result<AddedImage>> {
  if (file.size > MAX_IMAGE_BYTES) return { ok: false, error: { code: "invalid", message: TOO_LARGE_FILE } };
  try {
    return await send(file);
  } catch {
    // No answer, or one that is none: a lost connection, a proxy's own page, a bug.
    const message = "The picture did not arrive. Check the connection, then add it again.";
    return { ok: false, error: { code: "limited", message } };
  }
}
