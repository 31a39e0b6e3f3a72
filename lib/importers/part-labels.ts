import type { Labels } from "@/lib/issues/labels";

/** Fixed parts of an issue that a heading can name; corrections belong to editions and have no place in a draft. */
export type LabelledPart = keyof Labels | "corrections";

/** Wordings that digests use, as `plain` writes them. */
const WORDINGS: Record<LabelledPart, RegExp> = {
  introduction:
    /^(introduction|intro|welcome|foreword|opening( thoughts)?|(a note )?from the editors?|editors note|hello)$/,
  highlights:
    /^(what (matters|mattered|happened)( this week| today)?|(the |this weeks |weekly |our |top )?highlights( of the week)?|in this (issue|edition|weeks issue)|tl ?dr|(the |our )?(key |top |main |quick )?takeaways|key points|(the week )?at a glance|the week in (brief|short)|in short|the short version)$/,
  whyItMatters:
    /^(why (this|it|that|these|they|he|she)( all)? matters?|why (this|it|that) is important|why you should care|why (should )?(you|we|i) care|what (it|this|that) means|so what|our take|the bottom line|bottom line)$/,
  closing:
    /^((some |my |our )?(closing|final|parting|concluding) (thoughts|words|remarks|notes?)|closing|conclusions?|in closing|wrapping up|wrap up|outro|sign off|signing off|thats (all|it)( for (now|today|this week))?|until next (week|time)|see you next (week|time)|thanks for reading)$/,
  corrections: /^corrections?( and clarifications?)?$/,
};

/** Lower case, letters and digits only, single spaces. */
function plain(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Which fixed part of an issue a heading or bare line names; null when none. */
export function labelledPart(text: string): LabelledPart | null {
  if (text.length > 80) return null;
  const wording = plain(text);
  const found = Object.entries(WORDINGS).find(([, pattern]) => pattern.test(wording));
  return found ? (found[0] as LabelledPart) : null;
}

/** The wording as an issue keeps it: without the colon that some put behind. */
export function labelWording(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\s:]+$/, "");
}

/** True when the two wordings differ by nothing a reader would call a difference. */
export function sameWording(a: string, b: string): boolean {
  return labelWording(a) === labelWording(b);
}
