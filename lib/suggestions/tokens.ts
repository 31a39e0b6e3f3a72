/** A word, a mark of punctuation or a masked quotation of a sentence. Offsets are into the sentence. */
export interface Token {
  text: string;
  /** Lower case, with straight apostrophes and without a possessive ending. */
  lower: string;
  start: number;
  end: number;
  type: "word" | "mark" | "quote";
  /** "Nvidia's", "robotics’". */
  possessive: boolean;
}

const TOKEN =
  /(?<quote>¤+)|(?<word>(?:Dr|Mr|Mrs|Ms|Mx|Prof|St|Sen|Rep|Gov|Gen|Rev|Lt|Col|\p{Lu})\.(?=\s\p{Lu})|(?:Inc|Corp|Co|Ltd|Bros|Jr|Sr)\.|(?:\p{L}\.){2,}|[#$€£¥]?[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|[.'’/&+‑-](?=[\p{L}\p{N}])|,(?=\d{3}))*(?:%|\+(?!\p{L})|(?<=s)['’](?!\p{L}))?)|(?<mark>[^\s])/gu;

/** Asides that say nothing of who speaks or acts: "(D-Ohio)", "(NMA)". */
const ASIDE = /\([^()]{1,60}\)|\[[^[\]]{1,60}\]/g;

/** The tokens of a sentence whose quotations are masked, without what stands in brackets. */
export function tokenise(masked: string): Token[] {
  const plain = masked.replace(ASIDE, (aside) => " ".repeat(aside.length));
  return [...plain.matchAll(TOKEN)].map((match) => {
    const text = match[0];
    const straight = text.replaceAll("’", "'").toLowerCase();
    const possessive =
      /(?:'s|s')$/.test(straight) &&
      (/^\p{Lu}{2}/u.test(text) || !/^(?:it|that|he|she|there|what|who|here|let)'s$/.test(straight));
    return {
      text,
      lower: possessive ? straight.replace(/'s?$/, "") : straight,
      start: match.index,
      end: match.index + text.length,
      type: match.groups?.quote ? "quote" : match.groups?.word ? "word" : "mark",
      possessive,
    };
  });
}

/** Begins with a capital, or mixes one in ("iRobot"), or is a brand of letters and digits ("3M"). */
export function isCapitalised(token: Token | undefined): boolean {
  return token?.type === "word" && /^(?:\p{Lu}|\p{Ll}{1,2}\p{Lu}|\d+\p{Lu})/u.test(token.text);
}
