import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeText } from "@/lib/fetch/decode-text";

const latin = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));
const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le"));
const bytes = (...parts: (string | Uint8Array)[]) =>
  new Uint8Array(Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : part))));

// “Größe” in windows-1252, «Цены» in windows-1251, 価格 in Shift_JIS and EUC-JP.
const GROESSE = new Uint8Array([0x93, 0x47, 0x72, 0xf6, 0xdf, 0x65, 0x94]);
const TSENY = new Uint8Array([0xd6, 0xe5, 0xed, 0xfb]);
const KAKAKU = new Uint8Array([0x89, 0xbf, 0x8a, 0x69]);

test.each([
  ["the byte order mark, before all else", utf16("Größe"), "text/html", "windows-1252", "Größe", "utf-16le"],
  ["the byte order mark of UTF-8", bytes("\ufeff", "Größe"), "text/plain", "koi8-r", "Größe", "utf-8"],
  ["the header", GROESSE, "text/html", "iso-8859-1", "“Größe”", "windows-1252"],
  [
    "the header, before <meta>",
    bytes("<meta charset=utf-8>", TSENY),
    "text/html",
    "windows-1251",
    "<meta charset=utf-8>Цены",
    "windows-1251",
  ],
  [
    "<meta>",
    bytes("<meta charset=shift_jis>", KAKAKU),
    "text/html",
    null,
    "<meta charset=shift_jis>価格",
    "shift_jis",
  ],
  [
    "<meta>, where the header's word is none",
    bytes("<meta charset=windows-1251>", TSENY),
    "text/html",
    "utf8mb4",
    "<meta charset=windows-1251>Цены",
    "windows-1251",
  ],
  [
    "the XML declaration",
    bytes('<?xml version="1.0" encoding="windows-1251"?>', TSENY),
    "application/rss+xml",
    null,
    '<?xml version="1.0" encoding="windows-1251"?>Цены',
    "windows-1251",
  ],
  ["UTF-8, if it is that", utf8("Größe 価格"), "text/html", null, "Größe 価格", "utf-8"],
  [
    "UTF-8, where a plain text only quotes a <meta>",
    utf8("<meta charset=koi8-r> Größe"),
    "text/plain",
    null,
    "<meta charset=koi8-r> Größe",
    "utf-8",
  ],
])("text is read by %s", (_by, body, mediaType, charset, text, encoding) => {
  expect(decodeText(body, mediaType, charset)).toEqual({ text, encoding });
});

test("text of an old encoding that nobody declares is guessed", () => {
  const text =
    "Die Gebühren für Liegeplätze wurden im März erhöht; die Größe der Schiffe zählt künftig mehr. ";
  expect(decodeText(latin(text.repeat(3)), "text/html", null)).toEqual({
    text: text.repeat(3),
    encoding: "windows-1252",
  });
});

test("bytes that do not fit are marked, not thrown", () => {
  expect(decodeText(GROESSE, "text/html", "utf-8")).toEqual({
    text: "\ufffdGr\ufffd\ufffde\ufffd",
    encoding: "utf-8",
  });
  expect(decodeText(new Uint8Array(), "text/html", null)).toEqual({ text: "", encoding: "utf-8" });
});

test("no bytes and no charset make it throw", () => {
  const mediaType = fc.constantFrom(
    "text/html",
    "text/plain",
    "application/rss+xml",
    "application/json",
    "",
    "x",
  );
  const label = fc.oneof(
    fc.string(),
    fc.constantFrom("replacement", "iso-2022-cn", "utf-7", "x-user-defined", "utf-32"),
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), mediaType, fc.option(label), (body, type, charset) => {
      expect(typeof decodeText(body, type, charset).text).toBe("string");
    }),
    { numRuns: 500 },
  );
});
