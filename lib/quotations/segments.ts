/** What stands between two segments of a quotation, or before the first, or after the last. */
export interface Break {
  /** An ellipsis: words were left out. */
  omits: boolean;
  /** Square brackets: an editor's words stand beside or in place of the source's. */
  edits: boolean;
  /** The editor's words. */
  words: string;
  /** The bracket touches a word: "raise[d]". */
  isWithinWord: boolean;
}

/** A stretch of a quotation that its source must have as it is. */
export interface Segment {
  text: string;
  before: Break;
  /** Its first letter stood in brackets, for the source has it in the other case: "[T]he". */
  isFlipped: boolean;
}

/** A quotation cut into its segments. */
export interface Cut {
  segments: Segment[];
  after: Break;
}

/** "[…]" and "(…)", "…", and Chicago's ". . ." and ". . . .", all normalised. */
const ELLIPSIS = /\[ ?\.{3} ?\]|\( ?\.{3} ?\)|\.{3,}|\.(?: \.){2,3}/.source;
const BRACKET = /\[(?<words>[^[\]]{1,80})\]/.source;
const BREAK = new RegExp(`${ELLIPSIS}|${BRACKET}`, "g");
/** "[sic]" says that the words are the source's own: nothing was changed or left out. */
const SIC = / ?\[sic[.!]?\]/gi;
const LETTER = /[\p{L}\p{N}]/u;
const NOTHING_QUOTED = /^[\s.,;:]*$/;

const NONE: Break = { omits: false, edits: false, words: "", isWithinWord: false };

function breakAt(quote: string, match: RegExpExecArray): Break {
  const words = match.groups?.words;
  if (words === undefined) return { ...NONE, omits: true };
  const [before, after] = [quote[match.index - 1] ?? "", quote[match.index + match[0].length] ?? ""];
  return { omits: false, edits: true, words, isWithinWord: LETTER.test(before) || LETTER.test(after) };
}

const joined = (one: Break, other: Break): Break => ({
  omits: one.omits || other.omits,
  edits: one.edits || other.edits,
  words: `${one.words} ${other.words}`.trim(),
  isWithinWord: one.isWithinWord || other.isWithinWord,
});

function segmentOf(text: string, before: Break): Segment {
  const isFlipped = before.edits && /^\p{L}$/u.test(before.words) && LETTER.test(text[0] ?? "");
  if (!isFlipped) return { text: text.trim(), before, isFlipped };
  return {
    text: before.words + text.trimEnd(),
    before: { ...before, words: "", isWithinWord: false },
    isFlipped,
  };
}

/** Cuts a normalised quotation at ellipses and at an editor's words in square brackets. */
export function cut(quote: string): Cut {
  const words = quote.replace(SIC, "");
  const segments: Segment[] = [];
  let before = NONE;
  let from = 0;
  for (const match of words.matchAll(BREAK)) {
    const text = words.slice(from, match.index);
    const isEmpty = NOTHING_QUOTED.test(text);
    if (!isEmpty) segments.push(segmentOf(text, before));
    const made = breakAt(words, match);
    before = isEmpty ? joined(before, made) : made;
    from = match.index + match[0].length;
  }
  const last = words.slice(from);
  if (NOTHING_QUOTED.test(last)) return { segments, after: before };
  return { segments: [...segments, segmentOf(last, before)], after: NONE };
}
