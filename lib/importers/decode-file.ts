import { isBinaryFileSync } from "isbinaryfile";
import { AppError } from "@/lib/errors";

/** Bytes: far beyond any digest (the longest we know has 60 kB), near enough to read in a moment. */
export const LARGEST_FILE = 2 * 1024 * 1024;

const OTHER_FORMATS =
  /\.(?:docx?|odt|rtf|pdf|pages|html?|xml|json|csv|xlsx?|pptx?|epub|zip|gz|png|jpe?g|gif|webp|svg|eml|msg|mp[34]|exe)$/i;

function refuse(sentence: string): never {
  throw new AppError("invalid", sentence);
}

function megabytes(bytes: number): string {
  return `${(Math.ceil((bytes * 10) / 1024 / 1024) / 10).toFixed(1)} MB`;
}

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** A byte order mark decides; without one it is UTF-8 or nothing. */
function encodingOf(bytes: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
}

/** Control characters other than tab and line ends: no text has them, a stray few are dropped. */
const CONTROL = /(?![\t\n\r])\p{Cc}/gu;

function hasControls(text: string): boolean {
  return text.includes("\0") || (text.match(CONTROL)?.length ?? 0) * 100 > text.length;
}

/** The detector finds old one-byte encodings suspicious too: those have no control characters, binary files do. */
function isBinary(bytes: Uint8Array, text: string | null): boolean {
  if (text !== null) return hasControls(text);
  const suspicious = isBinaryFileSync(
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    bytes.byteLength,
  );
  return suspicious && hasControls(new TextDecoder("windows-1252").decode(bytes));
}

/**
 * The text of a file with "\n" at line ends and no byte order mark. UTF-8, and UTF-16 with its mark.
 * @throws AppError "invalid", one sentence that says what is wrong and how to mend it.
 */
export function decodeFile(fileName: string, bytes: Uint8Array): string {
  const name = fileName === "" ? "The text" : `“${fileName}”`;
  if (OTHER_FORMATS.test(fileName)) {
    refuse(`${name} is not a text or Markdown file: save it as .txt or .md, or paste its text.`);
  }
  if (bytes.byteLength === 0) refuse(`${name} is empty.`);
  if (bytes.byteLength > LARGEST_FILE) {
    const size = megabytes(bytes.byteLength);
    refuse(`${name} has ${size}, more than the ${megabytes(LARGEST_FILE)} that can be imported at once.`);
  }
  const encoding = encodingOf(bytes);
  const text = decoded(bytes, encoding);
  if (isBinary(bytes, text)) refuse(`${name} is a binary file, not text: save it as plain text or Markdown.`);
  if (text === null)
    refuse(`${name} is not ${encoding.toUpperCase()} text: save it with the encoding UTF-8.`);
  const lines = text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029\v\f\u0085]/g, "\n")
    .replace(CONTROL, "");
  if (lines.trim() === "") refuse(`${name} holds nothing but white space.`);
  return lines;
}
