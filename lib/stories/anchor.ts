import { customAlphabet } from "nanoid";

const tenCharacters = customAlphabet("0123456789abcdefghijklmnopqrstuvwxyz", 10);

/** A story's permanent public anchor: "s-" and ten random characters of [0-9a-z] (the database checks the form). */
export function newAnchor(): string {
  return `s-${tenCharacters()}`;
}
