import { Fragment, type Mark, type Node, Slice } from "@tiptap/pm/model";
import { attributeProblem } from "@/lib/rich-text/document";
import { isAllowedLink } from "@/lib/rich-text/extensions";

const isAnchor = (mark: Mark) => mark.type.name === "claim" || mark.type.name === "analysis";

/** Ids of the claims and analyses that are marked in the fragment or node. */
export function anchorIds(content: Fragment | Node): Set<string> {
  const ids = new Set<string>();
  content.descendants((node) => {
    for (const mark of node.marks) if (isAnchor(mark)) ids.add(String(mark.attrs.id));
  });
  return ids;
}

/**
 * What was pasted, fit to be saved: no attribute that `richText` refuses, and no mark of a claim or an analysis but those in
 * `mayStay`: a copied mark would make two places out of one claim.
 */
export function safeSlice(slice: Slice, mayStay: ReadonlySet<string>): Slice {
  const mended = (node: Node): Node => {
    const marks = node.marks.filter((mark) =>
      isAnchor(mark)
        ? mayStay.has(String(mark.attrs.id))
        : mark.type.name !== "link" || isAllowedLink(mark.attrs.href),
    );
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
