import type { Blockquote, Paragraph, PhrasingContent, RootContent } from "mdast";
import type { BoxDraft } from "@/lib/importers/draft";
import { labelledPart, labelWording } from "@/lib/importers/part-labels";
import { LEAD_DIVIDER, say } from "@/lib/importers/said";
import { blockText } from "@/lib/importers/words";

function isLabel(text: string): boolean {
  return labelledPart(text) === "whyItMatters";
}

/** "**Why it matters:** text" and "Why it matters: text". */
function fromParagraph(node: Paragraph): BoxDraft | null {
  const [lead, ...others] = node.children;
  if (lead?.type === "strong" || lead?.type === "emphasis") {
    const label = say([lead]).text;
    const [next, ...rest] = others;
    const divider = next?.type === "text" ? (LEAD_DIVIDER.exec(next.value) ?? /^\s+/.exec(next.value)) : null;
    if (next?.type !== "text" || !divider || !isLabel(label)) return null;
    const body: PhrasingContent[] = [{ ...next, value: next.value.slice(divider[0].length) }, ...rest];
    return box(label, [{ ...node, children: body }]);
  }
  if (lead?.type !== "text") return null;
  const found = /^([^:\n]{4,60}?)(?::|\s[—–])\s+/.exec(lead.value);
  if (!found || !isLabel(found[1] ?? "")) return null;
  return box(found[1] ?? "", [
    { ...node, children: [{ ...lead, value: lead.value.slice(found[0].length) }, ...others] },
  ]);
}

/** A quotation block that opens with the label is the house's own box. */
function fromQuote(node: Blockquote): BoxDraft | null {
  const [first, ...rest] = node.children;
  if (first?.type !== "paragraph" && first?.type !== "heading") return null;
  const text = say(first.children).text;
  if (isLabel(text)) return box(text, rest);
  const opened = first.type === "paragraph" ? fromParagraph(first) : null;
  return opened && { label: opened.label, blocks: [...opened.blocks, ...rest] };
}

function box(label: string, blocks: RootContent[]): BoxDraft | null {
  return blockText(blocks) === "" ? null : { label: labelWording(label), blocks };
}

/** A "Why this matters" that is one block of its own; null for any other block. */
export function readBoxBlock(node: RootContent): BoxDraft | null {
  if (node.type === "paragraph") return fromParagraph(node);
  return node.type === "blockquote" ? fromQuote(node) : null;
}
