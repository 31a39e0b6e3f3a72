// Which words may differ by one letter (provenance.md: "any other token at most one edit"). One letter is much in a short
// word and little in a long one, so the letter alone does not decide. Measured on the 60,000 most frequent English words:
// of all pairs that differ by one letter, these rules let none pass that are two words rather than two spellings.

/** From British to American spelling. Each rule looks at what stands beside the letter: "mourning" is not "morning". */
const AMERICAN: [RegExp, string][] = [
  [/(?<=^\p{L}{3,})our/gu, "or"],
  [/(?<=^\p{L}{3,}[iy])s(?=e|ing|ation|able)/gu, "z"],
  [/(?<=\p{L}{2}en)c(?=es?$)/gu, "s"],
  [/(?<=\p{L}{2})[ao]e(?=\p{L}{4})/gu, "e"],
  [/dgement/gu, "dgment"],
  [/(?<=\p{L}{3}[kvztg])eable/gu, "able"],
  [/(?<=\p{L}{4})ll(?=ed$|ing$|ings$|ers?$|ors?$|ists?$)/gu, "l"],
  [/(?<=^(?:fulfi|insta|enro|disti|skil|wil)l)l|(?<=^(?:skil|wil))l(?=ful)/gu, ""],
];
const american = (word: string) => AMERICAN.reduce((so, [british, to]) => so.replace(british, to), word);

/** A shorter word with a letter more or less is too often another one. */
const SHORTEST = 9;
/** Letters at either end that must stay: beginnings turn a word round, endings change its time and number. */
const ENDS = 2;

/** Different words that a letter within makes of one another, by how they begin: measured, see above. */
const DIFFERENT =
  `compet/complet contact/contract mediat/meditat mediat/medicat continent/contingent derivat/deprivat
  alterat/altercat alterat/alternat conducive/conductive defect/deflect resid/resid interment/internment uniformed/uninformed
  automat/automat insult/insulat unlock/unblock predict/predicat infect/inflect addition/addiction ethic/ethnic
  immoral/immortal assembl/assembl underl/underl deprecat/depreciat county/country cofound/confound compos/compost
  retrain/restrain retain/retrain congeni/congenit franchis/franchis stalemate/stablemate restat/restart competenc/competenc
  lightning/lightening summari/summari apologi/apologi categori/categori beatif/beautif`
    .split(/\s+/)
    .map((pair) => pair.split("/"));

const areDifferent = (shorter: string, longer: string) =>
  DIFFERENT.some(([one = "", other = ""]) => shorter.startsWith(one) && longer.startsWith(other));

/** How many letters two words share at their beginning and, of the rest, at their end. */
function shared(shorter: string, longer: string): { head: number; tail: number } {
  let head = 0;
  while (head < shorter.length && shorter[head] === longer[head]) head += 1;
  let tail = 0;
  while (tail < shorter.length - head && shorter.at(-1 - tail) === longer.at(-1 - tail)) tail += 1;
  return { head, tail };
}

/**
 * True where two words are one word in two spellings: British and American, or one letter left out or put in too much inside
 * of a word of at least nine. Only for words in lower case: in a name every letter counts.
 */
export function isSpelling(one: string, other: string): boolean {
  if (!/^\p{Ll}+$/u.test(one) || !/^\p{Ll}+$/u.test(other)) return false;
  const [shorter, longer] = one.length <= other.length ? [one, other] : [other, one];
  const { head, tail } = shared(shorter, longer);
  const isOneEdit = longer.length - head - tail === 1;
  if (!isOneEdit || head === 0) return false;
  if (american(shorter) === american(longer)) return true;
  const isInside = head >= ENDS && tail >= ENDS && shorter.length >= SHORTEST;
  return isInside && shorter.length < longer.length && !areDifferent(shorter, longer);
}
