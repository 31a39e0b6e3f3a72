import { type ATTRIBUTIONS, type Kind, kindOf, type MODES } from "@/lib/claims/kind";
import type { Phrase } from "@/lib/suggestions/clause";
import type { Horizon } from "@/lib/suggestions/horizon";
import type { Reading } from "@/lib/suggestions/reading";

/** What a rule found in a sentence. A `kind` of null says that there is nothing to label, and why. */
export interface Finding {
  kind: Kind | "analysis" | null;
  attribution: (typeof ATTRIBUTIONS)[number];
  mode: (typeof MODES)[number];
  speaker: string | null;
  /** The words that fired. */
  cue: string;
  horizon: Horizon | null;
}

export type FindRule = (reading: Reading) => Finding | null;

/** A claim: its kind follows from who is said to say it and what is said of it. */
export function claim(
  cue: string,
  parts: Partial<Pick<Finding, "attribution" | "mode" | "speaker" | "horizon">> = {},
): Finding {
  const { attribution = "none", mode = "assertion", speaker = null, horizon = null } = parts;
  return { kind: kindOf({ attribution, mode }), attribution, mode, speaker, cue, horizon };
}

const NOBODY = { attribution: "none", mode: "assertion", speaker: null, horizon: null } as const;

/** The editor's own view. */
export const analysis = (cue: string): Finding => ({ kind: "analysis", cue, ...NOBODY });

/** Nothing that could stand on evidence. */
export const nothing = (cue: string): Finding => ({ kind: null, cue, ...NOBODY });

/** The words of some tokens as the sentence has them. */
export function wordsOf({ text, tokens }: Reading, { from, to }: Phrase): string {
  return text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0);
}

/** A rule that is one expression over the masked sentence; its cue is what matched, or the expression's group "cue". */
export function byWords(expression: RegExp, make: (cue: string) => Finding): FindRule {
  return ({ masked, text }) => {
    const match = expression.exec(masked);
    if (!match) return null;
    const cue = match.groups?.cue ?? match[0];
    const at = match.index + match[0].indexOf(cue);
    return make(text.slice(at, at + cue.length).trim());
  };
}
