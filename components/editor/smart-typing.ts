import { Extension, InputRule } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";

/** Opening and closing signs of a language. */
export interface QuoteSigns {
  double: readonly [open: string, close: string];
  single: readonly [open: string, close: string];
}

export const ENGLISH_QUOTES: QuoteSigns = { double: ["“", "”"], single: ["‘", "’"] };

/** Before what a quotation begins: nothing, white space, another opening sign, a dash. */
const AFTER_AN_OPENING = String.raw`(?:^|[\s({[<"'‘“—–\u2018\u201c])`;

/** What is typed and the sign for it, in the order in which they are tried. */
const signsOf = ({ double, single }: QuoteSigns): [find: RegExp, sign: string][] => [
  [new RegExp(`${AFTER_AN_OPENING}(")$`), double[0]],
  [/"$/, double[1]],
  [new RegExp(`${AFTER_AN_OPENING}(')$`), single[0]],
  [/'$/, single[1]],
  [/\.\.\.$/, "…"],
  // Three at the beginning of a block become a rule: StarterKit knows "—-" as the way there.
  [/--$/, "—"],
  [/\S (- )$/, "– "],
];

/** What `find` ends with, or its group where it has one, becomes `sign`. */
function rule(find: RegExp, sign: string): InputRule {
  return new InputRule({
    find,
    handler: ({ state, range, match }) => {
      const typed = match[1] ?? match[0];
      const from = range.to - typed.length;
      if (isCode(state.doc, from, range.to)) return null;
      state.tr.insertText(sign, from, range.to);
    },
  });
}

/**
 * Also after a backtick that waits for its partner: that will be code. Tiptap looks only beside what is typed, and misses the
 * first letter of a new code mark.
 */
function isCode(document: Node, from: number, to: number): boolean {
  const { parent, parentOffset } = document.resolve(from);
  const ticks = parent.textBetween(0, parentOffset, undefined, " ").split("`").length - 1;
  let found = ticks % 2 === 1;
  document.nodesBetween(from, to, ({ marks }) => {
    found ||= marks.some((mark) => mark.type.spec.code);
  });
  return found;
}

/**
 * Straight quotes, double hyphens and three dots become what a printer would set, while they are typed; Undo gives back what
 * was typed. Not in code.
 */
export const SmartTyping = Extension.create<{ quotes: QuoteSigns }>({
  name: "smartTyping",
  addOptions: () => ({ quotes: ENGLISH_QUOTES }),
  addInputRules() {
    return signsOf(this.options.quotes).map(([find, sign]) => rule(find, sign));
  },
});

/**
 * What a printer would set for the end of `before`, the words up to the caret of a text of one line: where it begins, in UTF-16
 * units, and the sign. Null where the words stand as they are.
 */
export function setInLine(before: string, quotes = ENGLISH_QUOTES): { from: number; sign: string } | null {
  for (const [find, sign] of signsOf(quotes)) {
    const match = find.exec(before);
    if (match) return { from: before.length - (match[1] ?? match[0]).length, sign };
  }
  return null;
}
