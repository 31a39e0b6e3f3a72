/** Widths in pixels that every picture is kept in, smallest first; one that is smaller is not blown up. */
export const IMAGE_WIDTHS = [640, 1280, 1920] as const;

/** Where a picture is served from, at one of `IMAGE_WIDTHS`. */
export function imageAddress(id: string, width: number = 1280): string {
  return `/images/${id}/${width}`;
}
