import { isBinaryFileSync } from "isbinaryfile";
import { AppError } from "@/lib/errors";

/** The largest file that is read, in bytes: a year of weekly digests would fit. */
export const LARGEST_FILE = 2 * 1024 * 1024;

function refuse(sentence: string): never {
  throw new AppError("invalid", sentence);
}

/**
 * The text of a file: UTF-8, with or without a byte order mark, or UTF-16 with one.
 * Throws AppError "invalid" with one clear sentence for an empty, too large, binary or wrongly encoded file.
 */
export function decode(bytes: Uint8Array): string {
  if (bytes.byteLength === 0) refuse("This file is empty.");
  if (bytes.byteLength > LARGEST_FILE) {
    const megabytes = (bytes.byteLength / 1024 / 1024).toFixed(1);
    refuse(`This file has ${megabytes} MB; an issue has at most ${LARGEST_FILE / 1024 / 1024} MB of text.`);
  }
  const [first, second] = bytes;
  const utf16 =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : null;
  if (utf16 === null && isBinaryFileSync(Buffer.from(bytes))) {
    refuse("This is not a text file; an issue is read from plain text or Markdown.");
  }
  let text = "";
  try {
    text = new TextDecoder(utf16 ?? "utf-8", { fatal: true }).decode(bytes);
  } catch {
    refuse("This file's characters are not UTF-8; save it as UTF-8 text and import it again.");
  }
  if (text.includes("\0")) refuse("This is not a text file; an issue is read from plain text or Markdown.");
  if (text.trim() === "") refuse("This file has nothing but white space.");
  return text;
}
