import type { RichText, RichTextNode } from "@/lib/rich-text/document";

/** A picture in a text: a block of type "figure" that names the row of Image; its caption is the node's content. */
export interface TextImage {
  imageId: string;
  /** What it shows, for those who cannot see it. */
  alt: string;
  credit: string;
  /** Pixels of the largest variant; 0 where the text does not say. */
  width: number;
  height: number;
}

const words = (value: unknown) => (typeof value === "string" ? value.trim() : "");
const pixels = (value: unknown) => (typeof value === "number" && Number.isFinite(value) ? value : 0);

/** Every picture of a document, in order. Walks the JSON, so it also reads documents of an older or newer schema. */
export function imagesOf(document: RichText): TextImage[] {
  const found: TextImage[] = [];
  const visit = ({ type, attrs, content }: RichTextNode) => {
    const imageId = words(attrs?.imageId);
    if (type === "figure" && imageId) {
      const { alt, credit, width, height } = attrs ?? {};
      found.push({
        imageId,
        alt: words(alt),
        credit: words(credit),
        width: pixels(width),
        height: pixels(height),
      });
    }
    content?.forEach(visit);
  };
  visit(document);
  return found;
}
