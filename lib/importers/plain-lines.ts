import type { PhrasingContent, Text } from "mdast";

export interface Line {
  text: string;
  /** From 1, in the file. */
  number: number;
  indent: number;
  /** No text directly above it. */
  opens: boolean;
  /** No text directly below it. */
  ends: boolean;
}

/** Longer lines than any editor or mail program wraps at tell that every line is a paragraph. */
const WRAPPED = 100;

function numberLines(file: string): Line[] {
  const all = file.split("\n").map((line) => line.trimEnd());
  return all.flatMap((line, index) => {
    const text = line.trimStart();
    if (text === "") return [];
    const blank = (at: number) => (all[at] ?? "") === "";
    const number = index + 1;
    return [
      { text, number, indent: line.length - text.length, opens: blank(index - 1), ends: blank(index + 1) },
    ];
  });
}

/** True when paragraphs were broken into lines of about one width, with empty lines between them. */
function isWrapped(lines: Line[]): boolean {
  const longest = Math.max(0, ...lines.map((line) => line.text.length));
  const inner = lines.filter((line) => !line.ends);
  const full = inner.filter((line) => line.text.length >= longest * 0.6 && line.text.length >= 40);
  return longest <= WRAPPED && lines.some((line) => line.opens) && full.length >= 3;
}

const STARTS = /^(?:[-*+•‣◦▪●·]\s|\d{1,3}[.)]\s|[|>#]|https?:\/\/)/;
const RULED = /^[=\-*_~]{3,}$/;

/** Joins the lines of one wrapped paragraph; lists, tables, quotations and short lines stay as they are. */
function unwrap(lines: Line[]): Line[] {
  const width = Math.max(0, ...lines.map((line) => line.text.length));
  const found: Line[] = [];
  let previous: Line | undefined;
  for (const line of lines) {
    const last = found.at(-1);
    const goesOn = last && previous && !line.opens && previous.text.length >= width * 0.6;
    if (goesOn && !STARTS.test(line.text) && !RULED.test(line.text) && !/^[|>]/.test(last.text)) {
      last.text += ` ${line.text}`;
      last.ends = line.ends;
    } else found.push({ ...line });
    previous = line;
  }
  return found;
}

/** A continuation of a list entry is indented below it. */
function joinItems(lines: Line[]): Line[] {
  const found: Line[] = [];
  for (const line of lines) {
    const last = found.at(-1);
    if (last && !line.opens && line.indent >= 2 && STARTS.test(last.text) && !STARTS.test(line.text)) {
      last.text += ` ${line.text}`;
      last.ends = line.ends;
    } else found.push(line);
  }
  return found;
}

/** The lines of a plain text that hold something, wrapped paragraphs and list entries made whole. */
export function readLines(file: string): Line[] {
  const lines = numberLines(file);
  return joinItems(isWrapped(lines) ? unwrap(lines) : lines.map((line) => ({ ...line })));
}

/** An address in running text: closing brackets belong to it only where it opened them, full stops never. */
const URL_IN_TEXT =
  /https?:\/\/(?:\([^\s<>"“”()]*\)|[^\s<>"“”()])*(?:\([^\s<>"“”()]*\)|[^\s<>"“”().,;:!?'’\]}*_])/gi;

/** Plain text as inline content: addresses are links, everything else is literal. */
export function plainInline(text: string): PhrasingContent[] {
  const found: PhrasingContent[] = [];
  const literal = (value: string): Text[] => (value === "" ? [] : [{ type: "text", value }]);
  let from = 0;
  for (const match of text.matchAll(URL_IN_TEXT)) {
    if (!URL.canParse(match[0])) continue;
    found.push(...literal(text.slice(from, match.index)));
    found.push({ type: "link", url: match[0], children: [{ type: "text", value: match[0] }] });
    from = match.index + match[0].length;
  }
  return [...found, ...literal(text.slice(from))];
}
