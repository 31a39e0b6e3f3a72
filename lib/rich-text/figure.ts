import { Node } from "@tiptap/core";
import { imageAddress } from "@/lib/images/address";

/** What a picture in a text carries; its caption is its content. */
export interface FigureAttributes {
  /** Id of a row of Image. */
  imageId: string;
  /** What somebody who cannot see it needs to know; empty until it is written. */
  alt: string;
  credit: string;
  /** In pixels, of the original: the page keeps the room before the picture is there. */
  width: number;
  height: number;
}

export const LONGEST_ALT = 1000;
export const LONGEST_CREDIT = 300;
const LARGEST = 100_000;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const isLength = (value: unknown) => Number.isInteger(value) && Number(value) > 0 && Number(value) <= LARGEST;

/** The attributes of a figure if they are all usable, else null. */
export function figureAttributes(attrs: Record<string, unknown>): FigureAttributes | null {
  const { imageId, alt, credit, width, height } = attrs;
  if (typeof imageId !== "string" || !UUID.test(imageId)) return null;
  if (typeof alt !== "string" || alt.length > LONGEST_ALT) return null;
  if (typeof credit !== "string" || credit.length > LONGEST_CREDIT) return null;
  return isLength(width) && isLength(height) ? (attrs as unknown as FigureAttributes) : null;
}

function readFigure(element: HTMLElement): FigureAttributes | null {
  const image = element.querySelector("img");
  return figureAttributes({
    imageId: element.dataset.image ?? "",
    alt: (image?.getAttribute("alt") ?? "").slice(0, LONGEST_ALT),
    credit: (element.dataset.credit ?? "").slice(0, LONGEST_CREDIT),
    width: Number(image?.getAttribute("width")),
    height: Number(image?.getAttribute("height")),
  });
}

/** A picture that is kept here, with its caption. Pictures from elsewhere have no place in a text. */
export const Figure = Node.create({
  name: "figure",
  group: "block",
  content: "text*",
  isolating: true,
  defining: true,
  draggable: true,
  addAttributes: () => ({
    imageId: { default: null, rendered: false },
    alt: { default: "", rendered: false },
    credit: { default: "", rendered: false },
    width: { default: null, rendered: false },
    height: { default: null, rendered: false },
  }),
  parseHTML: () => [
    {
      tag: "figure[data-image]",
      contentElement: (element) =>
        (element as HTMLElement).querySelector<HTMLElement>("figcaption") ?? emptied(element),
      getAttrs: (element) => readFigure(element) ?? false,
    },
  ],
  renderHTML: ({ node }) => {
    const { imageId, alt, credit, width, height } = node.attrs;
    return [
      "figure",
      { "data-image": imageId, "data-credit": credit },
      ["img", { src: imageAddress(String(imageId), 1280), alt, width, height }],
      ["figcaption", 0],
    ];
  },
});

/** A place without words, for a figure that came without a caption. */
function emptied(element: globalThis.Node): HTMLElement {
  return (element.ownerDocument as Document).createElement("figcaption");
}
