import { isRole } from "@/lib/suggestions/nouns";
import { isCapitalised, type Token } from "@/lib/suggestions/tokens";

/** Tokens from `from` up to `to` (exclusive) of a sentence: the words of one noun phrase. */
export interface Phrase {
  from: number;
  to: number;
}

const BETWEEN =
  /^(?:has|have|had|is|are|was|were|be|been|being|did|does|do|would|will|could|can|may|might|should|must|not|never|also|now|then|still|again|already|even|just|only|too|later|earlier|first|previously|once|since|meanwhile|instead|further|however|therefore|afterwards|today|yesterday|yet|always|often|long|itself|himself|herself|themselves|both|all|each|itself|to|didn't|doesn't|don't|hasn't|haven't|won't|wouldn't|isn't|wasn't|soon|likewise|both|rather|quite|so|far|ever|rightly|in|turn|part|very|pleased|proud|happy|excited|delighted|thrilled)$/;
const DAY = /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday)$/;
const PREPOSITION =
  /^(?:at|from|of|in|with|for|on|by|to|into|about|over|under|within|across|among|between|near|outside|inside|behind|against|after|before|since|during|through|via|as|than|like|per|despite|without)$/;
/** Ends a noun phrase going leftwards. */
const BOUNDARY =
  /^(?:that|which|who|whom|whose|but|or|while|whereas|although|though|because|if|when|where|as|than|so|yet|once|until|unless|whether|how|why|what|nor|is|are|was|were|be|has|have|had|said|says|will|would|can|could|may|might)$/;
const OPENING =
  /^(?:in|on|at|by|for|from|with|after|before|during|since|under|over|despite|asked|released|according|this|last|next|earlier|later|still|however|meanwhile|separately|instead|but|and|so|yet|then|now|also|here|today|yesterday|when|while|although|though|if|as|once|because|founded|speaking|writing|starting|beginning|citing|announced|based|following|given|responding|testifying|writing|unlike|like|until|to|within|across|increasingly|overall|together)$/;

export const isBetween = (token: Token | undefined): boolean =>
  token?.type === "word" &&
  (BETWEEN.test(token.lower) || (/ly$/.test(token.lower) && !isCapitalised(token)) || DAY.test(token.lower));

/** Index of the last token before `at` that is no auxiliary or adverb. */
export function skipBack(tokens: Token[], at: number): number {
  let index = at - 1;
  while (index >= 0 && isBetween(tokens[index]) && !isDayName(tokens, index)) index -= 1;
  return index;
}

/** "on Tuesday": the day goes with its preposition, both are skipped. */
const isDayName = (tokens: Token[], index: number): boolean =>
  DAY.test(tokens[index]?.lower ?? "") &&
  !/^(?:on|last|late|early)$/.test(tokens[index - 1]?.lower ?? "") &&
  index === 0;

export const isPreposition = (token: Token | undefined): boolean =>
  token?.type === "word" && PREPOSITION.test(token.lower) && !(isCapitalised(token) && token.start > 0);

/** The noun phrase that ends right before token `to`, with what hangs on it ("analysts at Castell Research"). */
export function phraseBefore(tokens: Token[], to: number): Phrase | null {
  let from = to;
  while (from > 0) {
    const token = tokens[from - 1];
    if (token?.type !== "word") {
      if (token?.text === "&" || token?.text === ".") {
        from -= 1;
        continue;
      }
      break;
    }
    if (token.lower === "and") {
      if (!isCapitalised(tokens[from]) || !isCapitalised(tokens[from - 2])) break;
    } else if (BOUNDARY.test(token.lower) && !isCapitalised(token)) break;
    from -= 1;
  }
  // "In a letter to shareholders the fund": what follows the last article after a leading preposition.
  if (isPreposition(tokens[from])) {
    let last = -1;
    for (let index = from + 1; index < to; index += 1) {
      const before = tokens[index - 1];
      if (
        /^(?:the|it|he|she|they|its|his|her|their)$/.test(tokens[index]?.lower ?? "") &&
        !isPreposition(before)
      )
        last = index;
      if (
        isCapitalised(tokens[index]) &&
        before &&
        !isPreposition(before) &&
        !isCapitalised(before) &&
        !/^(?:the|a|an|and|of)$/.test(before.lower) &&
        !isRole(before.lower)
      )
        last = index;
    }
    if (last === -1) return null;
    from = last;
  }
  return from < to ? { from, to } : null;
}

/** The noun phrase that begins at token `from`: up to a verb, a comma or a stop. */
export function phraseAfter(tokens: Token[], from: number): Phrase | null {
  let to = from;
  for (; to < tokens.length && to - from < 12; to += 1) {
    const token = tokens[to];
    if (!token || (token.type !== "word" && token.text !== "&")) break;
    if (to > from && token.lower === "and" && !isCapitalised(tokens[to + 1])) break;
    if (to > from && BOUNDARY.test(token.lower) && !isCapitalised(token)) break;
    if (to > from && isBetween(token) && !isPreposition(token)) break;
  }
  return to > from ? { from, to } : null;
}

/** Where the main clause's subject begins: after an opening phrase that a comma closes ("On March 12, …"). */
export function clauseStart(tokens: Token[], at: number): number {
  let start = 0;
  for (let index = at - 1; index >= 0; index -= 1) {
    const text = tokens[index]?.text;
    if (text === ";" || text === ":" || text === "—" || text === "–" || text === "(") {
      start = index + 1;
      break;
    }
  }
  if (!OPENING.test(tokens[start]?.lower ?? "")) return start;
  for (let index = start; index < at; index += 1) {
    const next = tokens[index + 1];
    const isNumber = /^\d{4}$/.test(next?.text ?? "") && tokens[index + 2]?.text === ",";
    if (tokens[index]?.text === "," && !isNumber) return index + 1;
  }
  return start;
}

const FINITE =
  /^(?:is|are|was|were|has|have|had|does|do|did|will|would|can|could|may|might|should|must|isn't|aren't|wasn't|doesn't|didn't)$/;

/** The subject of the clause that begins at `start`: its words up to the first comma, verb or clause word. */
export function leadingPhrase(
  tokens: Token[],
  start: number,
  isVerb: (token: Token) => boolean,
): Phrase | null {
  let to = start;
  for (; to < tokens.length && to - start < 14; to += 1) {
    const token = tokens[to];
    if (!token || (token.type !== "word" && token.text !== "&")) break;
    if (
      to > start &&
      (FINITE.test(token.lower) || isVerb(token) || isBetween(token)) &&
      !isPreposition(token)
    )
      break;
    if (to > start && BOUNDARY.test(token.lower) && !isCapitalised(token)) break;
    if (to > start && token.lower === "and" && !isCapitalised(tokens[to + 1])) break;
  }
  return to > start ? { from: start, to } : null;
}
