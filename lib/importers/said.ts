import type { PhrasingContent, RootContent } from "mdast";

/** Words for a place that holds plain text only, with the addresses that were linked in them. */
export interface Said {
  text: string;
  links: string[];
}

/** A run of inline text as a source line sees it. */
export interface Segment {
  text: string;
  url: string | null;
  emphasised: boolean;
}

/** What divides a lead from the text it runs into; always white space too, so that no word is cut in two. */
export const LEAD_DIVIDER = /^(?:\s*[:—–]\s+|\s+-{1,3}\s+)/;

/** One line: white space runs become single spaces. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function bare(text: string, url: string): boolean {
  const strip = (value: string) => value.replace(/^(?:https?:\/\/|mailto:)/i, "").replace(/\/$/, "");
  return strip(text.trim()) === strip(url);
}

/** True for a link whose words are only its address. */
export function isBareLink(segment: Segment): boolean {
  return segment.url !== null && bare(segment.text, segment.url);
}

/** Inline content laid flat, neighbours of the same kind joined. */
export function segments(nodes: PhrasingContent[], url: string | null = null, emphasised = false): Segment[] {
  const flat = nodes.flatMap((node): Segment[] => {
    if (node.type === "break") return [{ text: "\n", url, emphasised }];
    if (node.type === "link") return segments(node.children, node.url, emphasised);
    if ("value" in node) return [{ text: node.value, url, emphasised }];
    if (!("children" in node)) return [];
    return segments(node.children, url, emphasised || node.type === "emphasis" || node.type === "strong");
  });
  const joined: Segment[] = [];
  for (const segment of flat) {
    const last = joined.at(-1);
    if (last && last.url === segment.url && last.emphasised === segment.emphasised) last.text += segment.text;
    else joined.push({ ...segment });
  }
  return joined;
}

/** Inline content as plain words and the addresses linked in it. */
export function say(nodes: PhrasingContent[]): Said {
  const parts = segments(nodes);
  const links = parts.flatMap((part) => (part.url === null || isBareLink(part) ? [] : [part.url]));
  return { text: oneLine(parts.map((part) => part.text).join("")), links: [...new Set(links)] };
}

/** Every address linked within blocks, in order. */
export function linkAddresses(nodes: readonly RootContent[]): string[] {
  return nodes.flatMap((node): string[] => {
    const own = node.type === "link" ? [node.url] : [];
    return "children" in node ? [...own, ...linkAddresses(node.children as RootContent[])] : own;
  });
}

/** Inline content without its first `length` characters, which stand in its first text. */
export function withoutStart(nodes: PhrasingContent[], length: number): PhrasingContent[] {
  const [first, ...rest] = nodes;
  if (first?.type === "text") return [{ ...first, value: first.value.trimStart().slice(length) }, ...rest];
  if (!first || !("children" in first)) return nodes;
  return [{ ...first, children: withoutStart(first.children, length) } as typeof first, ...rest];
}
