import type { RichText, RichTextNode } from "@/lib/rich-text/document";

/** For snapshots that people read: a line for each block, indented as it is nested, its marks in brackets around the words. */
export function outline(document: RichText): string {
  return document.content.flatMap((node) => lines(node, "")).join("\n");
}

function lines(node: RichTextNode, indent: string): string[] {
  const { level, start, language, caption, colspan = 1, rowspan = 1 } = node.attrs ?? {};
  const span = colspan !== 1 || rowspan !== 1 ? `${colspan}×${rowspan}` : null;
  const about = [node.type, level, start === 1 ? null : start, language, caption, span].filter(
    (part) => part != null,
  );
  const children = node.content ?? [];
  if (children.some((child) => child.type === "text" || child.type === "hardBreak")) {
    return [`${indent}${about.join(" ")}: ${children.map(words).join("")}`];
  }
  return [`${indent}${about.join(" ")}`, ...children.flatMap((child) => lines(child, `${indent}  `))];
}

function words(node: RichTextNode): string {
  if (node.type === "hardBreak") return "⏎";
  return (node.marks ?? []).reduceRight((inner, mark) => {
    const href = mark.attrs?.href ?? mark.attrs?.id;
    return `[${mark.type}${href ? ` ${href}` : ""}: ${inner}]`;
  }, node.text ?? "");
}
