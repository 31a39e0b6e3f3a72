import chardet from "chardet";
import sniffEncoding from "html-encoding-sniffer";

/** As much as a guess needs; it looks at every byte it is given. */
const SAMPLE = 32_768;

/** From the first byte on that is not ASCII: a long <head> says nothing of the encoding. */
function telling(body: Uint8Array): Uint8Array {
  const from = Math.max(
    0,
    body.findIndex((byte) => byte > 0x7f),
  );
  return body.subarray(from, from + SAMPLE);
}

/** Stands for "nothing is declared", which the sniffer has no word for. */
const UNDECLARED = "";

function declaredEncoding(body: Uint8Array, mediaType: string, charset: string | null): string {
  const xml = /[/+]xml$/.test(mediaType) && mediaType !== "application/xhtml+xml";
  const html = mediaType === "text/html" || mediaType === "application/xhtml+xml";
  return sniffEncoding(body, {
    ...(charset === null ? {} : { transportLayerEncodingLabel: charset }),
    defaultEncoding: UNDECLARED,
    // Only HTML declares its encoding in a <meta>; other texts may quote one.
    ...(xml ? { xml } : { maxPrescanBytes: html ? 1024 : 0 }),
  });
}

function decodeAs(
  body: Uint8Array,
  encoding: string,
  fatal: boolean,
): { text: string; encoding: string } | null {
  try {
    const decoder = new TextDecoder(encoding, { fatal });
    return { text: decoder.decode(body), encoding: decoder.encoding };
  } catch {
    // No such encoding here, or bytes that are not in it.
    return null;
  }
}

/**
 * The text of a body and the name of its encoding (WHATWG, lower case). By the byte order mark, else the header's
 * `charset`, else what the document declares (HTML Standard, 13.2.3.2), else UTF-8 if it is that, else a guess. Never
 * throws: bytes that do not fit become U+FFFD.
 */
export function decodeText(
  body: Uint8Array,
  mediaType: string,
  charset: string | null,
): { text: string; encoding: string } {
  const declared = declaredEncoding(body, mediaType, charset);
  const decoded =
    (declared !== UNDECLARED && decodeAs(body, declared, false)) ||
    decodeAs(body, "utf-8", true) ||
    decodeAs(body, chardet.detect(telling(body)) ?? "", false);
  return decoded || { text: new TextDecoder("windows-1252").decode(body), encoding: "windows-1252" };
}
