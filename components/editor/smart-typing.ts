import { Extension, InputRule } from "@tiptap/core";

/** Opening and closing signs of a language. */
export interface QuoteSigns {
  double: readonly [open: string, close: string];
  single: readonly [open: string, close: string];
}

export const ENGLISH_QUOTES: QuoteSigns = { double: ["“", "”"], single: ["‘", "’"] };

/** Before what a quotation begins: nothing, white space, another opening sign, a dash. */
const AFTER_AN_OPENING = String.raw`(?:^|[\s({[<"'‘“—–\u2018\u201c])`;

/** What `find` ends with, or its group where it has one, becomes `sign`. */
function rule(find: RegExp, sign: string): InputRule {
  return new InputRule({
    find,
    handler: ({ state, range, match }) => {
      const typed = match[1] ?? match[0];
      // Where letters are code they stay as they were typed; a mark that is about to begin counts too.
      if (state.storedMarks?.some((mark) => mark.type.spec.code)) return null;
      state.tr.insertText(sign, range.to - typed.length, range.to);
    },
  });
}

/**
 * Straight quotes, double hyphens and three dots become what a printer would set, while they are typed; Undo gives back what
 * was typed. Not in code (Tiptap runs no rules there).
 */
export const SmartTyping = Extension.create<{ quotes: QuoteSigns }>({
  name: "smartTyping",
  addOptions: () => ({ quotes: ENGLISH_QUOTES }),
  addInputRules() {
    const { double, single } = this.options.quotes;
    return [
      rule(new RegExp(`${AFTER_AN_OPENING}(")$`), double[0]),
      rule(/"$/, double[1]),
      rule(new RegExp(`${AFTER_AN_OPENING}(')$`), single[0]),
      rule(/'$/, single[1]),
      rule(/\.\.\.$/, "…"),
      // Three at the beginning of a block become a rule: StarterKit knows "—-" as the way there.
      rule(/--$/, "—"),
      rule(/\S (- )$/, "– "),
    ];
  },
});
