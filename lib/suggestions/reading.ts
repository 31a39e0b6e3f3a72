import { type Attribution, findAttribution } from "@/lib/suggestions/attribution";
import type { Phrase } from "@/lib/suggestions/clause";
import { findHorizon, type Horizon } from "@/lib/suggestions/horizon";
import { type Name, namesIn } from "@/lib/suggestions/names";
import { isPeople } from "@/lib/suggestions/nouns";
import type { Quote } from "@/lib/suggestions/quoted";
import type { Scene } from "@/lib/suggestions/speaker";
import { leadingSubject } from "@/lib/suggestions/subject";
import { isCapitalised } from "@/lib/suggestions/tokens";
import { isPast } from "@/lib/suggestions/verbs";

/** One sentence as the rules read it. Offsets are into the sentence. */
export interface Reading extends Scene {
  text: string;
  /** The text with its quotations masked. */
  masked: string;
  quotes: Quote[];
  /** Words outside quotations. */
  ownWords: number;
  attribution: Attribution | null;
  names: Name[];
  horizon: Horizon | null;
  /** The subject of the first clause. */
  subject: Phrase | null;
  tense: "past" | "present" | "none";
}

const PRESENT =
  /^(?:is|are|am|isn't|aren't|can|cannot|can't|could|may|might|should|would|will|must|does|do|doesn't|don't|it's|that's|there's|he's|she's|what's|won't)$/;
const NO_SUBJECT =
  /^(?:the|a|an|its|their|his|her|this|that|these|those|of|in|at|by|with|for|from|as|is|are|be|being|been|to|more|most|less|very|and|or|publicly|any|no|some|each|every|if|when|while|that|because|newly|so|than|getting|gets|becoming)$/;

/** Present or past by the first finite verb that is told by its form. */
function tenseOf({ tokens }: Scene): Reading["tense"] {
  for (const [index, token] of tokens.entries()) {
    if (token.type !== "word") continue;
    if (PRESENT.test(token.lower)) return "present";
    const before = tokens[index - 1];
    const hasSubject =
      before !== undefined && before.type === "word" && !before.possessive && !NO_SUBJECT.test(before.lower);
    const isPlainPast = /^(?:was|were|had|did|didn't|wasn't|weren't|hadn't)$/.test(token.lower);
    if (isPlainPast && index > 0) return "past";
    if (/^(?:has|have)$/.test(token.lower)) {
      const next = tokens
        .slice(index + 1, index + 4)
        .find((each) => !/ly$|^(?:also|now|not|never|already|since|still|long)$/.test(each.lower));
      if (
        next &&
        (isPast(next.lower) ||
          /^(?:been|become|come|gone|done|given|taken|seen|shown|written|fallen|risen|grown|begun|driven|known|chosen|run|won|lost|made)$/.test(
            next.lower,
          ))
      )
        return "past";
      return "present";
    }
    if (isPast(token.lower) && hasSubject) return "past";
  }
  // "Yesterday, in Oslo, resigned": a past after a comma, where nothing else was finite.
  return tokens.some((token, index) => index > 0 && isPast(token.lower) && tokens[index - 1]?.text === ",")
    ? "past"
    : "none";
}

/** Whether a name is one: a capital that only begins both the sentence and a phrase ("Outside experts") is none. */
export function isNameIndeed({ tokens, cast }: Scene, name: Name, subject: Phrase | null): boolean {
  if (name.from > 0 || name.to - name.from > 1 || name.to === subject?.to) return true;
  return cast.knows(name.text) || tokens[name.to - 1]?.possessive === true;
}

/** The subject is met first: "Belvoir splits its cloud, according to the company". */
function meetSubject(scene: Scene, subject: Phrase | null): void {
  if (!subject) return;
  const { tokens, cast } = scene;
  const name = namesIn(tokens).find(({ from, to }) => from >= subject.from && to <= subject.to);
  if (name && isNameIndeed(scene, name, subject)) cast.meet(name.text, true);
  const people = tokens
    .slice(subject.from, subject.to)
    .find(
      (token) =>
        token.lower.endsWith("s") && !token.possessive && isPeople(token.lower, isCapitalised(token)),
    );
  if (people && !name) cast.meetPeople(people.text);
}

export function read(scene: Scene, text: string, masked: string, quotes: Quote[]): Reading {
  const subject = leadingSubject(scene.tokens, Math.min(scene.tokens.length, 14));
  meetSubject(scene, subject);
  const ownWords = scene.tokens.filter(({ type }) => type === "word").length;
  return {
    ...scene,
    text,
    masked,
    quotes,
    ownWords,
    attribution: findAttribution(scene),
    names: namesIn(scene.tokens),
    horizon: findHorizon(masked),
    subject,
    tense: tenseOf(scene),
  };
}
