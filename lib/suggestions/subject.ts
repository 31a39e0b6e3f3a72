import {
  clauseStart,
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
import { isPast, SPEECH_VERBS } from "@/lib/suggestions/verbs";

/** Who is the subject of a verb of saying, and the words that tell it (token indexes, `to` exclusive). */
export interface Subject {
  speaker: string;
  cue: Phrase;
}

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
export function subjectBefore(scene: Scene, at: number): Subject | null {
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
export function apposition(tokens: Token[], at: number): Phrase | null {
  if (tokens[at]?.text !== ",") return null;
  const close = tokens.findIndex((token, index) => index > at && (token.text === "," || token.text === "."));
  return close === -1 ? null : { from: at + 1, to: close };
}

const SAID =
  /^(?:sa(?:ys|id)|writes|wrote|add(?:s|ed)|argue[sd]|note[sd]|warn(?:s|ed)|explain(?:s|ed)|report(?:s|ed)|claim(?:s|ed)|recall(?:s|ed)|announce[sd])$/;

/** "…,” said Ingrid Moe, Halden's chief executive." */
export function subjectAfter(scene: Scene, at: number): Subject | null {
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
