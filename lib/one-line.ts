import { z } from "zod";
import { withoutTurning } from "@/lib/characters";

/** Whether anything of a text can be seen: not only white space, joiners and other signs without a shape (Unicode Cf). */
export function isVisible(text: string): boolean {
  return /[^\s\p{Cf}]/u.test(text);
}

/**
 * A trimmed line of text that readers see, without characters that turn its direction. The joiners U+200C and U+200D stay:
 * languages and emoji are written with them.
 */
export function oneLine() {
  return z
    .string()
    .overwrite((typed) => (isVisible(typed) ? withoutTurning(typed) : ""))
    .trim();
}

/** `oneLine` for what may have several: line ends within it stay. */
export function severalLines() {
  return oneLine();
}

/** Whether a line is a web address and nothing else, its scheme left away or not: "example.org/page", "127.0.0.1:4711". */
export function isAddress(line: string): boolean {
  if (/\s/u.test(line)) return false;
  const [, scheme = "", rest = ""] = /^(https?:\/\/)?(.*)$/iu.exec(line) ?? [];
  const parsed = URL.parse(`http://${rest}`);
  if (parsed === null || !parsed.hostname.includes(".")) return false;
  // Without any of these it may be a name such as Node.js.
  return scheme !== "" || /[/:?]/u.test(rest);
}
