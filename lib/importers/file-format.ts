const MARKDOWN_NAME = /\.(?:md|markdown|mdown|mkdn?)$/i;
const MARKDOWN_SIGNS = [
  /^ {0,3}#{1,6}[ \t]+\S/m,
  /!?\[[^\]\n]+\]\((?:https?:|mailto:|\/|#)[^)\s]*\)/,
  /^ {0,3}\[[^\]\n]+\]:[ \t]+\S/m,
];

/** Where a paragraph of its own begins: an empty line, a list entry, a table row. */
const PARAGRAPHS = /\n(?=[ \t]*(?:\n|[-*+|]|\d{1,9}[.)]))/;
const MOST_MARKS = 2_000;
const DEEP = [
  /^(?:[ \t]*>){30}/m,
  /^[ \t]{120,}(?:[-*+]|\d{1,9}[.)])[ \t]/m,
  /^(?:[ \t]*(?:[-*+>]|\d{1,9}[.)])[ \t]+){20,}[^\s*+-]/m,
];

/**
 * Emphasis marks and brackets by the thousand in one paragraph, or lists nested by the dozen, are no text that anybody
 * wrote, and a Markdown parser needs minutes for them (measured: 20,000 open emphases take 45 s). It is plain text then.
 */
function isTangled(text: string): boolean {
  if (DEEP.some((pattern) => pattern.test(text))) return true;
  return text.split(PARAGRAPHS).some((paragraph) => {
    return paragraph.length > MOST_MARKS && (paragraph.match(/[*_~[`<]/g)?.length ?? 0) > MOST_MARKS;
  });
}

/** The format that a file's name and content tell; text without a telling name is Markdown only where it clearly is. */
export function fileFormat(fileName: string, text: string): "markdown" | "text" {
  const markdown = MARKDOWN_NAME.test(fileName) || MARKDOWN_SIGNS.some((sign) => sign.test(text));
  return markdown && !isTangled(text) ? "markdown" : "text";
}

/** "weekly-digest.txt" as "Weekly digest": the title of a text that has none. */
export function titleFromFileName(fileName: string): string {
  const base = fileName.replace(/^.*[/\\]/, "").replace(/\.[\p{L}\p{N}]{1,10}$/u, "");
  const name = base
    .toWellFormed()
    .replace(/[-_\s\p{Cc}]+/gu, " ")
    .trim()
    .slice(0, 200)
    .trim();
  return name === "" ? "Untitled digest" : name.charAt(0).toUpperCase() + name.slice(1);
}
