import type { Cast } from "@/lib/suggestions/cast";
import { isPreposition, type Phrase } from "@/lib/suggestions/clause";
import { isCommon, isPersonLike, type Name, namesIn, textOf } from "@/lib/suggestions/names";
import { DOCUMENT, GROUP, isPeople, isRole, OWN_DOCUMENT, STANCE } from "@/lib/suggestions/nouns";
import { isCapitalised, type Token } from "@/lib/suggestions/tokens";

const DETERMINER =
  /^(?:the|a|an|this|that|these|those|both|some|many|most|several|few|all|other|another|one|its|his|her|their|no|any|two|three|four|five)$/;
const NOBODY =
  /^(?:i|we|you|one|nobody|everybody|everyone|someone|anyone|somebody|this|that|these|those|there|what|which|none|here|mine|ours|nothing|something|everything)$/;
const PRONOUN = /^(?:it|he|she|they|who|both)$/;
const POSSESSIVE_PRONOUN = /^(?:its|his|her|their)$/;

/** What anybody may have found: says nothing of whose it is. */
const MEASURED =
  /^(?:data|figures|numbers|research|tests?|testing|benchmarks?|evaluations?|words|line|claims?|description|list|listing|team|materials|pages?|notes?|site|thread|schedule|account)$/;

/** Parts of an organisation, which speak for the whole. */
const OWN_GROUP =
  /^(?:board|team|unit|side|office|lab|laboratory|leadership|management|service|panel|mission|campaign|side)$/;

/** What of a sentence is needed to say who speaks in it. */
export interface Scene {
  tokens: Token[];
  cast: Cast;
}

/** Where the head of a phrase ends: at its first preposition that is no part of a name. */
function headEnd({ tokens }: Scene, phrase: Phrase, names: Name[]): number {
  for (let index = phrase.from + 1; index < phrase.to; index += 1) {
    const inName = names.some((name) => name.from < index && index < name.to);
    if (!inName && isPreposition(tokens[index])) return index;
  }
  return phrase.to;
}

/**
 * Who is meant by a noun phrase that says something: the person or organisation in it in full, whose document it is ("Orrin's
 * help pages": Orrin), whom a pronoun or "the company" means, or people without a name in lower case ("regulators").
 * Null when it is no speaker.
 */
export function speakerIn(scene: Scene, phrase: Phrase, apposition: Phrase | null = null): string | null {
  const { tokens, cast } = scene;
  let from = phrase.from;
  while (from < phrase.to - 1 && isCommonAdverb(tokens[from])) from += 1;
  const first = tokens[from];
  if (!first || (NOBODY.test(first.lower) && phrase.to - from === 1)) return null;
  if (phrase.to - from === 1 && PRONOUN.test(first.lower)) return cast.whoIs(first.lower);
  const names = namesIn(tokens).filter((name) => name.from >= from && name.to <= phrase.to);
  const end = headEnd(scene, { from, to: phrase.to }, names);
  const head = { from, to: end };
  const aside = apposition ? namedAside(tokens, apposition) : null;
  return (
    nameAtEnd(scene, head, names) ??
    ownerOf(scene, head, names, aside) ??
    (aside && isRole(tokens[end - 1]?.lower ?? "") ? cast.fullName(aside) : null) ??
    nounOf(scene, head, { from: end, to: phrase.to }, names)
  );
}

const isCommonAdverb = (token: Token | undefined) =>
  /^(?:but|and|so|yet|or|then|now|also|still|however|meanwhile|even|only|increasingly|later|,)$/.test(
    token?.lower ?? "",
  );

/** A person's name that stands alone between commas: "its director, Ruth Castellano, said". */
function namedAside(tokens: Token[], aside: Phrase): string | null {
  const [name] = namesIn(tokens).filter(({ from, to }) => from >= aside.from && to <= aside.to);
  return name && name.from === aside.from && name.to === aside.to && isPersonLike(name.text)
    ? name.text
    : null;
}

function nameAtEnd({ tokens, cast }: Scene, head: Phrase, names: Name[]): string | null {
  const name = names.find(({ to }) => to === head.to);
  const before = names.find(
    ({ from, to }) => from === head.from && tokens[to]?.lower === "and" && to + 1 === name?.from,
  );
  if (before && name) return `${cast.fullName(before.text)} and ${cast.fullName(name.text)}`;
  return name && !tokens[name.to - 1]?.possessive ? cast.fullName(name.text) : null;
}

const speaksForOwner = (noun: string, hasCapital = false) =>
  OWN_DOCUMENT.has(noun) ||
  DOCUMENT.has(noun) ||
  GROUP.has(noun) ||
  isPeople(noun, hasCapital) ||
  isRole(noun) ||
  STANCE.test(noun);

