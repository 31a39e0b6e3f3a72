import { Mark, mergeAttributes } from "@tiptap/core";
import Code from "@tiptap/extension-code";
import { TableCell, TableHeader, TableRow } from "@tiptap/extension-table";
import StarterKit from "@tiptap/starter-kit";
import { CaptionedTable } from "@/lib/rich-text/captioned-table";
import { Figure } from "@/lib/rich-text/figure";

/** The only schemes a link may have: everything else is refused by the schema itself, on paste, import and save. */
export const LINK_PROTOCOLS = ["http:", "https:", "mailto:"] as const;

/** True for an absolute address with an allowed scheme. Relative addresses have no place in a digest that is mailed. */
export function isAllowedLink(href: unknown): href is string {
  if (typeof href !== "string" || !URL.canParse(href)) return false;
  return (LINK_PROTOCOLS as readonly string[]).includes(new URL(href).protocol);
}

/** A mark that only carries the id of a row; the row says the rest (provenance.md: the document is the truth of the text). */
function anchorMark(name: "claim" | "analysis") {
  return Mark.create({
    name,
    // Typing at either end must not grow what a claim says.
    inclusive: false,
    addAttributes() {
      return {
        id: {
          default: null,
          parseHTML: (element) => element.getAttribute(`data-${name}`),
          renderHTML: (attributes) => ({ [`data-${name}`]: attributes.id }),
        },
      };
    },
    parseHTML: () => [{ tag: `span[data-${name}]` }],
    renderHTML: ({ HTMLAttributes }) => ["span", mergeAttributes({ class: name }, HTMLAttributes), 0],
  });
}

export const ClaimMark = anchorMark("claim");
export const AnalysisMark = anchorMark("analysis");

/** Inline code may be linked, bold or claimed: digests of technical news need all three. */
const CodeMark = Code.extend({ excludes: "" });

/** The one list of extensions: editor, validation, rendering, import and export all use it. */
export const richTextExtensions = [
  StarterKit.configure({
    heading: { levels: [3, 4] },
    underline: false,
    code: false,
    link: {
      openOnClick: false,
      autolink: true,
      defaultProtocol: "https",
      isAllowedUri: (href) => isAllowedLink(href),
      HTMLAttributes: { target: null, rel: "noopener noreferrer" },
    },
  }),
  CodeMark,
  CaptionedTable,
  TableRow,
  TableHeader,
  TableCell,
  Figure,
  ClaimMark,
  AnalysisMark,
];
