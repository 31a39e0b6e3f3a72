// Words that turn a sentence round: a quotation must have them exactly as its source has (provenance.md, the token guard).

const words = (list: string) => list.trim().split(/\s+/);

const NEGATIONS = words(`
  no not never none nobody nothing nowhere neither nor cannot without hardly scarcely barely rarely seldom non unless except
  deny denies denied refuse refuses refused fail fails failed lack lacks lacked
`);
const MODALS = words(`
  can could may might must shall should will would ought need needs needed able unable likely unlikely possible impossible
  perhaps maybe probably certainly allegedly reportedly
`);
const QUANTIFIERS = words(`
  all any both each either enough every everybody everyone everything everywhere few fewer fewest half least less little lot
  lots majority many minority more most much only plenty several some somebody someone something somewhere almost nearly about
  around approximately roughly exactly above below over under before after since until always often sometimes usually mostly
  partly entirely whole total
`);
const NUMBERS = words(`
  zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
  nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion
  billions trillion trillions dozen dozens once twice thrice single double triple quadruple first second third fourth fifth
  sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth
  nineteenth twentieth thirtieth fortieth fiftieth hundredth thousandth millionth billionth halves quarter quarters thirds
  fifths tenths percent
`);

const NEGATING = new Set(NEGATIONS);
const GUARDED = new Set([...NEGATIONS, ...MODALS, ...QUANTIFIERS, ...NUMBERS]);
const CONTRACTED = /'(?:t|ll|d)$/i;

/** True for a negation, a contracted one too. */
export const isNegation = (word: string): boolean => {
  const lower = word.toLowerCase();
  return NEGATING.has(lower) || lower.endsWith("n't");
};

/** True for a word that must be the same on both sides: a number, a negation, a modal, a quantifier, or a sign. */
export const isGuarded = (word: string): boolean =>
  GUARDED.has(word.toLowerCase()) || /[\p{N}\p{S}?%‰&؟]|^-$/u.test(word) || CONTRACTED.test(word);

const NEGATING_START = /^(?:a|il|im|in|ir|un|dis|mis|non)$/iu;
const NEGATING_END = /^(?:less|free|proof|'t)/iu;
/** What is left of a word after "in-" or "a-" is seldom a word itself if it is shorter: "in|to", "a|bout". */
const SHORTEST_OPPOSITE = 5;

/**
 * True where a piece of a word may say the opposite of the word: "il|legal", "hope|less", "1|5", "ca|n't", "n|one". `before`
 * and `after` are what is cut off.
 */
export function turnsRound(before: string, piece: string, after: string): boolean {
  if (isGuarded(piece) || /\p{N}|n't$/u.test(before + piece + after)) return true;
  const isOpposite = NEGATING_START.test(before) && piece.length >= SHORTEST_OPPOSITE;
  return isOpposite || NEGATING_END.test(after);
}
