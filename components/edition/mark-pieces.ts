import type { RichText, RichTextMark, RichTextNode } from "@/lib/rich-text/document";

/** Marks that become an element around all they cover, outermost first; the others stay on the text. */
const WRAPPERS = ["analysis", "claim", "link"] as const;
type Wrapper = (typeof WRAPPERS)[number];

/** Names of the nodes that exist only while rendering (components/edition/rich-text.tsx). */
export const PIECE = { analysis: "analysisPiece", claim: "claimPiece", link: "linkPiece" } as const;
export const OPENER = "noteOpener";

/** Punctuation that ends the marked words and stays with them: the opener comes after it. */
const CLOSING = /^[,.;:!?…)\]’”»]+/u;

const isText = (node: RichTextNode | undefined): node is RichTextNode & { text: string } =>
  node?.type === "text" && typeof node.text === "string";

function markOf(node: RichTextNode, type: Wrapper): RichTextMark | undefined {
  return node.marks?.find((mark) => mark.type === type);
}

const sameMark = (a: RichTextMark | undefined, b: RichTextMark | undefined) =>
  JSON.stringify(a?.attrs) === JSON.stringify(b?.attrs);

/** Puts neighbours that share a mark into one piece, so that bold words do not cut a claim or a link in two. */
function wrap(nodes: RichTextNode[], wrappers: readonly Wrapper[]): RichTextNode[] {
  const [type, ...inner] = wrappers;
  if (!type) return nodes;
  const made: RichTextNode[] = [];
  for (let start = 0, end = 0; start < nodes.length; start = end) {
    const mark = markOf(nodes[start] as RichTextNode, type);
    end = start + 1;
    while (end < nodes.length && sameMark(mark, markOf(nodes[end] as RichTextNode, type))) end += 1;
    const run = nodes.slice(start, end);
    if (!mark) made.push(...wrap(run, inner));
    else {
      const bare = run.map((node) => ({ ...node, marks: node.marks?.filter((one) => one.type !== type) }));
      made.push({ type: PIECE[type], attrs: mark.attrs, content: wrap(bare, inner) });
    }
  }
  return made;
}

function knownMarks(node: RichTextNode, known: ReadonlySet<string>): RichTextNode {
  if (!node.marks) return node;
  const kept = node.marks.filter(
    (mark) => (mark.type !== "claim" && mark.type !== "analysis") || known.has(String(mark.attrs?.id)),
  );
  return { ...node, marks: kept };
}

const idsOn = (node: RichTextNode): string[] =>
  (node.marks ?? [])
    .filter((mark) => mark.type === "claim" || mark.type === "analysis")
    .map((mark) => String(mark.attrs?.id));

/** Adds an opener after the last node of each mark that ends here, and after the punctuation that follows it. */
function addOpeners(
  nodes: RichTextNode[],
  isLast: (node: RichTextNode, id: string) => boolean,
): RichTextNode[] {
  const made: RichTextNode[] = [];
  let waiting: RichTextNode[] = [];
  let before: string[] = [];
  for (const node of nodes) {
    const text = isText(node) ? node.text : "";
    // Punctuation that opens another claim belongs to that one.
    const joins = waiting.length > 0 && idsOn(node).every((id) => before.includes(id));
    const closing = joins ? (CLOSING.exec(text)?.[0] ?? "") : "";
    before = idsOn(node);
    if (closing) made.push({ ...node, text: closing });
    made.push(...waiting);
    waiting = before
      .filter((id) => isLast(node, id))
      .map((id) => ({ type: OPENER, attrs: { id, hangs: false } }));
    if (!closing) made.push(node);
    else if (text.length > closing.length) made.push({ ...node, text: text.slice(closing.length) });
  }
  return letHang([...made, ...waiting]);
}

/** An opener may hang where nothing comes right after it: before a space, a new line, or the end. */
function letHang(nodes: RichTextNode[]): RichTextNode[] {
  return nodes.map((node, place) => {
    const next = nodes[place + 1];
    const hangs = !next || next.type === "hardBreak" || (isText(next) && /^\s/u.test(next.text));
    return node.type === OPENER ? { ...node, attrs: { ...node.attrs, hangs } } : node;
  });
}

/**
 * Prepares a stored document for rendering: marks of rows that are not in `known` become plain text, and what is left
 * is gathered into pieces with one opener after the last piece of each. An opener is never inside a link or a piece.
 */
export function placeOpeners(document: RichText, known: ReadonlySet<string>): RichText {
  const last = new Map<string, RichTextNode>();
  const strip = (node: RichTextNode): RichTextNode => {
    const kept = knownMarks(node, known);
    const made = kept.content ? { ...kept, content: kept.content.map(strip) } : kept;
    for (const id of idsOn(made)) last.set(id, made);
    return made;
  };
  const arrange = (node: RichTextNode): RichTextNode => {
    const content = node.content;
    if (!content) return node;
    if (!content.some((child) => child.type === "text")) return { ...node, content: content.map(arrange) };
    return {
      ...node,
      content: wrap(
        addOpeners(content, (child, id) => last.get(id) === child),
        WRAPPERS,
      ),
    };
  };
  const stripped = { ...document, content: document.content.map(strip) };
  return { ...stripped, content: stripped.content.map(arrange) };
}
