// Embeddings, overrides and isolates (Unicode Bidirectional Algorithm, "Explicit Directional Formatting Characters").
const TURNING = /[\u202A-\u202E\u2066-\u2069]/gu;

/** The text without characters that turn the direction of what follows, which then reads as something else. */
export function withoutTurning(text: string): string {
  return text.replace(TURNING, "");
}

// Control characters and the two noncharacters that XML 1.0 has no place for (its production "Char"). Tab and line ends stay.
// Made of their numbers: written out they would be as invisible here as anywhere.
const FORBIDDEN = new RegExp(
  `[${[
    [0x01, 0x08],
    [0x0b, 0x0c],
    [0x0e, 0x1f],
    [0xfffe, 0xffff],
  ]
    .map((range) => range.map((code) => String.fromCharCode(code)).join("-"))
    .join("")}]`,
  "gu",
);

/** The attributes of an editor's nodes are objects without a prototype. */
function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/**
 * The value with every string in it, however deep, without control characters, which nobody sees and no feed could hold. What is
 * no string, list or plain object stays as it is.
 */
export function withoutControls<T>(value: T): T {
  if (typeof value === "string") return value.replace(FORBIDDEN, "") as T;
  if (Array.isArray(value)) return value.map(withoutControls) as T;
  if (typeof value !== "object" || value === null || !isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withoutControls(part)])) as T;
}
