import { claim, type Finding, type FindRule, wordsOf } from "@/lib/suggestions/finding";
import { GROUP, isPeople } from "@/lib/suggestions/nouns";
import type { Reading } from "@/lib/suggestions/reading";
import { speakerIn } from "@/lib/suggestions/speaker";
import { isCapitalised } from "@/lib/suggestions/tokens";

const MODAL =
  /\b(?:will|would|could|may|might|should|shall|won't|won’t|is to|are to|going to|likely to|set to|due to|rising|falling|growing|by)\b/;
const LIKELY =
  /\b(?:(?:is|are|was|were|be) (?:widely |now |also |still |not )?(?:expected|projected|forecast|predicted|anticipated|likely|unlikely|set|poised|planned|targeted|due|scheduled|slated|on track|on course) (?:to|for|in|by|at|on)|(?:is|are) (?:bound|tipped) to|will (?:probably|likely|almost certainly|soon|eventually))\b/;

/** What follows the words that attribute the sentence. */
function after(reading: Reading): string {
  const end = reading.tokens[(reading.attribution?.cue.to ?? 1) - 1]?.end ?? 0;
  return reading.masked.slice(end);
}

const both = (_reading: Reading, speech: string, other: string) =>
  speech.includes(other) ? speech : `${speech} … ${other.trim()}`;

/** "Moe expects …", and a speaker with a modal and a time to come: "the bank said … will … by 2028". */
export const speakerForetells: FindRule = (reading) => {
  const { attribution, horizon, masked } = reading;
  if (!attribution || attribution.form === "stance") return null;
  const speech = wordsOf(reading, attribution.cue);
  const parts = { attribution: "reported", mode: "forecast", speaker: attribution.speaker, horizon } as const;
  if (attribution.base === "see" && /\b(?:differently|otherwise)\b/.test(masked)) return null;
  if (attribution.mode === "forecast") return claim(speech, parts);
  const likely = LIKELY.exec(masked);
  if (likely) return claim(both(reading, speech, likely[0]), parts);
  const rest = attribution.form === "according" || trails(reading) ? masked : after(reading);
  const isReckoned = /^(?:estimate|reckon|see|put|forecast)$/.test(attribution.base) && horizon !== null;
  const modal = MODAL.exec(attribution.cue.from > 3 ? masked : rest);
  const isAhead =
    horizon !== null &&
    /20\d\d|next|coming|end of|within|by |until|through|decade|later/i.test(horizon.words);
  if (!isAhead || !(modal || isReckoned || /^through/i.test(horizon.words))) return null;
  return claim(both(reading, speech, horizon.words), parts);
};

const UNDERTAKES =
  /\b(?:it|they|he|she|we) (?:also |now |still )?(?:will|would|plans? to|intends? to|aims? to|is (?:committing|investing|planning|going to)|are (?:committing|investing|planning|going to)|has committed|have committed)\b(?! (?:not )?(?:be|have|need|take|cost|become|face|remain|depend|make it)\b)/i;

/** "The ministry promised …", "Parallax says it will publish …": the speaker's own act. */
export const speakerPromises: FindRule = (reading) => {
  const { attribution, horizon } = reading;
  if (!attribution || attribution.form === "stance") return null;
  const speech = wordsOf(reading, attribution.cue);
  const parts = {
    attribution: "reported",
    mode: "commitment",
    speaker: attribution.speaker,
    horizon,
  } as const;
  if (attribution.mode === "commitment") return claim(speech, parts);
  if (attribution.form === "according" || trails(reading)) return undertakesByItself(reading, parts);
  const isSaid =
    /^(?:say|announce|confirm|tell|state|write|add|insist|declare|reply|respond|reveal|maintain)$/.test(
      attribution.base,
    );
  const undertakes = isSaid ? UNDERTAKES.exec(after(reading)) : null;
  return undertakes ? claim(both(reading, speech, undertakes[0]), parts) : null;
};

/** "Belvoir plans to …, according to its filing": the subject and the speaker are one. */
function undertakesByItself(reading: Reading, parts: Parameters<typeof claim>[1]): Finding | null {
  const plans =
    /\b(?:plans?|intends?|aims?|promises|pledges|has agreed|have agreed) to\b/.exec(reading.masked) ??
    willAct(reading);
  const actor = plans && actorOf(reading, plans.index);
  return plans && actor !== null && actor === parts?.speaker ? claim(plans[0], parts) : null;
}

function willAct({ masked }: Reading): RegExpExecArray | null {
  const will = WILL.exec(masked);
  return will && !STATE.test(will.groups?.act ?? "") ? will : null;
}

const WILL =
  /\b(?:will|won't|won’t|is going to|are going to|is to|are to|is set to|are set to)(?: (?:also|now|then|soon|not|instead|each|both))? (?<act>\p{L}+)/iu;
const STATE =
  /^(?:be|have|need|cost|become|face|remain|depend|fall|rise|grow|lose|see|get|come|go|look|feel|matter|mean|take|make|apply|probably|likely|almost|never|always|struggle|suffer|benefit|find|know|want|continue|end|reach|exceed|happen|show|tell|decide|determine|play|miss|live|stay|control|hold|own|receive|comment|respond|say|work|help|allow|require|start|begin|run|vote|meet|return)$/i;

/** Whether the words that attribute the sentence stand at its end: "…, the company said." */
const trails = ({ attribution, tokens }: Reading) =>
  attribution !== null &&
  tokens[attribution.cue.from - 1]?.text === "," &&
  attribution.cue.to >= tokens.length - 4;

/** "Norvik will buy …", "it will open …": an actor and an act to come, nobody said to say it. */
export const actorWill: FindRule = (reading) => {
  if (reading.attribution) return null;
  const will = willAct(reading);
  if (!will) return null;
  const actor = actorOf(reading, will.index);
  return actor === null
    ? null
    : claim(will[0], { mode: "commitment", speaker: actor, horizon: reading.horizon });
};

/** A subject that can undertake something: a name, a pronoun or an organisation. */
function actorOf(reading: Reading, before: number): string | null {
  const { subject, tokens } = reading;
  if (!subject || (tokens[subject.to - 1]?.end ?? 0) > before) return null;
  const last = tokens[subject.to - 1];
  const isActor =
    /^(?:it|they|he|she)$/.test(last?.lower ?? "") ||
    GROUP.has(last?.lower ?? "") ||
    isPeople(last?.lower ?? "");
  return isActor || isCapitalised(last) ? speakerIn(reading, subject) : null;
}

/** "is expected to", "would … by 2028": what is to come, nobody said to say it. */
export const isForetold: FindRule = ({ attribution, masked, horizon }) => {
  if (attribution) return null;
  const likely = LIKELY.exec(masked);
  if (likely) return claim(likely[0], { mode: "forecast", horizon });
  const modal = /\b(?:will|would|could|may|might|should|won't|won’t)\b/.exec(masked);
  if (!modal || !horizon) return null;
  return claim(`${modal[0]} … ${horizon.words}`, { mode: "forecast", horizon });
};
