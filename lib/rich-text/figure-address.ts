import type { Paragraph } from "mdast";
import { imageAddress } from "@/lib/images/address";
import { figureAttributes } from "@/lib/rich-text/figure";

/** The address of a figure's picture in Markdown; the fragment keeps its size: `/images/<id>/1280#1600x900`. */
export function figureAddress(attrs: Record<string, unknown>): string {
  return `${imageAddress(String(attrs.imageId), 1280)}#${attrs.width}x${attrs.height}`;
}

const OWN = /^\/images\/([^/#]+)\/\d+#(\d+)x(\d+)$/;

/** Which picture of ours an address written by `figureAddress` means; null for every other address. */
export function readFigureAddress(
  address: string,
): { imageId: string; width: number; height: number } | null {
  const [, imageId = "", width, height] = OWN.exec(address) ?? [];
  const read = { imageId, width: Number(width), height: Number(height) };
  return figureAttributes({ ...read, alt: "", credit: "" }) ? read : null;
}

/** True for a paragraph as a figure is written: a picture of ours, alone or with a caption on the next line. */
export function isFigureParagraph(node: Paragraph): boolean {
  const [first, second] = node.children;
  if (first?.type !== "image" || !readFigureAddress(first.url)) return false;
  return second === undefined || second.type === "break";
}
