import { byWords, claim, type FindRule, wordsOf } from "@/lib/suggestions/finding";
import { wordsIn } from "@/lib/suggestions/quoted";
import type { Reading } from "@/lib/suggestions/reading";
import { ownerOfQuotation } from "@/lib/suggestions/subject";

/** Words from which a quoted span is a quotation and not a name or a term (the design's figure). */
const LEAST_QUOTED = 4;

const longest = ({ quotes }: Reading) => Math.max(0, ...quotes.map(({ words }) => words));

/** Somebody's own words, four or more: attributed to a speaker, or most of the sentence. */
export const quotes: FindRule = (reading) => {
  if (longest(reading) < LEAST_QUOTED) return null;
  const by = reading.attribution ?? ownerOfQuotation(reading);
  const quote = reading.quotes.find(({ words }) => words >= LEAST_QUOTED);
  // A phrase in quotation marks without a speaker may as well be the editor's irony.
  if (!by && longest(reading) < wordsIn(reading.masked)) return null;
  const cue = by ? wordsOf(reading, by.cue) : reading.text.slice(quote?.start, quote?.end);
  return claim(cue, { attribution: "quoted", speaker: by?.speaker ?? null });
};

const attributed =
  (form: NonNullable<Reading["attribution"]>["form"]): FindRule =>
  (reading) => {
    const { attribution } = reading;
    if (attribution?.form !== form) return null;
    return claim(wordsOf(reading, attribution.cue), {
      attribution: "reported",
      speaker: attribution.speaker,
    });
  };

/** "reportedly", "is said to": told by somebody who is not named. */
export const isHearsay: FindRule = (reading) =>
  reading.attribution
    ? null
    : byWords(
        /\b(?:reportedly|allegedly|supposedly|purportedly|rumou?red|(?:is|are|was|were) (?:widely )?(?:said|believed|thought|understood|rumou?red|reported|alleged) to|it is (?:said|believed|understood|reported|thought) that)\b/i,
        (cue) => claim(cue, { attribution: "reported" }),
      )(reading);

/** "according to the company". */
export const accordingTo = attributed("according");
/** "Nvidia's case is that …", "its wording makes clear …". */
export const takesStance = attributed("stance");
/** "is described by Mistral as …". */
export const isDescribedBy = attributed("passive");
/** "Nvidia said …", "…, said Ingrid Moe". */
export const says = attributed("verb");
