import { HtmlValidate } from "html-validate";

const validator = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: {
    // React writes attributes as JSX spells them (dateTime, popoverTarget); in HTML their case means nothing.
    "attr-case": "off",
    // React writes open="", and closes void elements with a slash: both valid, and not ours to choose.
    "attribute-boolean-style": "off",
    "void-style": "off",
  },
});

/** For tests of reader pages: what is not valid in an HTML document as served, a line each. */
export async function htmlFaults(html: string): Promise<string[]> {
  const report = await validator.validateString(html);
  return report.results.flatMap((result) =>
    result.messages.map((message) => `${message.ruleId}: ${message.message} (${message.selector})`),
  );
}
