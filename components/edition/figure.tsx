import type { Node as ProseMirrorNode } from "@tiptap/pm/model";
import { createElement, type ReactNode } from "react";
import { IMAGE_WIDTHS, imageAddress } from "@/lib/images/address";
import { figureAttributes } from "@/lib/rich-text/figure";

interface FigureSlot {
  node: ProseMirrorNode;
  children?: ReactNode;
}

/** Every kept width up to the picture's own: what is narrower than a kept width is served as it is. */
function sources(imageId: string, width: number): string {
  return IMAGE_WIDTHS.filter((_, place) => place === 0 || (IMAGE_WIDTHS[place - 1] ?? 0) < width)
    .map((kept) => `${imageAddress(imageId, kept)} ${Math.min(kept, width)}w`)
    .join(", ");
}

/** A picture with its caption and credit; its room is known before it is loaded. */
export function figure({ node, children }: FigureSlot): ReactNode {
  const attrs = figureAttributes(node.attrs);
  if (!attrs) return null;
  const { imageId, alt, credit, width, height } = attrs;
  const hasCaption = node.content.size > 0;
  // Next's own Image would ask its server for sizes that are kept already, and needs a script.
  const image = createElement("img", {
    src: imageAddress(imageId, 1280),
    srcSet: sources(imageId, width),
    sizes: "(max-width: 42rem) calc(100vw - 2.5rem), 38rem",
    width,
    height,
    alt,
    loading: "lazy",
    decoding: "async",
  });
  return (
    <figure className="picture" data-image={imageId} data-credit={credit || undefined}>
      {image}
      {hasCaption || credit ? (
        <figcaption>
          {hasCaption ? <span className="caption">{children}</span> : null}
          {credit ? <span className="credit">{credit}</span> : null}
        </figcaption>
      ) : null}
    </figure>
  );
}
