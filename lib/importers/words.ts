import type { Nodes } from "mdast";
import type { Found } from "@/lib/importers/found";
import type { ImportedSource } from "@/lib/importers/imported-issue";
import type { Labels } from "@/lib/issues/labels";
import { plainText } from "@/lib/rich-text/plain-text";

const EDGES = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

/** The words of a text: runs between white space, without the punctuation around them; addresses are not words. */
export function wordsOf(text: string): string[] {
  return text
    .split(/\s+/)
    .filter((run) => !/^\W*(https?:\/\/|mailto:)\S+$/i.test(run))
    .map((run) => run.replaceAll(EDGES, ""))
    .filter((word) => word !== "");
}

const SEPARATED = new Set([
  "paragraph",
  "heading",
  "code",
  "html",
  "tableCell",
  "listItem",
  "break",
  "footnoteDefinition",
]);

/** What a Markdown tree says: its text, code, literal HTML and pictures' descriptions. */
export function textOfMdast(node: Nodes): string {
  if (node.type === "yaml" || node.type === "definition") return "";
  // "#s-…" links are our own export's references to a story by its number, which the order gives.
  if (node.type === "link" && /^#s-[0-9a-z]{10}$/.test(node.url)) return "";
  if (node.type === "image" || node.type === "imageReference") return node.alt ?? "";
  const own = node.type === "footnoteReference" ? `[${node.label ?? node.identifier}]` : "";
  const label = node.type === "footnoteDefinition" ? `[${node.label ?? node.identifier}] ` : "";
  const inner =
    "children" in node ? node.children.map(textOfMdast).join("") : "value" in node ? node.value : own;
  return SEPARATED.has(node.type) ? `\n${label}${inner}\n` : label + inner;
}

/** A source line as readers see it, its address aside. */
export function sourceText({ title, byline, publisher }: ImportedSource): string {
  return `${title}${byline && ` by ${byline}`}${publisher && ` — ${publisher}`}`;
}

/**
 * Every word of a found issue in reading order. Numbers come from the order, so they are not words; nor is the title
 * of a source in `drawn`, whose words are the headline's, nor the label of a story's box there.
 */
export function wordsOfIssue(issue: Found["issue"], drawn: Found["drawn"]): string[] {
  const label = (name: keyof Labels) => issue.labels[name] ?? "";
  const parts = [
    issue.title ?? "",
    issue.standfirst,
    label("introduction"),
    plainText(issue.introduction),
    label("highlights"),
    ...issue.highlights.map((highlight) => highlight.text),
    ...issue.thesis,
    ...issue.sections.flatMap((section) => [
      section.title,
      ...section.stories.flatMap((story) => {
        const box = plainText(story.whyItMatters);
        const boxLabel = box === "" || drawn.has(story) ? "" : label("whyItMatters");
        const sources = story.sources.map((source) =>
          sourceText(drawn.has(source) ? { ...source, title: "" } : source),
        );
        return [story.headline, ...sources, plainText(story.body), boxLabel, box];
      }),
    ]),
    label("closing"),
    plainText(issue.closing),
    issue.feedbackPrompt,
  ];
  return parts.flatMap(wordsOf);
}

/** Which words of `before` are missing in `after`, and which are in `after` only, counted with repetition. */
export function compareWords(before: string[], after: string[]): { lost: string[]; added: string[] } {
  const left = new Map<string, number>();
  for (const word of after) left.set(word, (left.get(word) ?? 0) + 1);
  const lost: string[] = [];
  for (const word of before) {
    const count = left.get(word) ?? 0;
    if (count === 0) lost.push(word);
    else left.set(word, count - 1);
  }
  const added = [...left].flatMap(([word, count]) => Array.from({ length: count }, () => word));
  return { lost, added };
}
