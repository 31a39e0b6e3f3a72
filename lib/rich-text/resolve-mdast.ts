import type {
  Definition,
  FootnoteDefinition,
  Image,
  ImageReference,
  Link,
  LinkReference,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
  Text,
} from "mdast";
import { isFigureParagraph } from "@/lib/rich-text/figure-address";
import { linkTarget } from "@/lib/rich-text/link-target";

/** A link or image whose address no link may have; its words were kept. */
export interface RefusedLink {
  text: string;
  address: string;
  line: number;
}

interface Context {
  definitions: Map<string, Definition>;
  used: Set<Definition>;
  refused: RefusedLink[];
  insideLink: boolean;
  /** Links that had no words and show their address: it must not grow together with its neighbours. */
  wordless: Set<PhrasingContent>;
}

type Parent = { type: string; children: RootContent[] };

function isParent(node: object): node is Parent {
  return "children" in node && Array.isArray(node.children);
}

function text(value: string): Text {
  return { type: "text", value };
}

function wordsOf(nodes: PhrasingContent[]): string {
  return nodes
    .map((node) => ("value" in node ? node.value : "children" in node ? wordsOf(node.children) : ""))
    .join("");
}

function collect(node: RootContent | Root, context: Context): void {
  if (node.type === "definition") {
    if (!context.definitions.has(node.identifier)) context.definitions.set(node.identifier, node);
  } else if (isParent(node)) for (const child of node.children) collect(child, context);
}

/** The address in brackets after its words, unless the words already are the address. */
function withShown(children: PhrasingContent[], address: string, context: Context): PhrasingContent[] {
  if (address === "" || wordsOf(children).trim() === address) return children;
  if (children.length > 0) return [...children, text(` (${address})`)];
  const shown = text(address);
  context.wordless.add(shown);
  return [shown];
}

function wordless(href: string, node: Link | Image, context: Context): PhrasingContent[] {
  const link: Link = { type: "link", url: href, children: [text(href)], position: node.position };
  context.wordless.add(link);
  return [link];
}

function spaced(nodes: PhrasingContent[], context: Context): PhrasingContent[] {
  return nodes.flatMap((node, index) => {
    if (!context.wordless.has(node)) return [node];
    const before = wordsOf(nodes.slice(0, index));
    const after = wordsOf(nodes.slice(index + 1));
    const space = (glued: boolean) => (glued ? [text(" ")] : []);
    return [...space(/\S$/.test(before)), node, ...space(/^\S/.test(after))];
  });
}

function resolveLink(node: Link, context: Context): PhrasingContent[] {
  const target = linkTarget(node.url);
  const inner = { ...context, insideLink: context.insideLink || target.kind === "link" };
  const children = node.children.flatMap((child) => phrasing(child, inner));
  if (target.kind === "refused") {
    const line = node.position?.start.line ?? 1;
    context.refused.push({ text: wordsOf(children), address: target.address, line });
    return children;
  }
  if (target.kind === "shown") return withShown(children, target.address, context);
  if (wordsOf(children).trim() === "") return wordless(target.href, node, context);
  return [{ ...node, url: target.href, children: children as Link["children"] }];
}

/** Pictures from elsewhere have no place in a text: one becomes a link whose words are its alternative text. */
function resolveImage(node: Image, context: Context): PhrasingContent[] {
  const target = linkTarget(node.url);
  const alt = node.alt?.trim() ?? "";
  const children = alt === "" ? [] : [text(alt)];
  if (target.kind === "refused") {
    context.refused.push({ text: alt, address: target.address, line: node.position?.start.line ?? 1 });
    return children;
  }
  if (target.kind === "shown") return withShown(children, target.address, context);
  if (context.insideLink) return withShown(children, target.href, context);
  if (children.length === 0) return wordless(target.href, node, context);
  return [{ type: "link", url: target.href, title: node.title ?? null, children, position: node.position }];
}

