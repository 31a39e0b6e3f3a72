/** Widths in pixels that a picture is asked for in; one narrower than that is answered as wide as it is. */
export const IMAGE_WIDTHS = [640, 1280, 1920] as const;

/** Where a picture is, on this site. */
export const imageAddress = (id: string, width: (typeof IMAGE_WIDTHS)[number]) => `/images/${id}/${width}`;
