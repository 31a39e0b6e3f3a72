import type { PhrasingContent } from "mdast";
import { type ImportedSource, importedSource } from "@/lib/importers/imported-issue";
import { isBareLink, oneLine, type Segment, segments } from "@/lib/importers/said";

const DASH = "(?:[—–|·]|-{1,3})";
const LONGEST_TITLE = 300;

/** "Reuters", "NVIDIA Blog", "arstechnica.com": a short name, not the rest of a sentence. */
function isPublisher(text: string): boolean {
  if (text === "" || text.length > 60 || text.split(" ").length > 6) return false;
  if (/[.!?,;:…]$/.test(text)) return false;
  return (
    /^[\p{Lu}\p{N}\p{Lo}“"‘(@]/u.test(text) ||
    /^[\w-]+(\.[\w-]+)+$/.test(text) ||
    /^\p{Ll}+\p{Lu}/u.test(text)
  );
}

function isByline(text: string): boolean {
  const count = text.split(" ").length;
  if (text === "" || text.length > 160 || count > 16) return false;
  return count <= 5 ? !/[!?:;]$/.test(text) : !/[.!?:;]$/.test(text);
}

export interface SourceTail {
  byline: string;
  publisher: string;
  /** What follows in brackets and is no publisher: "(ad)". */
  note: string;
}

const BYLINE_AND_PUBLISHER = new RegExp(`^(?:,?\\s*by\\s+(.+?))?(?:\\s*(?:^|\\s)${DASH}\\s+(.+))?$`, "u");

/** Reads what stands behind a title: "by Author", "— Publisher", "(Publisher)", any of them or nothing. */
export function readTail(rest: string): SourceTail | null {
  if (!/^(?:,?\s|\.?\s*$)/.test(rest)) return null;
  const text = oneLine(rest === "." ? "" : rest);
  const brackets = /^(.*?)\s*\(([^()]+)\)$/.exec(text);
  const inside = brackets?.[2] ?? "";
  const outside =
    brackets && (brackets[1] === "" || /^,?\s*by\s|^[—–|·-]/.test(text)) ? (brackets[1] ?? "") : text;
  const found = BYLINE_AND_PUBLISHER.exec(outside);
  const byline = oneLine(found?.[1] ?? "");
  const publisher = oneLine(found?.[2] ?? "");
  if (!found || (byline !== "" && !isByline(byline)) || (publisher !== "" && !isPublisher(publisher)))
    return null;
  if (outside === text) return { byline, publisher, note: "" };
  if (publisher === "" && isPublisher(inside) && inside.length <= 40)
    return { byline, publisher: inside, note: "" };
  if (byline !== "" && publisher === "") return { byline: `${byline} (${inside})`, publisher, note: "" };
  return { byline, publisher, note: `(${inside})` };
}

function checked(source: ImportedSource): ImportedSource | null {
  if (source.title.length > LONGEST_TITLE) return null;
  const found = importedSource.safeParse(source);
  return found.success ? found.data : null;
}

/** "Title — Publisher" in plain words; the last dash divides. */
export function readPlainSource(text: string, url: string | null): ImportedSource | null {
  const line = oneLine(text).replace(/(?:\s+[—–|-]|\s*:)$/, "");
  const parts = new RegExp(`^(.+)\\s${DASH}\\s+(.+)$`, "u").exec(line);
  const title = parts?.[1]?.trim() ?? "";
  const publisher = parts?.[2]?.trim() ?? "";
  if (parts && isPublisher(publisher) && !/[.;:,]$/.test(title) && title.length <= 200) {
    return checked({ title, byline: "", publisher, url });
  }
  if (url === null || parts || line.length > 200 || /[.;]$/.test(line)) return null;
  return checked({ title: line === "" ? url : line, byline: "", publisher: "", url });
}

function joined(parts: Segment[]): string {
  return oneLine(parts.map((part) => part.text).join(""));
}

/** A title that stands apart from its line, by a link or by emphasis, with its tail. */
function delimited(parts: Segment[], index: number): (ImportedSource & { note: string }) | null {
  const part = parts[index];
  const before = joined(parts.slice(0, index));
  const after = parts.slice(index + 1);
  if (!part) return null;
  if (before === "") {
    const tail = readTail(after.map(({ text }) => text).join(""));
    const source = tail && checked({ title: oneLine(part.text), ...pick(tail), url: part.url });
    return source && tail ? { ...source, note: tail.note } : null;
  }
  const title = new RegExp(`^(.+\\S)\\s+${DASH}$`, "u").exec(before)?.[1];
  const publisher = oneLine(part.text);
  if (!title || joined(after) !== "" || !isPublisher(publisher)) return null;
  const source = checked({ title, byline: "", publisher, url: part.url });
  return source && { ...source, note: "" };
}

function pick({ byline, publisher }: SourceTail): { byline: string; publisher: string } {
  return { byline, publisher };
}

/**
 * Reads one line as a source: "[Title](url) by Byline — Publisher", "Title — [Publisher](url)", "Title — Publisher",
 * "Title — Publisher https://…". Null when it is anything else. `note` is what follows in brackets.
 */
export function readSourceLine(nodes: PhrasingContent[]): (ImportedSource & { note: string }) | null {
  const parts = segments(nodes).filter((part) => part.text.trim() !== "" || part.url === null);
  const addresses = new Set(parts.flatMap((part) => (part.url === null ? [] : [part.url])));
  if (addresses.size > 1) return null;
  const linked = parts.findIndex((part) => part.url !== null);
  const link = parts[linked];
  if (link && !isBareLink(link)) return joinedLink(parts, linked);
  if (link) {
    const [before, after] = [parts[linked - 1]?.text ?? "", parts[linked + 1]?.text ?? ""];
    if (!/(?:^|\s)[(<]?$/.test(before) || !/^[)>]?[.,;]?(?:\s|$)/.test(after)) return null;
    if (/[(<]$/.test(before) !== /^[)>]/.test(after)) return null;
    const text = oneLine(joined(parts.filter((part) => part !== link)).replace(/[<(]\s*[>)]/g, ""));
    const source = readPlainSource(text, link.url);
    return source && { ...source, note: "" };
  }
  const first = parts.findIndex((part) => part.text.trim() !== "");
  if (parts[first]?.emphasised) {
    const source = delimited(parts, first);
    return source && source.publisher !== "" ? source : null;
  }
  const source = readPlainSource(joined(parts), null);
  return source && { ...source, note: "" };
}

/** The parts of one link (its words may change emphasis) taken as one. */
function joinedLink(parts: Segment[], start: number): (ImportedSource & { note: string }) | null {
  const url = parts[start]?.url ?? null;
  let end = start;
  while (parts[end + 1]?.url === url) end++;
  const text = parts
    .slice(start, end + 1)
    .map((part) => part.text)
    .join("");
  const whole = [...parts.slice(0, start), { text, url, emphasised: false }, ...parts.slice(end + 1)];
  if (whole.slice(start + 1).some((part) => part.url !== null)) return null;
  return delimited(whole, start);
}
