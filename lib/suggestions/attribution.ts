import { clauseStart, isBetween, type Phrase, phraseAfter, skipBack } from "@/lib/suggestions/clause";
import { GROUP, isPeople, OWN_DOCUMENT, STANCE } from "@/lib/suggestions/nouns";
import { type Scene, speakerIn } from "@/lib/suggestions/speaker";
import { apposition, subjectAfter, subjectBefore } from "@/lib/suggestions/subject";
import { isCapitalised, type Token } from "@/lib/suggestions/tokens";
import { beBefore, complements, isNoun } from "@/lib/suggestions/verb-use";
import { isPast, SPEECH_VERBS, type SpeechVerb } from "@/lib/suggestions/verbs";

/** Who says a sentence, and by which words. */
export interface Attribution {
  form: "verb" | "passive" | "according" | "stance";
  /** Null where a document nobody is known to own tells it: "per the changelog". */
  speaker: string | null;
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

const told = (form: "according" | "stance", speaker: string | null, cue: Phrase): Attribution => ({
  form,
  speaker,
  mode: "assertion",
  base: form,
  cue,
});

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
    const isNobodys = phrase !== null && isUnownedDocument(tokens, phrase);
    if (!phrase || !(speaker || isNobodys)) continue;
    return told("according", isNobodys ? null : speaker, { from: index, to: phrase.to });
  }
  return inView(scene);
}

/** "The changelog", "the release notes": what somebody writes, without a word of who does. */
function isUnownedDocument(tokens: Token[], { from, to }: Phrase): boolean {
  const [words, noun] = [tokens.slice(from, to), tokens[to - 1]?.lower ?? ""];
  const isOwned = words.some(
    (token) =>
      token.possessive || isCapitalised(token) || /^(?:its|his|her|their|by|from|of)$/.test(token.lower),
  );
  return !isOwned && OWN_DOCUMENT.has(noun) && !isPeople(noun) && !GROUP.has(noun);
}

const VIEW = /^(?:view|words|telling|account|estimate|estimates|reckoning|opinion|figures|phrase)$/;

function inView(scene: Scene): Attribution | null {
  const { tokens } = scene;
  if (!/^(?:in|by)$/.test(tokens[0]?.lower ?? "")) return null;
  const at = tokens.findIndex((token, index) => index > 1 && index < 7 && VIEW.test(token.lower));
  const speaker = at === -1 ? null : speakerIn(scene, { from: 1, to: at + 1 });
  return speaker ? told("according", speaker, { from: 0, to: at + 1 }) : null;
}

const WRITTEN = /^(?:announcement|statement|documentation|release|post|letter)$/;

/** Whether a stance goes on with "is", or something written with any verb: "Pallet's press release names three customers". */
function speaks(noun: Token, verb: Token | undefined): boolean {
  const word = verb?.lower ?? "";
  if (/^(?:is|was|are|were|remains|makes|made|puts|implies|rests|leaves|leave)$/.test(word)) return true;
  return (
    WRITTEN.test(noun.lower) &&
    /(?:[^s]s|ed)$/.test(word) &&
    !SPEECH_VERBS.has(word) &&
    verb?.possessive === false
  );
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
    if (!speaks(token, tokens[verb])) continue;
    const phrase = { from: start, to: index + 1 };
    const owned = tokens
      .slice(start, index)
      .some((each) => each.possessive || /^(?:its|his|her|their)$/.test(each.lower));
    const speaker = owned ? speakerIn(scene, phrase) : null;
    if (speaker) return told("stance", speaker, { from: start, to: verb + 1 });
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
    if (isNoun(tokens, at) || token.lower === "compared" || isOfThing(tokens, at)) continue;
    const found = passive(scene, at, verb) ?? active(scene, at, verb);
    if (found) return found;
  }
  return null;
}

/** "It also explains the timing": what was told before does that, not somebody. */
function isOfThing(tokens: Token[], at: number): boolean {
  const subject = tokens[skipBack(tokens, at)]?.lower ?? "";
  return (
    /^(?:it|this|that)$/.test(subject) &&
    /^(?:explains|highlights|underlines|underscores|justifies|compares|supports|backs|mirrors)$/.test(
      tokens[at]?.lower ?? "",
    )
  );
}

/** "is described by Mistral as", "was dismissed by Nvidia". */
function passive(scene: Scene, at: number, verb: SpeechVerb): Attribution | null {
  const { tokens } = scene;
  // "The report was written by three former ministers": who made it, not who says this.
  if (verb.base === "write" || !beBefore(tokens, at) || tokens[at + 1]?.lower !== "by") return null;
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
