import {
  clauseStart,
  isBetween,
  isPreposition,
  leadingPhrase,
  type Phrase,
  phraseAfter,
  phraseBefore,
  skipBack,
} from "@/lib/suggestions/clause";
import { OWN_DOCUMENT, STANCE } from "@/lib/suggestions/nouns";
import { plainWords, type Scene, speakerIn } from "@/lib/suggestions/speaker";
import { isCapitalised, type Token } from "@/lib/suggestions/tokens";
import { isPast, SPEECH_VERBS, type SpeechVerb } from "@/lib/suggestions/verbs";

/** Who says a sentence, and by which words. */
export interface Attribution {
  form: "verb" | "passive" | "according" | "stance";
  speaker: string;
  mode: SpeechVerb["mode"];
  base: string;
  /** Token indexes of the words that tell it, `to` exclusive. */
  cue: Phrase;
}

const AT_NOUN = /^(?:a|an|the|its|his|her|their|this|that|no|any|of|earlier|new|own|more|some)$/;

/** The first words of a sentence that attribute it to somebody, or null. */
export function findAttribution(scene: Scene): Attribution | null {
  return according(scene) ?? stance(scene) ?? byVerb(scene);
}

/** "according to the company", "per Nvidia's filing", "in Lindqvist's view". */
function according(scene: Scene): Attribution | null {
  const { tokens } = scene;
  for (let index = 0; index < tokens.length - 1; index += 1) {
    const pair = `${tokens[index]?.lower} ${tokens[index + 1]?.lower}`;
    const isPer =
      tokens[index]?.lower === "per" &&
      (isCapitalised(tokens[index + 1]) || /^(?:the|its|their)$/.test(tokens[index + 1]?.lower ?? "")) &&
      (index === 0 || tokens[index - 1]?.text === ",");
    const from = pair === "according to" ? index + 2 : isPer ? index + 1 : -1;
    if (from === -1) continue;
    const phrase = phraseAfter(tokens, from);
    const speaker = phrase && speakerIn(scene, phrase, apposition(tokens, phrase.to));
    if (phrase && speaker)
      return {
        form: "according",
        speaker,
        mode: "assertion",
        base: "according",
        cue: { from: index, to: phrase.to },
      };
  }
  return inView(scene);
}

const VIEW = /^(?:view|words|telling|account|estimate|estimates|reckoning|opinion|figures|phrase)$/;

function inView(scene: Scene): Attribution | null {
  const { tokens } = scene;
  if (!/^(?:in|by)$/.test(tokens[0]?.lower ?? "")) return null;
  const at = tokens.findIndex((token, index) => index > 1 && index < 7 && VIEW.test(token.lower));
  const speaker = at === -1 ? null : speakerIn(scene, { from: 1, to: at + 1 });
  return speaker
    ? { form: "according", speaker, mode: "assertion", base: "according", cue: { from: 0, to: at + 1 } }
    : null;
}

/** "Nvidia's case is that …", "Orrin's wording is telling: …", "its position is that …". */
function stance(scene: Scene): Attribution | null {
  const { tokens } = scene;
  for (let index = 1; index < Math.min(tokens.length, 14); index += 1) {
    const token = tokens[index];
    const start = clauseStart(tokens, index);
    if (token?.type !== "word" || index - start > 9) continue;
    if (!STANCE.test(token.lower) || token.possessive) continue;
    let verb = index + 1;
    while (isBetween(tokens[verb]) && !/^(?:is|was|are|were)$/.test(tokens[verb]?.lower ?? "")) verb += 1;
    if (tokens[verb]?.lower === "here") verb += 1;
    if (!/^(?:is|was|are|were|remains|makes|made|puts|implies|rests)$/.test(tokens[verb]?.lower ?? ""))
      continue;
    const phrase = { from: start, to: index + 1 };
    const owned = tokens
      .slice(start, index)
      .some((each) => each.possessive || /^(?:its|his|her|their)$/.test(each.lower));
    const speaker = owned ? speakerIn(scene, phrase) : null;
    if (speaker)
      return {
        form: "stance",
        speaker,
        mode: "assertion",
        base: token.lower,
        cue: { from: start, to: verb + 1 },
      };
  }
  return null;
}

