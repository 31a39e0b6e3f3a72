import { GROUP, isOrganisationWord, isPeople, isRole } from "@/lib/suggestions/nouns";
import { isCapitalised, type Token } from "@/lib/suggestions/tokens";

/** A run of capitalised words: a name, where the sentence's first word is not merely at the beginning of it. */
export interface Name {
  text: string;
  /** Token indexes, `to` exclusive. */
  from: number;
  to: number;
  /** After an article ("the Recording Guild"): no person's name. */
  isThing: boolean;
}

const PARTICLE = /^(?:de|da|di|do|dos|del|della|der|den|van|von|zu|bin|ibn|al|el|la|le|ten|ter|y)$/;
const JOINING = /^(?:of|for|and|&|the|on)$/;
const HONORIFIC =
  /^(?:(?:Mr|Mrs|Ms|Mx|Dr|Prof|Sen|Rep|Gov|Gen|Rev|Lt|Col)\.?|Professor|Sir|Dame|Lord|Lady|Justice|Judge)$/;
/** Capitalised at the beginning of a sentence, and no name for that. */
const COMMON =
  /^(?:the|a|an|this|that|these|those|it|its|he|she|they|we|i|you|his|her|their|our|my|your|in|on|at|by|for|from|with|but|and|or|so|yet|as|if|when|while|after|before|since|until|although|though|however|meanwhile|still|then|there|here|now|what|who|why|how|where|which|one|two|three|four|five|six|seven|eight|nine|ten|some|many|most|more|few|several|all|both|each|every|no|not|none|nobody|another|other|such|only|even|just|also|according|despite|during|under|over|between|both|either|neither|instead|increasingly|perhaps|once|unlike|like|because|whether|to|up|last|next|early|late|earlier|later|today|yesterday|released|founded|asked|separately|elsewhere|overall|together|first|second|third|about|around|nearly|almost|roughly|half|lead|chief|former|consumer|health|research|industry|local|national|new|old|big|small|outside|inside|within|across|among|beyond|against|without|through|past|plant|trade|rival|rivals|outgoing|incoming|senior|deputy|former|ex|veteran|fellow)$/;
/** Organisations' names that go on after "of": "Bank of …", "Ministry for …". */
const OF =
  /^(?:Bank|University|Ministry|Department|Institute|College|School|Office|Bureau|Board|Court|House|Council|Center|Centre|Society|Association|Federation|Union|Academy|Church|Museum|Republic|Kingdom|Secretary|Minister|Agency|Commission|Committee|Chamber|Journal|Tour|City|State|Port|Isle|Cape|Bay|Gulf|King|Queen|Duke|Fund|League|Alliance|Coalition|Organization|Organisation|Authority|Administration)$/;

/** Whether the first word of a sentence says nothing about names: articles, pronouns, common nouns of people. */
export const isCommon = (token: Token | undefined): boolean =>
  token === undefined || COMMON.test(token.lower) || isPeople(token.lower, isCapitalised(token));

/** The names in the tokens of one sentence, in order, possessive endings cut off. */
export function namesIn(tokens: Token[]): Name[] {
  const names: Name[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    if (!startsName(tokens, index)) continue;
    const to = endOfName(tokens, index);
    const name = nameOf(tokens, index, to);
    if (name) names.push(name);
    index = to - 1;
  }
  return names;
}

function startsName(tokens: Token[], index: number): boolean {
  const token = tokens[index];
  if (!isCapitalised(token)) return false;
  const isFirst =
    index === 0 || tokens[index - 1]?.type === "quote" || /^[:.“"]$/.test(tokens[index - 1]?.text ?? "");
  if (token?.text === "I") return false;
  return !(isFirst && isCommon(token));
}

function endOfName(tokens: Token[], from: number): number {
  let to = from + 1;
  while (!tokens[to - 1]?.possessive) {
    const [token, next] = [tokens[to], tokens[to + 1]];
    if (isCapitalised(token) || /^\d+(?:\.\d+)*$/.test(token?.text ?? "")) to += 1;
    else if (PARTICLE.test(token?.text ?? "") && isCapitalised(next)) to += 1;
    else if (JOINING.test(token?.text ?? "") && joins(tokens, to)) to += 1;
    else break;
  }
  return to;
}

function joins(tokens: Token[], at: number): boolean {
  const next = tokens[at + 1];
  if (tokens[at]?.text === "&") return isCapitalised(next);
  if (tokens[at]?.text === "the")
    return /^(?:of|for)$/.test(tokens[at - 1]?.text ?? "") && isCapitalised(next);
  if (!OF.test(tokens[at - 1]?.text ?? "")) return false;
  if (tokens[at]?.text === "and") return false;
  return isCapitalised(next) || (next?.text === "the" && isCapitalised(tokens[at + 2]));
}

/** The name without honorifics and the roles before it: "Environment Minister Elena Marsh" is Elena Marsh. */
function nameOf(tokens: Token[], from: number, to: number): Name | null {
  let start = from;
  for (let index = from; index < to - 1; index += 1) {
    const token = tokens[index];
    if (
      token &&
      (isRole(token.lower) || HONORIFIC.test(token.text)) &&
      !/^(?:of|for|&)$/.test(tokens[index + 1]?.text ?? "")
    )
      if (token.text !== "." || start === index) start = index + 1;
  }
  if (
    start === to - 1 &&
    isRole(tokens[start]?.lower ?? "") &&
    !/^(?:Pope|Judge|Coach)$/.test(tokens[start]?.text ?? "")
  )
    return null;
  const first = tokens[start];
  const last = tokens[to - 1];
  if (!first || !last) return null;
  const isThing = /^(?:the|a|an)$/.test(tokens[start - 1]?.lower ?? "") || isSaidToBeThing(tokens, to);
  return { text: textOf(tokens, start, to), from: start, to, isThing };
}

/** ", the maker of …", ", which owns …": what follows says that it is an organisation. */
function isSaidToBeThing(tokens: Token[], to: number): boolean {
  if (tokens[to]?.text !== ",") return false;
  const aside = tokens.slice(to + 1, to + 6);
  if (aside[0]?.lower === "which") return true;
  if (!/^(?:a|an|the|one)$/.test(aside[0]?.lower ?? "")) return false;
  // The first noun of either sort decides: "an astronomer at the institute" is somebody.
  const noun = aside.find(
    (token) => !token.possessive && !isCapitalised(token) && (GROUP.has(token.lower) || isRole(token.lower)),
  );
  return noun !== undefined && !isRole(noun.lower);
}

/** The words of tokens as they were written, the last one's possessive ending cut off. */
export function textOf(tokens: Token[], from: number, to: number): string {
  return tokens
    .slice(from, to)
    .map((token, index, all) => {
      const text =
        index === all.length - 1 && token.possessive ? token.text.replace(/['’]s?$/, "") : token.text;
      return index === 0 ? text : ` ${text}`;
    })
    .join("");
}

/** Two to four words without figures, capitals or a word of organisations: likely somebody's name. */
export function isPersonLike(name: string): boolean {
  const words = name.split(" ").filter((word) => !PARTICLE.test(word));
  if (words.length < 2 || words.length > 4 || /\d|&| of /.test(name)) return false;
  return words.every(
    (word) =>
      !isOrganisationWord(word) && (/^\p{Lu}\.?$/u.test(word) || /^\p{Lu}[\p{L}'’.-]*\p{Ll}/u.test(word)),
  );
}