/** "Nvidia's case", "its help pages", "OpenAI researchers": the owner, where what is owned speaks for it. */
function ownerOf(scene: Scene, head: Phrase, names: Name[], aside: string | null): string | null {
  const { tokens, cast } = scene;
  const noun = tokens[head.to - 1]?.lower ?? "";
  if (aside && isRole(noun)) return cast.fullName(aside);
  let at = head.to - 2;
  while (at >= head.from && !tokens[at]?.possessive && !POSSESSIVE_PRONOUN.test(tokens[at]?.lower ?? ""))
    at -= 1;
  const owner = tokens[at];
  if (at < head.from || !owner) {
    const before = names.findLast(({ to }) => to < head.to);
    return before && OWN_DOCUMENT.has(noun) ? cast.fullName(before.text) : null;
  }
  if (!speaksForOwner(noun)) return null;
  if (POSSESSIVE_PRONOUN.test(owner.lower)) return cast.whoIs(owner.lower);
  const name = names.find(({ to }) => to === at + 1);
  // "China's commerce ministry" is not China, but "Sable's board" speaks for Sable.
  if (name && GROUP.has(noun) && !OWN_GROUP.test(noun)) return plainWords(tokens, head);
  if (name) return cast.fullName(name.text);
  return nounOf(scene, { from: head.from, to: at + 1 }, { from: at + 1, to: at + 1 }, []);
}

/** A phrase without a name in its head: "analysts at Castell Research", "the bank", "regulators", "the study". */
function nounOf(scene: Scene, whole: Phrase, tail: Phrase, names: Name[]): string | null {
  const { tokens, cast } = scene;
  const head = { ...whole, to: peopleEnd(tokens, whole) };
  const last = tokens[head.to - 1];
  if (last?.type !== "word" || /^\d/.test(last.text)) return null;
  const inTail = names.find(({ from }) => from > tail.from);
  const preposition = tokens[tail.from]?.lower;
  const from =
    inTail && /^(?:at|from|with|for|of|by)$/.test(preposition ?? "") ? cast.fullName(inTail.text) : null;
  const noun = last.lower;
  const plain = inSentence(tokens, head, plainWords(tokens, head));
  const isDefinite = /^(?:the|this|that)$/.test(tokens[head.from]?.lower ?? "") || last.possessive;
  if (GROUP.has(noun))
    return from && preposition !== "of" ? from : ((isDefinite ? cast.whichIs(noun) : null) ?? plain);
  if (OWN_DOCUMENT.has(noun) && !isPeople(noun)) {
    const owner = /^(?:of|by|from)$/.test(preposition ?? "") ? from : null;
    return owner ?? (MEASURED.test(noun) ? null : (cast.whoIs("it") ?? plain));
  }
  if (STANCE.test(noun) && inTail && /^(?:by|from)$/.test(preposition ?? "")) return from;
  if (DOCUMENT.has(noun)) return (preposition === "by" || preposition === "from" ? from : null) ?? plain;
  if (isRole(noun) && !noun.endsWith("s")) {
    const spokesFor = /^spokes/.test(noun) ? cast.whoIs("it") : null;
    return from ?? groupInTail(scene, tail) ?? spokesFor ?? (isDefinite ? cast.whoIs("she") : null) ?? plain;
  }
  if (isPeople(noun, isCapitalised(last)))
    return (/^(?:at|from|with|for)$/.test(preposition ?? "") ? from : null) ?? plain;
  if (isCapitalised(last) && !isCommon(last)) return cast.fullName(textOf(tokens, head.from, head.to));
  return null;
}

/** "Two people familiar with the matter" are people: where the noun of people ends that something else follows. */
function peopleEnd(tokens: Token[], { from, to }: Phrase): number {
  const noun = tokens[to - 1]?.lower ?? "";
  if (speaksForOwner(noun) || isCapitalised(tokens[to - 1])) return to;
  const people = tokens.findLastIndex(
    (token, index) => index >= from && index < to && isPeople(token.lower) && !token.possessive,
  );
  return people === -1 ? to : people + 1;
}

/** The organisation that a role is of or for: "a spokesperson for the ministry". */
function groupInTail({ tokens, cast }: Scene, tail: Phrase): string | null {
  const noun = tokens[tail.to - 1];
  if (!noun || tail.to - tail.from > 5 || !GROUP.has(noun.lower)) return null;
  return cast.whichIs(noun.lower) ?? plainWords(tokens, { from: tail.from + 1, to: tail.to });
}

/** "Analysts", where they begin the sentence, are analysts: a capital letter there makes no name of a noun. */
function inSentence(tokens: Token[], { from }: Phrase, plain: string): string {
  const first = tokens[from];
  const isNoun = from === 0 && first !== undefined && speaksForOwner(first.lower, isCapitalised(first));
  return isNoun ? plain.charAt(0).toLowerCase() + plain.slice(1) : plain;
}

/** The head's words without what determines them. */
export function plainWords(tokens: Token[], head: Phrase): string {
  let from = head.from;
  while (from < head.to - 1 && DETERMINER.test(tokens[from]?.lower ?? "")) from += 1;
  return textOf(tokens, from, head.to);
}
