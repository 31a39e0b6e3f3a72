import { isBetween } from "@/lib/suggestions/clause";
import { isCapitalised, type Token } from "@/lib/suggestions/tokens";
import { isPast, type SpeechVerb } from "@/lib/suggestions/verbs";

const NOUN_TOO =
  /^(?:rules|questions|challenges|supports|objects|favours|favors|thanks|claims|reports|notes|calls|plans|forecasts|estimates|projects|posts|states|views|doubts|hopes|fears|comments|records|documents|signals|promises|pledges|vows|aims|counters|protests|labels|bills|lists|jokes|demands|responses|casts|pitches|markets|tells)$/;

/** "Insurance claims rose": a plural before another verb. */
export function isNoun(tokens: Token[], at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (!token || !next || !NOUN_TOO.test(token.lower)) return false;
  return (
    isPast(next.lower) ||
    /^(?:is|are|was|were|has|have|had|will|would|can|could|may|might|should|do|did)$/.test(next.lower)
  );
}

const PASSIVE_BE = /^(?:is|are|was|were|been|being|be)$/;

/** Whether a form of "be" stands before the verb, adverbs aside. */
export function beBefore(tokens: Token[], at: number): boolean {
  let before = at - 1;
  while (isBetween(tokens[before]) && !PASSIVE_BE.test(tokens[before]?.lower ?? "")) before -= 1;
  return PASSIVE_BE.test(tokens[before]?.lower ?? "");
}

const OTHERS_VIEW =
  /^(?:that|claims?|numbers?|figures?|charges?|allegations?|ideas?|views?|suggestions?|accusations?|criticisms?|notions?|arguments?|findings?|conclusions?|account|assessment|characterisation|characterization|whether|it|this|plan|proposal|sentiment|concerns?|reading|estimate|premise|description|comparison)$/;

const AS = /^(?:as|at|closer|among|behind|ahead|near|above|below|around|between)$/;
const AHEAD =
  /^(?:chance|probability|odds|differently|otherwise|likelihood|upside|room)$|(?:ris|fall|grow|reach|hit|slow|doubl|declin|climb|drop|shrink|stay|remain)ing$/;

/** Whether what follows the verb makes it one of saying. */
export function complements(tokens: Token[], at: number, verb: SpeechVerb): boolean {
  const rest = tokens.slice(at + 1, at + 40);
  if (verb.complement === "to") return rest.slice(0, 3).some((token) => token.lower === "to");
  if (verb.complement === "as") return rest.some((token) => AS.test(token.lower));
  if (verb.complement === "ahead") return rest.slice(0, 12).some((token) => AHEAD.test(token.lower));
  if (verb.complement === "view") return rest.slice(0, 5).some((token) => OTHERS_VIEW.test(token.lower));
  // "Health officials confirmed 47 cases" tells what happened.
  if (verb.base === "confirm" && rest.slice(0, 3).some((token) => /^\d/.test(token.text))) return false;
  if (verb.complement === "any") return true;
  return hasClause(tokens, at, verb);
}

/** "that", a quotation, a colon or a clause after the verb, or all of it before: "…, the researchers found." */
function hasClause(tokens: Token[], at: number, verb: SpeechVerb): boolean {
  const rest = tokens.slice(at + 1, at + 40);
  const [next] = rest;
  if (tokens.slice(0, at).some(isQuote)) return true;
  const opens = (token: Token, index: number) =>
    token.lower === "that" || (index < 5 && (isQuote(token) || token.text === ":"));
  if (rest.slice(0, 9).some(opens)) return true;
  if (next === undefined || /^[.,:]$/.test(next.text)) {
    const trails = tokens.slice(Math.max(0, at - 8), at).some((token) => token.text === ",");
    return tokens.some(isQuote) || (trails && /^[.,]$/.test(next?.text ?? ""));
  }
  return verb.base === "point" ? next.lower === "out" : isClause(rest);
}

const isQuote = (token: Token) => token.type === "quote";

/** A clause without "that": "Moe added it was late", a subject and then a verb within a few words. */
function isClause(rest: Token[]): boolean {
  const subject = rest[0];
  if (!subject) return false;
  if (/^(?:it|they|he|she|there|we)$/.test(subject.lower)) return true;
  if (!isCapitalised(subject) && !/^(?:the|its|their|his|her|no)$/.test(subject.lower)) return false;
  return rest
    .slice(1, 7)
    .some((token) =>
      /^(?:is|are|was|were|will|would|has|have|had|can|could|may|might|did|does)$/.test(token.lower),
    );
}
