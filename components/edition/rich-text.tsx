import { Node } from "@tiptap/core";
import type { Node as ProseMirrorNode } from "@tiptap/pm/model";
import { renderToReactElement } from "@tiptap/static-renderer/pm/react";
import { createElement, type ReactNode } from "react";
import { figure } from "@/components/edition/figure";
import { OPENER, PIECE, placeOpeners } from "@/components/edition/mark-pieces";
import type { Note } from "@/components/edition/notes";
import { Opener, pieceClass } from "@/components/edition/opener";
import { scrollingTable } from "@/components/edition/table";
import { isEmpty, type RichText } from "@/lib/rich-text/document";
import { isAllowedLink, richTextExtensions } from "@/lib/rich-text/extensions";

function piece(name: string, attributes: string[], content: "inline*" | "" = "inline*") {
  return Node.create({
    name,
    inline: true,
    group: "inline",
    content,
    addAttributes: () => Object.fromEntries(attributes.map((attribute) => [attribute, { default: null }])),
    renderHTML: () => ["span", {}],
  });
}

/** The one list, and what exists only between a stored document and its page (mark-pieces.ts). */
const extensions = [
  ...richTextExtensions,
  piece(PIECE.claim, ["id"]),
  piece(PIECE.analysis, ["id"]),
  piece(PIECE.link, ["href"]),
  piece(OPENER, ["id", "hangs"], ""),
];

export interface RichTextSetting {
  /** The notes that marks open, by the id on the mark; without them all marks become plain text. */
  notes?: ReadonlyMap<string, Note>;
  /** Level of the topmost heading in the text: one below the heading it stands under. */
  headingLevel: number;
  /** What a table in the text is called where it has no caption, for those who cannot see where it stands. */
  tableLabel: string;
  language: string;
}

interface Slot {
  node: ProseMirrorNode;
  children?: ReactNode;
}

function topHeading(document: RichText): number {
  const levels = document.content.flatMap((node) =>
    node.type === "heading" && typeof node.attrs?.level === "number" ? [node.attrs.level] : [],
  );
  return levels.length > 0 ? Math.min(...levels) : 3;
}

function heading(shift: number) {
  return ({ node, children }: Slot): ReactNode => {
    const level = Math.min(6, Number(node.attrs.level) + shift);
    return createElement(`h${level}`, null, children);
  };
}

function link({ node, children }: Slot): ReactNode {
  const href: unknown = node.attrs.href;
  return isAllowedLink(href) ? <a href={href}>{children}</a> : children;
}

function claimOrAnalysis({ notes }: RichTextSetting) {
  return ({ node, children }: Slot): ReactNode => {
    const note = notes?.get(String(node.attrs.id));
    return <span className={note ? pieceClass(note) : undefined}>{children}</span>;
  };
}

function opener({ notes, language }: RichTextSetting) {
  return ({ node }: Slot): ReactNode => {
    const note = notes?.get(String(node.attrs.id));
    return note ? <Opener note={note} hangs={node.attrs.hangs === true} language={language} /> : null;
  };
}

/**
 * A stored document as readers see it: every node as its extension writes it, save what needs this page's knowledge.
 * Answers nothing for a document without words.
 */
export function RichTextView({ document, ...setting }: RichTextSetting & { document: RichText }): ReactNode {
  if (isEmpty(document)) return null;
  return renderToReactElement({
    content: placeOpeners(document, new Set(setting.notes?.keys())),
    extensions,
    options: {
      nodeMapping: {
        heading: heading(setting.headingLevel - topHeading(document)),
        table: scrollingTable(setting.tableLabel),
        figure,
        [PIECE.claim]: claimOrAnalysis(setting),
        [PIECE.analysis]: claimOrAnalysis(setting),
        [PIECE.link]: link,
        [OPENER]: opener(setting),
      },
    },
  });
}
