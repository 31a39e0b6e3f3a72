import { claim, type FindRule } from "@/lib/suggestions/finding";
import type { Reading } from "@/lib/suggestions/reading";

const NUMBER =
  /[#\p{Sc}]?\d(?:[\d.,]*\d)?(?:[- ]?(?:%|(?:per cent|percent|million|billion|trillion|bn|m|k|GB|MW|GW|kWh|MWh)(?![\p{L}\p{N}])))?|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?|billions?|half|twice|a third|a quarter)\b/iu;

/** A name: one that merely begins the sentence has more words or is a name elsewhere too. */
function thing({ names, tokens, text, cast }: Reading): string | null {
  const name = names.find((each) => each.from > 0 || each.to - each.from > 1 || cast.knows(each.text));
  return name ? text.slice(tokens[name.from]?.start, tokens[name.to - 1]?.end) : null;
}

const number = ({ masked }: Reading) => NUMBER.exec(masked)?.[0] ?? null;

/** Something happened: a past tense with a figure, a date or a named thing. */
export const happened: FindRule = (reading) => {
  if (reading.attribution || reading.tense !== "past") return null;
  const cue = number(reading) ?? thing(reading);
  return cue === null ? null : claim(cue);
};

/** A past tense alone: told as having happened. */
export const wasSo: FindRule = (reading) =>
  reading.attribution === null &&
  reading.tense === "past" &&
  reading.ownWords > 2 &&
  !/^(?:we|i|you|if|when)$/.test(reading.tokens[0]?.lower ?? "")
    ? claim(reading.tokens.find(({ type }) => type === "word")?.text ?? "")
    : null;

const DATED =
  /[#\p{Sc}]?\d(?:[\d.,]*\d)?%?|\b(?:January|February|April|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b/u;

/** Figures in the present: "it costs $240 million". */
export const givesFigures: FindRule = (reading) => {
  const cue = reading.attribution ? null : DATED.exec(reading.masked)?.[0];
  return cue ? claim(cue) : null;
};

const PROVIDES =
  /\b(?:requires|bans|allows|covers|sets|applies|gives|lets|includes|supports|offers|adds|runs|uses|prohibits|limits|extends|creates|provides|contains|lists|operates|employs|owns|sells|makes|publishes|builds|serves|maintains|hosts|handles|ships|works|opens|closes|begins|starts|ends|expires)\b/;

const STATES =
  /\b(?:is|are) (?:now |also |currently |only |already )?(?:(?:not )?available|based (?:in|on)|headquartered|located|open to|free (?:for|to)|owned by|made by|run by|led by|called|named|known as|written in|licen[sc]ed under|built on|limited to|priced at|made up of)\b/;

/** What something has or does by a verb that describes: "the law bans …", "it is available …". */
export const provides: FindRule = (reading) => {
  if (reading.attribution || reading.tense === "past" || reading.subject === null) return null;
  if (/^(?:if|when|unless|once)$/.test(reading.tokens[0]?.lower ?? "")) return null;
  const match =
    STATES.exec(reading.masked) ?? (reading.tense === "none" ? PROVIDES.exec(reading.masked) : null);
  return match ? claim(match[0]) : null;
};

/** A named thing with a present tense that says what it has or does: "Lumen and Parallax already sell …". */
export const isNamed: FindRule = (reading) => {
  if (
    reading.attribution ||
    reading.tense === "past" ||
    /\b(?:is|are|can|could|may|might|should)\b/.test(reading.masked)
  )
    return null;
  const cue = thing(reading);
  return cue === null ? null : claim(cue);
};
