/** Quoted words within a sentence, without their marks; [start, end) in UTF-16 units of the sentence. */
export interface QuotedPassage {
  text: string;
  start: number;
  end: number;
}

// A mark that opens stands at the beginning of a word and one that closes at its end, which apostrophes and inches do not.
const OPENS = "(?<![\\p{L}\\p{N}])";
const CLOSES = "(?![\\p{L}\\p{N}])";

/** One alternative for each pair of marks. Marks of the same kind nest; marks of another kind within belong to the words. */
const QUOTED = new RegExp(
  [
    "„(?<low>[^„“”]+)[“”]",
    "“(?<curly>(?:[^“”]|“[^“”]*”)+)”",
    "«(?<guillemets>(?:[^«»]|«[^«»]*»)+)»",
    "»(?<reversed>[^«»]+)«",
    "‹(?<angles>[^‹›]+)›",
    "「(?<corners>(?:[^「」]|「[^「」]*」)+)」",
    "『(?<white>[^『』]+)』",
    `${OPENS}"(?=\\S)(?<straight>[^"]+)(?<=\\S)"${CLOSES}`,
    `‘(?=\\S)(?<single>(?:[^‘’]|’(?=[\\p{L}\\p{N}]))+)’${CLOSES}`,
    `${OPENS}'(?=[^\\s\\d])(?<apostrophes>(?:[^']|'(?=[\\p{L}\\p{N}]))+?)(?<=\\S)'${CLOSES}`,
  ].join("|"),
  "gu",
);

/** American typesetters put the sentence's comma or full stop inside the marks, whoever's it is. */
const SENTENCE_MARK = /(?<=[^.,\s])[.,]$/;

/**
 * The quoted words in a claim's text, in their sequence, outermost marks only. A comma or full stop at their end is left to
 * the sentence; marks that nothing closes quote nothing.
 */
export function quotedPassages(sentence: string): QuotedPassage[] {
  const passages: QuotedPassage[] = [];
  for (const match of sentence.matchAll(QUOTED)) {
    const inside = Object.values(match.groups ?? {}).find((words) => words !== undefined) ?? "";
    const text = inside.trim().replace(SENTENCE_MARK, "");
    if (!/[\p{L}\p{N}]/u.test(text)) continue;
    const start = match.index + 1 + (inside.length - inside.trimStart().length);
    passages.push({ text, start, end: start + text.length });
  }
  return passages;
}
