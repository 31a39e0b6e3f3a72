import { Extension, InputRule, textblockTypeInputRule } from "@tiptap/core";

/** One or two number signs at the beginning of a paragraph make a body's highest heading, as they do when pasted. */
export function headingTyping(isOn: () => boolean) {
  return Extension.create({
    name: "headingTyping",
    addInputRules() {
      const type = this.editor.schema.nodes.heading;
      if (!type) return [];
      const rule = textblockTypeInputRule({ find: /^#{1,2}\s$/, type, getAttributes: { level: 3 } });
      return [new InputRule({ find: rule.find, handler: (typed) => (isOn() ? rule.handler(typed) : null) })];
    },
  });
}
