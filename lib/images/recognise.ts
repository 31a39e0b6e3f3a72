import { AppError } from "@/lib/errors";

/** What is accepted, by what the file begins with. */
export type ImageKind = "jpeg" | "png" | "gif" | "webp" | "avif";

const text = (bytes: Uint8Array, from: number, to: number) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1", from, to);

/** The brands of an ISO base media file (ISO/IEC 14496-12, 4.3): the main one, then those it is compatible with. */
function brands(bytes: Uint8Array): string[] {
  if (text(bytes, 4, 8) !== "ftyp") return [];
  const length = Math.min(new DataView(bytes.buffer, bytes.byteOffset).getUint32(0), bytes.length, 256);
  return [text(bytes, 8, 12), ...(text(bytes, 16, length).match(/.{4}/gsu) ?? [])];
}

function kindOf(bytes: Uint8Array): ImageKind | null {
  if (text(bytes, 0, 3) === "\xff\xd8\xff") return "jpeg";
  if (text(bytes, 0, 8) === "\x89PNG\r\n\x1a\n") return "png";
  if (/^GIF8[79]a$/u.test(text(bytes, 0, 6))) return "gif";
  if (text(bytes, 0, 4) === "RIFF" && text(bytes, 8, 12) === "WEBP") return "webp";
  return brands(bytes).some((brand) => brand === "avif" || brand === "avis") ? "avif" : null;
}

/**
 * What kind of picture the bytes are, by their content alone: a decoder only ever sees what it was made for.
 * Throws AppError "invalid" for everything else, with a sentence of its own for what people are likely to try.
 */
export function recogniseImage(bytes: Uint8Array): ImageKind {
  const kind = bytes.length < 16 ? null : kindOf(bytes);
  if (kind) return kind;
  throw new AppError("invalid", refusal(bytes));
}

const ACCEPTED = "JPEG, PNG, WebP, AVIF and GIF pictures can be added";

function refusal(bytes: Uint8Array): string {
  if (bytes.length === 0) return "This file is empty. Choose the picture again.";
  if (/<svg[\s>]/iu.test(text(bytes, 0, 4096)))
    return `SVG drawings cannot be added, because they may carry programs: export this one as PNG. ${ACCEPTED}.`;
  if (bytes.length >= 16 && brands(bytes).some((brand) => /^(hei[cfmsx]|hev[cmsx]|mif1|msf1)$/u.test(brand)))
    return `HEIC pictures cannot be added: export this one as JPEG. ${ACCEPTED}.`;
  return `This file is not a picture that can be added. ${ACCEPTED}.`;
}
