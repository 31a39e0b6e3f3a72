import { Fragment, type Mark, type Node, Slice } from "@tiptap/pm/model";
import { anchorOf, type NamedAnchor } from "@/components/editor/claims/anchors";
import { attributeProblem } from "@/lib/rich-text/document";
import { isAllowedLink } from "@/lib/rich-text/extensions";

/**
 * What was pasted, fit to be saved: no attribute that `richText` refuses, and marks of claims and analyses under the ids that
 * `idOf` answers, without those for which it answers null.
 */
export function safeSlice(slice: Slice, idOf: (anchor: NamedAnchor) => string | null): Slice {
  const kept = (mark: Mark): Mark[] => {
    const anchor = anchorOf(mark);
    if (!anchor) return mark.type.name !== "link" || isAllowedLink(mark.attrs.href) ? [mark] : [];
    const id = idOf(anchor);
    return id === null ? [] : [mark.type.create({ id })];
  };
  const mended = (node: Node): Node => {
    const marks = node.marks.flatMap(kept);
    if (node.isText) return node.mark(marks);
    const content = mapped(node.content, mended);
    if (!attributeProblem(node.mark([]))) return node.type.create(node.attrs, content, marks);
    // A picture without its picture is its caption; everything else can do without what it says about itself.
    const type = node.type.name === "figure" ? node.type.schema.nodes.paragraph : node.type;
    return (type ?? node.type).create(null, content, marks);
  };
  return new Slice(mapped(slice.content, mended), slice.openStart, slice.openEnd);
}

function mapped(content: Fragment, change: (node: Node) => Node): Fragment {
  const nodes: Node[] = [];
  content.forEach((node) => {
    nodes.push(change(node));
  });
  return Fragment.from(nodes);
}