function byVerb(scene: Scene): Attribution | null {
  const { tokens } = scene;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    const verb = token && SPEECH_VERBS.get(token.lower);
    if (!token || !verb || token.possessive || (isCapitalised(token) && at > 0)) continue;
    if (AT_NOUN.test(tokens[at - 1]?.lower ?? "") || tokens[at + 1]?.lower === "of") continue;
    if (isNoun(tokens, at) || token.lower === "compared") continue;
    const found = passive(scene, at, verb) ?? active(scene, at, verb);
    if (found) return found;
  }
  return null;
}

const NOUN_TOO =
  /^(?:rules|questions|challenges|supports|objects|favours|favors|thanks|claims|reports|notes|calls|plans|forecasts|estimates|projects|posts|states|views|doubts|hopes|fears|comments|records|documents|signals|promises|pledges|vows|aims|counters|protests|labels|bills|lists|jokes|demands|responses|casts|pitches|markets|tells)$/;

/** "Insurance claims rose": a plural before another verb. */
function isNoun(tokens: Token[], at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (!token || !next || !NOUN_TOO.test(token.lower)) return false;
  return (
    isPast(next.lower) ||
    /^(?:is|are|was|were|has|have|had|will|would|can|could|may|might|should|do|did)$/.test(next.lower)
  );
}

const PASSIVE_BE = /^(?:is|are|was|were|been|being|be)$/;

/** Whether a form of "be" stands before the verb, adverbs aside. */
function beBefore(tokens: Token[], at: number): boolean {
  let before = at - 1;
  while (isBetween(tokens[before]) && !PASSIVE_BE.test(tokens[before]?.lower ?? "")) before -= 1;
  return PASSIVE_BE.test(tokens[before]?.lower ?? "");
}

/** "is described by Mistral as", "was dismissed by Nvidia". */
function passive(scene: Scene, at: number, verb: SpeechVerb): Attribution | null {
  const { tokens } = scene;
  if (!beBefore(tokens, at) || tokens[at + 1]?.lower !== "by") return null;
  const phrase = phraseAfter(tokens, at + 2);
  const speaker = phrase && speakerIn(scene, phrase);
  return phrase && speaker
    ? { form: "passive", speaker, mode: verb.mode, base: verb.base, cue: { from: at, to: phrase.to } }
    : null;
}

function active(scene: Scene, at: number, verb: SpeechVerb): Attribution | null {
  const { tokens } = scene;
  if (!complements(tokens, at, verb)) return null;
  if (isPast(tokens[at]?.lower ?? "") && beBefore(tokens, at)) return null;
  const found = subjectBefore(scene, at) ?? subjectAfter(scene, at);
  return found && { form: "verb", mode: verb.mode, base: verb.base, ...found };
}

const OTHERS_VIEW =
  /^(?:that|claims?|numbers?|figures?|charges?|allegations?|ideas?|views?|suggestions?|accusations?|criticisms?|notions?|arguments?|findings?|conclusions?|account|assessment|characterisation|characterization|whether|it|this|plan|proposal|sentiment|concerns?|reading|estimate|premise|description|comparison)$/;

