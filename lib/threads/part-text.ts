import { Node } from "@tiptap/pm/model";
import { proseMirrorSchema, type RichText } from "@/lib/rich-text/document";
import type { StoryPart } from "@/lib/threads/schema";

/** Stands in a part's text for something without words: a rule, a picture. */
const OBJECT = "\uFFFC";

/** A stretch of text that lies in one piece in the document: a text block, or a block without words. */
interface Piece {
  /** UTF-16 units into the text. */
  offset: number;
  /** ProseMirror's position of the same place. */
  position: number;
  length: number;
}

/**
 * A document's words as one string, and where each of them stands. The string is ProseMirror's
 * `textBetween(0, size, "\n", leaf)`, where a line break inside a block is "\n" and any other leaf U+FFFC: blocks, list items,
 * table cells and captions are divided by one "\n" each, and inside a block every unit of text is one position. Offsets and
 * positions therefore belong to each other one to one, except that positions between blocks have no offset of their own.
 */
export interface PartText {
  text: string;
  /** The position of an offset from 0 to the text's length (clamped). */
  positionAt(offset: number): number;
  /** The offset of a position; between two blocks, that of the next block's beginning. */
  offsetAt(position: number): number;
}

/** What a leaf adds to the text. */
function leafText(node: Node): string {
  return node.type.name === "hardBreak" ? "\n" : OBJECT;
}

/** The words of a document of the one schema (the headline's are its own text). */
export function partText(document: Node): PartText {
  const pieces: Piece[] = [];
  let text = "";
  const add = (position: number, words: string) => {
    if (pieces.length > 0) text += "\n";
    pieces.push({ offset: text.length, position, length: words.length });
    text += words;
  };
  document.descendants((node, position) => {
    if (node.isTextblock) {
      add(position + 1, node.textBetween(0, node.content.size, null, leafText));
      return false;
    }
    if (node.isLeaf) add(position, OBJECT);
    return true;
  });
  return { text, positionAt: (offset) => positionIn(pieces, offset), offsetAt: (at) => offsetIn(pieces, at) };
}

function positionIn(pieces: Piece[], offset: number): number {
  const piece = pieces.findLast((each) => each.offset <= offset) ?? pieces[0];
  if (!piece) return 0;
  return piece.position + Math.min(Math.max(0, offset - piece.offset), piece.length);
}

function offsetIn(pieces: Piece[], position: number): number {
  const piece = pieces.find((each) => position <= each.position + each.length) ?? pieces.at(-1);
  if (!piece) return 0;
  return piece.offset + Math.min(Math.max(0, position - piece.position), piece.length);
}

/** The text of one part of a story, as selectors mean it. */
export function textOfPart(
  words: { headline: string; body: RichText; whyItMatters: RichText },
  part: StoryPart,
): string {
  if (part === "headline") return words.headline;
  return partText(Node.fromJSON(proseMirrorSchema, words[part])).text;
}
