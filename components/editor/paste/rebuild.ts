import { type ClassStyles, emphasisOf, isHidden } from "@/components/editor/paste/inline-style";
import { pastedAddress } from "@/components/editor/paste/pasted-address";

export interface Rebuilding {
  classes: ClassStyles;
  headingLevel(heading: Element): 3 | 4;
  /** Copied in an editor like this one: what its schema writes stays, names of claims and white space included. */
  own: boolean;
  /** Called for each picture from elsewhere that is left out. */
  leftOut(): void;
}

const set = (names: string) => new Set(names.split(" "));
const DROPPED = set(
  "script style meta link title head noscript template iframe object embed svg math canvas audio video source track select textarea button input label col map area dialog",
);
const KEPT = set(
  "p div ul ol li blockquote pre code hr br table thead tbody tfoot tr td th caption figcaption a strong em s",
);
const RENAMED: Record<string, string> = {
  ...{ b: "strong", i: "em", strike: "s", del: "s", kbd: "code", samp: "code", tt: "code" },
  ...Object.fromEntries(
    "section article main header footer nav address fieldset form details summary aside figure center dl dt dd hgroup"
      .split(" ")
      .map((name) => [name, "div"]),
  ),
};
const ATTRIBUTES: Record<string, string[]> = {
  a: ["href"],
  ol: ["start"],
  td: ["colspan", "rowspan"],
  th: ["colspan", "rowspan"],
  code: ["class"],
  figure: ["data-image", "data-credit"],
  img: ["src", "alt", "width", "height"],
  span: ["data-claim", "data-analysis"],
};
/** Where bold words say nothing more than their place. */
const PLAIN_IN = "h1, h2, h3, h4, h5, h6, th";

/** The same content again with nothing but the elements and attributes that a text here can hold. */
export function rebuilt(node: Node, into: Rebuilding): Node[] {
  if (node.nodeType === 3) return [textAgain(node, into)];
  if (node.nodeType !== 1) return [];
  const element = node as HTMLElement;
  if (DROPPED.has(element.localName) || isHidden(element)) return [];
  if (element.localName === "img") return image(element, into);
  const children = emphasised(
    element,
    [...element.childNodes].flatMap((child) => rebuilt(child, into)),
    into,
  );
  const name = nameOf(element, into);
  return name === null ? children : [made(element, name, children)];
}

function textAgain(node: Node, { own }: Rebuilding): Node {
  const text = node.textContent ?? "";
  // A hard space at the edge of a run, or among others, is how browsers and Word save a soft one.
  const soft = text.replace(/^\u00a0|\u00a0$/g, " ").replace(/[ \u00a0]{2,}/g, " ");
  return documentOf(node).createTextNode(own || node.parentElement?.closest("pre") ? text : soft);
}

/** What the element becomes; null where only its content stays. */
function nameOf(element: HTMLElement, into: Rebuilding): string | null {
  const name = element.localName;
  if (/^h[1-6]$/.test(name))
    return into.own && /^h[34]$/.test(name) ? name : `h${into.headingLevel(element)}`;
  if (name === "figure" && element.hasAttribute("data-image")) return name;
  if (name === "span") return into.own ? name : null;
  const meant = RENAMED[name] ?? name;
  if (meant === "a" && pastedAddress(element.getAttribute("href") ?? "") === null) return null;
  if ((meant === "strong" || meant === "em") && !into.own && isDenied(element, meant)) return null;
  return KEPT.has(meant) ? meant : null;
}

/** Google Docs wraps everything in a bold that says it is none. */
function isDenied(element: HTMLElement, name: "strong" | "em"): boolean {
  const { bold, italic } = emphasisOf(element, new Map());
  if (name === "em") return italic === false;
  return bold === false || element.closest(PLAIN_IN) !== null;
}

const LIMITS: Record<string, [least: number, most: number]> = {
  colspan: [1, 100],
  rowspan: [1, 100],
  start: [0, 1_000_000],
};

function made(element: Element, name: string, children: Node[]): HTMLElement {
  const copy = documentOf(element).createElement(name);
  for (const attribute of [...(ATTRIBUTES[name] ?? []), "data-pm-slice"]) {
    const value = attributeOf(element, attribute);
    if (value !== null) copy.setAttribute(attribute, value);
  }
  copy.append(...children);
  return copy;
}

function attributeOf(element: Element, attribute: string): string | null {
  const value = element.getAttribute(attribute);
  const limits = LIMITS[attribute];
  if (value === null) return null;
  if (attribute === "href") return pastedAddress(value);
  if (attribute === "class") return /(?:^|\s)(language-[\w+#-]+)/.exec(value)?.[1] ?? null;
  if (!limits) return value;
  const number = Number(value);
  return Number.isInteger(number) && number >= limits[0] && number <= limits[1] ? value : null;
}

/** What only a style says becomes the element that means it. */
function emphasised(element: HTMLElement, nodes: Node[], { classes, own }: Rebuilding): Node[] {
  if (own || !nodes.some((node) => node.textContent?.trim())) return nodes;
  const { bold, italic, strike } = emphasisOf(element, classes);
  const wanted = [
    bold && !/^(b|strong)$/.test(element.localName) && !element.closest(PLAIN_IN) ? "strong" : "",
    italic && !/^(i|em)$/.test(element.localName) ? "em" : "",
    strike && !/^(s|strike|del)$/.test(element.localName) ? "s" : "",
  ].filter(Boolean);
  let inner = nodes;
  for (const name of wanted) {
    const wrapper = documentOf(element).createElement(name);
    wrapper.append(...inner);
    inner = [wrapper];
  }
  return inner;
}

function image(element: HTMLElement, into: Rebuilding): Node[] {
  if (element.closest("figure[data-image]")) return [made(element, "img", [])];
  const alt = element.getAttribute("alt") ?? "";
  // Many pages draw an emoji as a picture.
  if (/^\p{Extended_Pictographic}[\p{Extended_Pictographic}\p{Emoji_Component}\u200d]{0,8}$/u.test(alt)) {
    return [documentOf(element).createTextNode(alt)];
  }
  const isPixel = ["width", "height"].some((side) => Number(element.getAttribute(side) ?? 99) <= 2);
  if (!isPixel) into.leftOut();
  return [];
}

function documentOf(node: Node): Document {
  return node.ownerDocument as Document;
}