/** Whether what follows the verb makes it one of saying. */
function complements(tokens: Token[], at: number, verb: SpeechVerb): boolean {
  const rest = tokens.slice(at + 1, at + 40);
  const next = rest[0];
  if (verb.complement === "to") return rest.slice(0, 3).some((token) => token.lower === "to");
  if (verb.complement === "as")
    return rest.some((token) =>
      /^(?:as|at|closer|among|behind|ahead|near|above|below|around|between)$/.test(token.lower),
    );
  if (verb.complement === "ahead") {
    return rest
      .slice(0, 12)
      .some((token) =>
        /^(?:chance|probability|odds|differently|otherwise|likelihood|upside|room)$|(?:ris|fall|grow|reach|hit|slow|doubl|declin|climb|drop|shrink|stay|remain)ing$/.test(
          token.lower,
        ),
      );
  }
  if (verb.complement === "view") {
    return rest.slice(0, 5).some((token) => OTHERS_VIEW.test(token.lower));
  }
  // "Health officials confirmed 47 cases" tells what happened.
  if (verb.base === "confirm" && rest.slice(0, 3).some((token) => /^\d/.test(token.text))) return false;
  if (verb.complement === "any") return true;
  if (tokens.slice(0, at).some((token) => token.type === "quote")) return true;
  const opens = rest
    .slice(0, 9)
    .some(
      (token, index) =>
        token.lower === "that" || (index < 5 && (token.type === "quote" || token.text === ":")),
    );
  if (opens || next === undefined || /^[.,:]$/.test(next.text)) {
    // At the end of its sentence: "…, the researchers found."
    const trails = tokens.slice(Math.max(0, at - 8), at).some((token) => token.text === ",");
    return (
      opens || tokens.some((token) => token.type === "quote") || (trails && /^[.,]$/.test(next?.text ?? ""))
    );
  }
  return verb.base === "point" ? next.lower === "out" : isClause(rest);
}

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

type Subject = Pick<Attribution, "speaker" | "cue">;

/** Verbs whose subject is people, whatever the noun: "the labels said". */
const ONLY_PEOPLE =
  /^(?:say|tell|argue|claim|insist|contend|complain|deny|acknowledge|admit|concede|believe|think|explain|caution|lament|protest|dispute|disagree)$/;

function anybody({ tokens }: Scene, phrase: Phrase, at: number): string | null {
  const verb = SPEECH_VERBS.get(tokens[at]?.lower ?? "");
  const head = tokens.slice(phrase.from, phrase.to);
  const isPlural = /[^s]s$/.test(head.at(-1)?.lower ?? "") && !head.some(isPreposition);
  if (!verb || !ONLY_PEOPLE.test(verb.base) || !isPlural) return null;
  return plainWords(tokens, phrase);
}

const INSIDE = /^(?:than|that|what|how|whom|where|after|when|once|if|unless|until)$/;
const EVENT_INSIDE =
  /^(?:than|that|what|how|whom|where|after|when|once|if|unless|until|as|because|while|since)$/;

/** The subject left of the verb: right before it, before an apposition, or at the head of a clause with two verbs. */
function subjectBefore(scene: Scene, at: number): Subject | null {
  const { tokens } = scene;
  const end = skipBack(tokens, at);
  const before = tokens[end];
  if (!before) return null;
  const isComma = /^[,—–]$/.test(before.text);
  const isParticiple = /ing$/.test(tokens[at]?.lower ?? "");
  const isQuoted = before.lower === "as" && tokens[end - 1]?.lower === "quoted";
  if ((isComma || isQuoted) && isParticiple) return fromLeading(scene, at);
  if (isComma) return acrossAside(scene, end, at) ?? fromLeading(scene, at);
  if (/^(?:and|but|or|then)$/.test(before.lower)) return fromLeading(scene, at);
  if (before.type !== "word" || isParticiple) return null;
  const phrase = phraseBefore(tokens, end + 1);
  // What somebody says inside a comparison or a relative clause is not who says the sentence.
  const inside = SPEECH_VERBS.get(tokens[at]?.lower ?? "")?.complement === "to" ? EVENT_INSIDE : INSIDE;
  const isInside = phrase && inside.test(tokens[phrase.from - 1]?.lower ?? "");
  const speaker = phrase && !isInside ? (speakerIn(scene, phrase) ?? anybody(scene, phrase, at)) : null;
  if (phrase && speaker) return { speaker, cue: { from: phrase.from, to: at + 1 } };
  return null;
}

