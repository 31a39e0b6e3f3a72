import { IMAGE_WIDTHS } from "@/lib/images/address";

/** Pixels. */
export interface Size {
  width: number;
  height: number;
}

/** WebP has no room for more on either side. */
const MOST = 16_383;

/**
 * The sizes to keep of a picture of this size: one for each of IMAGE_WIDTHS, never larger than it is, so at least one
 * and each once; ascending.
 */
export function variantSizes({ width, height }: Size): Size[] {
  const sizes = IMAGE_WIDTHS.map((wanted) => {
    const scale = Math.min(1, wanted / width, MOST / height);
    return {
      width: Math.max(1, Math.round(width * scale)),
      height: Math.max(1, Math.round(height * scale)),
    };
  });
  return sizes.filter((size, place) => size.width !== sizes[place - 1]?.width);
}

/** Which of the kept widths answers for the one that is asked for: the next one up, or the largest there is. */
export function nearestWidth(kept: readonly number[], asked: number): number {
  const enough = kept.filter((width) => width >= asked);
  return enough.length > 0 ? Math.min(...enough) : Math.max(...kept);
}
