/** Rows of cells if the text is what a spreadsheet copies: at least two lines, each with the same number of tabs; else null. */
export function tabbedRows(text: string): string[][] | null {
  const rows = readCells(text.replace(/\r\n?/g, "\n").replace(/\n+$/, ""));
  const width = rows[0]?.length ?? 0;
  return rows.length > 1 && width > 1 && rows.every((row) => row.length === width) ? rows : null;
}

/** A cell with a line end or a tab in it is quoted, its own quotes doubled. */
const CELL = /(?:"((?:[^"]|"")*)"|([^\t\n]*))(\t|\n|$)/y;

function readCells(text: string): string[][] {
  const rows: string[][] = [[]];
  CELL.lastIndex = 0;
  while (CELL.lastIndex <= text.length) {
    const found = CELL.exec(text);
    if (!found) return [];
    const [, quoted, bare = "", end] = found;
    rows.at(-1)?.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    if (end === "") break;
    if (end === "\n") rows.push([]);
  }
  return rows;
}

/** Alone enough: nobody writes these but in Markdown. */
const SURE = [
  /^#{1,6} \S/m,
  /^ {0,3}(`{3,}|~{3,})/m,
  /\[[^\]\n]+\]\((?:https?:\/\/|mailto:)[^)\s]+\)/,
  /(?:^|[\s(])\*\*(?=\S)[^\n]*?\S\*\*(?=$|[\s.,;:!?)])/m,
  /^\|? *:?-{3,}:? *(?:\| *:?-{3,}:? *)+\|? *$/m,
  /^ {0,3}> \S/m,
];
/** Only in company: two of them are a list. */
const ITEM = /^ {0,8}(?:[-*+]|\d{1,4}[.)]) \S/gm;

/** True for text that was written as Markdown; prose with a stray star or dash is not. */
export function looksLikeMarkdown(text: string): boolean {
  return SURE.some((sign) => sign.test(text)) || (text.match(ITEM)?.length ?? 0) > 1;
}

/** True for HTML that only colours its lines, as code editors copy: what is meant is its text. */
export function isOnlyColoured(html: string): boolean {
  const document = new DOMParser().parseFromString(html, "text/html");
  const said = [...document.body.querySelectorAll("*")];
  return said.length > 0 && said.every((element) => /^(div|span|br|meta|pre|style)$/.test(element.localName));
}
