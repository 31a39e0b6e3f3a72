// What normalising does to one unit of a text: a character with the marks that compose with it.

const SPACE = "\\t-\\r \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
/** Soft hyphens, joiners, marks of direction and of variation. */
const WIDTHLESS =
  "\\xad\\u034f\\u061c\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufe00-\\ufe0f\\ufeff";
/** What composes with the character before it: marks, the later letters of a Hangul syllable, half-width voicing marks. */
const COMPOSING = "\\p{M}\\u1160-\\u11ff\\u3131-\\u318e\\ud7b0-\\ud7ff\\uff9e-\\uffdc";

const IS_JOINED = new RegExp(`[${COMPOSING}${WIDTHLESS}]`, "u");
const IS_WHITE = new RegExp(`[${SPACE}]`);
const NO_WIDTH = new RegExp(`[${WIDTHLESS}]+`, "gu");

/** Sticky patterns: a stretch of white space, whatever has no width in it, and one unit with what belongs to it. */
export const WHITE = new RegExp(`[${WIDTHLESS}]*[${SPACE}][${SPACE}${WIDTHLESS}]*`, "uy");
export const UNIT = new RegExp(`[^][${COMPOSING}${WIDTHLESS}]*`, "uy");
/** What has no width at the end of a unit. */
export const TRAILING = new RegExp(`(?<=[^${WIDTHLESS}])[${WIDTHLESS}]+$`, "u");

const straighten = (text: string) =>
  text
    .replace(NO_WIDTH, "")
    .replace(/[“”„‟″〝〞«»]/g, '"')
    .replace(/[‘’‚‛′´`‹›ʹʻʼ]/g, "'")
    .replace(/[\p{Pd}\u2043\u2212]/gu, "-")
    .replace(/⋯/g, "...");

const RAISED = /^[⁰¹²³⁴-⁹₀-₉]/;
const FRACTION = /^[¼-¾⅐-⅞]/;

/**
 * A unit as it is compared. `before` is the original's character in front of it: raised digits and fractions that follow a
 * digit are set apart from it ("10^2", "2 1⁄2"), where NFKC alone would make another number of it ("102", "21⁄2").
 */
export function compared(unit: string, before: string): string {
  const straight = straighten(unit);
  const compatible = straight.normalize("NFKC");
  // A free-standing accent would become a space with a mark on it, and spaces would no longer be single.
  const plain = compatible.startsWith(" ") ? straight : straighten(compatible);
  if (!/\p{Nd}/u.test(before)) return plain;
  if (RAISED.test(straight)) return `^${plain}`;
  return FRACTION.test(straight) ? ` ${plain}` : plain;
}

/** What to do with a UTF-16 unit: leave it, join it to the one before, make it white space, or look at it. */
export const PLAIN = 1;
export const JOINED = 2;
export const WHITES = 3;
export const OTHER = 4;

/** Filled as characters turn up: asking Unicode about each character of a long text would take most of the time. */
const KINDS = new Uint8Array(0x10000);

/** The kind of a UTF-16 unit: PLAIN, JOINED, WHITES (a single space is plain if nothing white follows) or OTHER. */
export function kindOf(code: number): number {
  const known = KINDS[code];
  if (known) return known;
  const character = String.fromCharCode(code);
  const isHalf = code >= 0xd800 && code <= 0xdfff;
  const kind = IS_JOINED.test(character)
    ? JOINED
    : IS_WHITE.test(character)
      ? WHITES
      : isHalf || compared(character, "") !== character || RAISED.test(character)
        ? OTHER
        : PLAIN;
  KINDS[code] = kind;
  return kind;
}
