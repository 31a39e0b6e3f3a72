import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import type { RichText } from "@/lib/rich-text/document";
import { fromMdast } from "@/lib/rich-text/from-mdast";
import { resolveMdast } from "@/lib/rich-text/resolve-mdast";

const parser = unified().use(remarkParse).use(remarkGfm).freeze();

/** Pasted Markdown as a document. In a file of its own, so that a browser fetches the parser only for those who write. */
export function readMarkdown(text: string): RichText {
  return fromMdast(resolveMdast(parser.parse(text)).root.children);
}