/** "Jensen Huang, Nvidia's chief executive, said"; "Fenwick Partners, which owns 9%, thinks". */
function acrossAside(scene: Scene, comma: number, at: number): Subject | null {
  const { tokens } = scene;
  for (let open = comma - 1; open > 0; open -= 1) {
    if (tokens[open]?.text !== tokens[comma]?.text) continue;
    const phrase = phraseBefore(tokens, open);
    const speaker = phrase && speakerIn(scene, phrase, { from: open + 1, to: comma });
    if (phrase && speaker) return { speaker, cue: { from: phrase.from, to: at + 1 } };
  }
  return null;
}

function fromLeading(scene: Scene, at: number): Subject | null {
  const { tokens } = scene;
  const phrase = leadingSubject(tokens, at);
  const speaker = phrase && phrase.to <= at ? speakerIn(scene, phrase, apposition(tokens, phrase.to)) : null;
  return phrase && speaker ? { speaker, cue: { from: at, to: at + 1 } } : null;
}

/** The subject of the clause that holds token `at`. */
export function leadingSubject(tokens: Token[], at: number): Phrase | null {
  return leadingPhrase(
    tokens,
    clauseStart(tokens, at),
    (token) => SPEECH_VERBS.has(token.lower) || isPast(token.lower),
  );
}

/** What stands between the commas after a noun phrase. */
function apposition(tokens: Token[], at: number): Phrase | null {
  if (tokens[at]?.text !== ",") return null;
  const close = tokens.findIndex((token, index) => index > at && (token.text === "," || token.text === "."));
  return close === -1 ? null : { from: at + 1, to: close };
}

const SAID =
  /^(?:sa(?:ys|id)|writes|wrote|add(?:s|ed)|argue[sd]|note[sd]|warn(?:s|ed)|explain(?:s|ed)|report(?:s|ed)|claim(?:s|ed)|recall(?:s|ed)|announce[sd])$/;

/** "…,” said Ingrid Moe, Halden's chief executive." */
function subjectAfter(scene: Scene, at: number): Subject | null {
  const { tokens } = scene;
  const before = tokens[at - 1];
  const follows =
    before === undefined ||
    before.type === "quote" ||
    (before.text === "," && SAID.test(tokens[at]?.lower ?? ""));
  if (!follows) return null;
  if (!isPast(tokens[at]?.lower ?? "") && !/s$/.test(tokens[at]?.lower ?? "")) return null;
  const phrase = phraseAfter(tokens, at + 1);
  const speaker = phrase && speakerIn(scene, phrase, apposition(tokens, phrase.to));
  return phrase && speaker ? { speaker, cue: { from: at, to: phrase.to } } : null;
}

/** Whose words a quotation is where no verb tells it: "one line in Orrin's post stands out: “…”". */
export function ownerOfQuotation(scene: Scene): Subject | null {
  const { tokens } = scene;
  for (const [index, owner] of tokens.entries()) {
    if (!owner.possessive && !/^(?:its|their|his|her)$/.test(owner.lower)) continue;
    const noun = [index + 1, index + 2].find(
      (at) => STANCE.test(tokens[at]?.lower ?? "") || OWN_DOCUMENT.has(tokens[at]?.lower ?? ""),
    );
    const phrase = noun === undefined ? null : phraseBefore(tokens, noun + 1);
    const speaker =
      phrase && speakerIn(scene, { from: Math.max(phrase.from, nounStart(tokens, index)), to: phrase.to });
    if (phrase && speaker) return { speaker, cue: { from: index, to: phrase.to } };
  }
  return null;
}

/** Where the owner's own words begin: after the preposition or verb before them. */
function nounStart(tokens: Token[], at: number): number {
  let from = at;
  while (
    from > 0 &&
    (isCapitalised(tokens[from - 1]) || /^(?:the|this|that)$/.test(tokens[from - 1]?.lower ?? ""))
  )
    from -= 1;
  return from;
}
