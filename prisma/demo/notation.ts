import type { RichText, RichTextMark, RichTextNode } from "@/lib/rich-text/document";
import { demoId } from "@/prisma/demo/identity";

// A small notation for texts with marks in them:
//
//   body(p`${claim("gtc-trillion", "Nvidia puts the revenue at …")}. None of it is booked.`)
//
// The key becomes the id that mark and row share. Line breaks in the source are only white space.

/** Words within a paragraph, marked. */
export interface Words {
  inline: RichTextNode[];
}

/** White space of any length, line breaks too, is one space: texts are broken here where it suits the source. */
const even = (text: string) => text.replace(/\s+/g, " ");
const plain = (text: string): RichTextNode[] => (text === "" ? [] : [{ type: "text", text: even(text) }]);

function marked(mark: RichTextMark, parts: (string | Words)[]): Words {
  const nodes = parts.flatMap((part) => (typeof part === "string" ? plain(part) : part.inline));
  return { inline: nodes.map((node) => ({ ...node, marks: [...(node.marks ?? []), mark] })) };
}

/** Words that make a claim; its row is the story's `claims[key]`. */
export const claim = (key: string, ...words: (string | Words)[]): Words =>
  marked({ type: "claim", attrs: { id: demoId(`claim ${key}`) } }, words);

/** Words that draw an inference; its row is the story's `analyses[key]`. */
export const analysis = (key: string, ...words: (string | Words)[]): Words =>
  marked({ type: "analysis", attrs: { id: demoId(`analysis ${key}`) } }, words);

/** Emphasised words. */
export const em = (...words: (string | Words)[]): Words => marked({ type: "italic" }, words);

function block(type: string, content: RichTextNode[]): RichTextNode {
  return { type, content };
}

/** A paragraph. */
export function p(texts: TemplateStringsArray, ...words: Words[]): RichTextNode {
  const last = texts.length - 1;
  const content = texts.flatMap((text, index) => {
    const start = index === 0 ? text.trimStart() : text;
    return [...plain(index === last ? start.trimEnd() : start), ...(words[index]?.inline ?? [])];
  });
  return block("paragraph", content);
}

/** A bulleted list of paragraphs. */
export const list = (...items: RichTextNode[]): RichTextNode =>
  block(
    "bulletList",
    items.map((item) => block("listItem", [item])),
  );

/** A table with a row of headings. */
export function table(headings: string[], ...rows: string[][]): RichTextNode {
  const cells = (type: string, texts: string[]) =>
    block(
      "tableRow",
      texts.map((text) => block(type, [block("paragraph", plain(text))])),
    );
  return block("table", [cells("tableHeader", headings), ...rows.map((row) => cells("tableCell", row))]);
}

/** A whole document of blocks. */
export function body(...blocks: RichTextNode[]): RichText {
  return { type: "doc", content: blocks };
}
