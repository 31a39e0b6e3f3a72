import type { Labels } from "@/lib/issues/labels";

export type Role = keyof Labels;

/** How digests name their fixed parts; compared without case, punctuation and leading articles. */
const WORDINGS: Record<Role, RegExp> = {
  introduction: /^(introduction|intro|editor s note|from the editors?|foreword|welcome|hello)$/,
  highlights:
    /^(what matters( this (week|month))?|highlights( of the week)?|(this week s )?highlights|key (takeaways|points)|takeaways|tl ?dr|in (this issue|brief this week)|at a glance|this week in short|the short version)$/,
  whyItMatters:
    /^(why (this|it|that) matters|our (take|analysis|view)|analysis|so what|the takeaway|bottom line|why you should care)$/,
  closing:
    /^(closing (thoughts?|remarks?|words?)|conclusions?|wrap(ping)? ?up|final (thoughts?|words?)|in closing|outro|until next (week|time)|that s (all|it)( folks| for (this week|now|today))?)$/,
};

/** The fixed part that a heading or bare line names, or null. */
export function roleOf(heading: string): Role | null {
  const plain = heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .replace(/^the /, "");
  const roles = Object.keys(WORDINGS) as Role[];
  return roles.find((role) => WORDINGS[role].test(plain)) ?? null;
}

const ASKS =
  /\b(like|feedback|comments?|suggestions?|reply|let (me|us) know|tell (me|us)|thoughts|questions|help(ed|ful)?|useful|enjoy(ed)?|think|missed?|share|subscribe)\b/i;

/** Whether a last paragraph asks its readers something about the issue itself. */
export function isFeedbackPrompt(text: string): boolean {
  return text.length <= 300 && text.includes("?") && ASKS.test(text);
}

/** "1. Headline" or "2) Headline": the number and the rest; null for anything else. */
export function numberedLine(text: string): { number: number; rest: string } | null {
  const match = /^#?(\d{1,3})[.)]\s+(\S.*)$/s.exec(text);
  return match ? { number: Number(match[1]), rest: match[2] ?? "" } : null;
}

/** A line that can be a heading: short, and not a sentence, a question, a bullet or a piece of a table. */
export function looksLikeHeading(line: string): boolean {
  return (
    line.length <= 90 &&
    !/[.!?:;,…"”]$/.test(line) &&
    !/^([-*•·–|>]|https?:)/.test(line) &&
    /\p{L}/u.test(line)
  );
}
