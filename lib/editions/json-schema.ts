import { z } from "zod";
import { type Edition, edition } from "@/lib/editions/schema";

const DESCRIPTIONS: Record<keyof Edition, string> = {
  publication:
    "Name, tagline and language (BCP 47) of the publication, as they were when this edition was made.",
  number: "Number of the issue.",
  slug: "The issue's address is /issues/<slug>.",
  title: "Title of the issue.",
  standfirst: "One or two sentences under the title; may be empty.",
  week: "The week the issue covers, first and last day.",
  edition: "1 for the first publication of the issue, then one more for each correction.",
  publishedAt: "When this edition was published.",
  labels: "Wording of the fixed parts of the issue.",
  introduction: "Tiptap JSON.",
  introductionText: "The introduction as plain text.",
  highlights: "The lines of “What matters this week”, each with the anchors of the stories it sums up.",
  thesis: "The lines that close the highlights.",
  sections: "Sections in order, each with its stories in order.",
  closing: "Tiptap JSON.",
  closingText: "The closing as plain text.",
  feedbackPrompt: "The line that asks for an answer; may be empty.",
  corrections: "Every correction made to this issue so far.",
  hash: "SHA-256, hexadecimal, of the RFC 8785 canonical JSON of everything but this field.",
};

const RICH_TEXT = {
  type: "object",
  description:
    "Tiptap (ProseMirror) JSON. Marks of type “claim” and “analysis” carry the id of an entry of the story.",
  properties: {
    type: { const: "doc" },
    content: {
      type: "array",
      items: { type: "object", properties: { type: { type: "string" } }, required: ["type"] },
    },
  },
  required: ["type", "content"],
};

/** The published JSON Schema (2020-12) of /issues/<slug>.json; `site` is the absolute address of the publication. */
export function editionJsonSchema(site: string): Record<string, unknown> {
  const made = z.toJSONSchema(edition, {
    target: "draft-2020-12",
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => {
      // The only custom type of the schema is the rich-text document.
      if (zodSchema._zod.def.type === "custom") Object.assign(jsonSchema, RICH_TEXT);
    },
  });
  const properties = Object.fromEntries(
    Object.entries(made.properties ?? {}).map(([name, schema]) => [
      name,
      typeof schema === "object" && name in DESCRIPTIONS
        ? { ...schema, description: DESCRIPTIONS[name as keyof Edition] }
        : schema,
    ]),
  );
  const { $schema, ...rest } = made;
  return {
    $schema,
    $id: new URL("/schema/edition.json", site).href,
    title: "Edition",
    description: "One published issue, whole and immutable: everything a reader may see of it.",
    ...rest,
    properties,
  };
}