function resolveReference(node: LinkReference | ImageReference, context: Context): PhrasingContent[] {
  const definition = context.definitions.get(node.identifier);
  if (!definition) return "children" in node ? node.children : [text(node.alt ?? "")];
  context.used.add(definition);
  const { url, title } = definition;
  return node.type === "linkReference"
    ? resolveLink(
        { type: "link", url, title, children: node.children as Link["children"], position: node.position },
        context,
      )
    : resolveImage({ type: "image", url, title, alt: node.alt, position: node.position }, context);
}

function phrasing(node: PhrasingContent, context: Context): PhrasingContent[] {
  if (node.type === "link") return resolveLink(node, context);
  if (node.type === "image") return resolveImage(node, context);
  if (node.type === "linkReference" || node.type === "imageReference") return resolveReference(node, context);
  if (node.type === "footnoteReference") return [text(`[^${node.label ?? node.identifier}]`)];
  if ("children" in node) {
    return [
      { ...node, children: node.children.flatMap((child) => phrasing(child, context)) } as PhrasingContent,
    ];
  }
  return [node];
}

function resolveFootnote(node: FootnoteDefinition, context: Context): RootContent[] {
  const label = text(`[^${node.label ?? node.identifier}]: `);
  const [first, ...rest] = node.children.flatMap((child) => block(child, context));
  if (first?.type === "paragraph") return [{ ...first, children: [label, ...first.children] }, ...rest];
  const alone: Paragraph = { type: "paragraph", children: [label], position: node.position };
  return first ? [alone, first, ...rest] : [alone];
}

function block(node: RootContent, context: Context): RootContent[] {
  if (node.type === "footnoteDefinition") return resolveFootnote(node, context);
  if (node.type === "paragraph" && isFigureParagraph(node)) {
    const [picture, ...caption] = node.children;
    const children = spaced(
      caption.flatMap((child) => phrasing(child, context)),
      context,
    );
    return [{ ...node, children: picture ? [picture, ...children] : children }];
  }
  if (node.type === "paragraph" || node.type === "heading" || node.type === "tableCell") {
    const children = node.children.flatMap((child) => phrasing(child, context));
    return [{ ...node, children: spaced(children, context) } as RootContent];
  }
  if (!isParent(node)) return [node];
  const children = (node.children as RootContent[]).flatMap((child) => block(child, context));
  return [{ ...(node as object), children } as RootContent];
}

/** A definition that nothing refers to says something all the same: its label, linked. */
function unusedDefinition(node: Definition, context: Context): RootContent[] {
  const target = linkTarget(node.url);
  const label = text(node.label ?? node.identifier);
  const title = node.title ? [text(` ${node.title}`)] : [];
  const said: PhrasingContent[] =
    target.kind === "link"
      ? [{ type: "link", url: target.href, children: [label] }]
      : withShown([label], target.kind === "shown" ? target.address : "", context);
  return [{ type: "paragraph", children: [...said, ...title], position: node.position }];
}

function placeDefinitions(nodes: RootContent[], context: Context): RootContent[] {
  return nodes.flatMap((node) => {
    if (node.type === "definition") return context.used.has(node) ? [] : unusedDefinition(node, context);
    if (!isParent(node) || node.type === "paragraph" || node.type === "heading") return [node];
    return [{ ...(node as object), children: placeDefinitions(node.children, context) } as RootContent];
  });
}

/**
 * A parsed Markdown tree without indirection: references and footnotes stand in place, images from elsewhere are links with
 * their alternative text, and every link left has an address that `isAllowedLink` allows. The words of the others stay; an
 * address that is relative is shown after them in brackets, one with a forbidden scheme is taken off and reported.
 */
export function resolveMdast(root: Root): { root: Root; refused: RefusedLink[] } {
  const context: Context = {
    definitions: new Map(),
    used: new Set(),
    refused: [],
    insideLink: false,
    wordless: new Set(),
  };
  collect(root, context);
  const children = root.children.flatMap((node) => block(node, context));
  return { root: { ...root, children: placeDefinitions(children, context) }, refused: context.refused };
}
