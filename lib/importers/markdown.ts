import type { Root } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { promoteBoldHeadings } from "@/lib/importers/bold-headings";
import { blockText } from "@/lib/importers/words";
import { type RefusedLink, resolveMdast } from "@/lib/rich-text/resolve-mdast";

const parser = unified().use(remarkParse).use(remarkGfm).freeze();

/** A file as blocks: what it says, before anything was read into it, and with its headings found. */
export interface ReadBlocks {
  /** Every block as parsed: what "words in" counts. */
  said: Root["children"];
  /** The same blocks with headings where a human reader sees headings. */
  blocks: Root["children"];
  refused: RefusedLink[];
}

/** CommonMark and GFM as a tree. */
export function parseMarkdown(text: string): Root {
  return parser.parse(text);
}

const LONGEST_HEADING = 300;

/** A "heading" as long as a paragraph is one: someone began a sentence with "#", or underlined it by accident. */
function plainHeadings(blocks: Root["children"]): Root["children"] {
  return blocks.flatMap((node): Root["children"] => {
    if (node.type !== "heading") return [node];
    const { length } = blockText([node]);
    if (length === 0 && node.children.length === 0) return [];
    const prose = length > LONGEST_HEADING || length === 0;
    return [prose ? { type: "paragraph", children: node.children, position: node.position } : node];
  });
}

/** Reads Markdown into blocks without references; nothing is interpreted as HTML. */
export function readMarkdown(text: string, ownExport: boolean): ReadBlocks {
  const { root, refused } = resolveMdast(parseMarkdown(text));
  const plain = plainHeadings(root.children);
  const blocks = ownExport ? plain : promoteBoldHeadings(plain);
  return { said: root.children, blocks, refused };
}
