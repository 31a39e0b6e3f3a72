import type { Edition, EditionStory } from "@/lib/editions/schema";
import type { RichText, RichTextNode } from "@/lib/rich-text/document";

/** What stands where words are left out, as in quotations. */
const LEFT_OUT = "[…]";

function analysisOn(node: RichTextNode, known: ReadonlySet<string>) {
  return node.marks?.find((mark) => mark.type === "analysis" && known.has(String(mark.attrs?.id)));
}

/** One run of nodes under the same analysis, as the sign of it; the space at its ends stays. */
function signFor(
  run: readonly RichTextNode[],
  mark: NonNullable<RichTextNode["marks"]>[number],
): RichTextNode[] {
  const words = run.map((node) => node.text ?? "").join("");
  const space = (text: string | undefined): RichTextNode[] => (text ? [{ type: "text", text }] : []);
  return [
    ...space(/^\s+/u.exec(words)?.[0]),
    { type: "text", text: LEFT_OUT, marks: [mark] },
    ...space(/\s+$/u.exec(words)?.[0]),
  ];
}

function foldNodes(nodes: readonly RichTextNode[], known: ReadonlySet<string>): RichTextNode[] {
  const made: RichTextNode[] = [];
  for (let start = 0, end = 0; start < nodes.length; start = end) {
    const node = nodes[start] as RichTextNode;
    const mark = analysisOn(node, known);
    end = start + 1;
    if (!mark) {
      made.push(node.content ? { ...node, content: foldNodes(node.content, known) } : node);
      continue;
    }
    const isSame = (one: RichTextNode) => analysisOn(one, known)?.attrs?.id === mark.attrs?.id;
    while (end < nodes.length && isSame(nodes[end] as RichTextNode)) end += 1;
    made.push(...signFor(nodes.slice(start, end), mark));
  }
  return made;
}

function foldStory(story: EditionStory): EditionStory {
  const known = new Set(story.analyses.map((analysis) => analysis.id));
  const body: RichText = { ...story.body, content: foldNodes(story.body.content, known) };
  return { ...story, body };
}

/**
 * The edition for who wants to read it without analysis: in the stories' texts, "[…]" under the mark stands for each
 * passage of analysis; claims within it are left out with it. The boxes ("Why this matters"), and all that says what the
 * story holds, stay as they are: a page folds the boxes by itself. Its hash is still that of the whole edition.
 */
export function foldAnalyses(edition: Edition): Edition {
  const sections = edition.sections.map((section) => ({
    ...section,
    stories: section.stories.map(foldStory),
  }));
  return { ...edition, sections };
}

/** Whether there is anything to fold: a passage of analysis or a box. */
export function hasAnalysis(edition: Edition): boolean {
  return edition.sections.some((section) =>
    section.stories.some((story) => story.analyses.length > 0 || story.whyItMattersText.trim() !== ""),
  );
}
