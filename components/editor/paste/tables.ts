import { type ClassStyles, emphasisOf } from "@/components/editor/paste/inline-style";

/**
 * Tables as they are meant: those that only place things are taken apart, a bold first row over others is
 * its header: spreadsheets and word processors know no other way to say so.
 */
export function mendTables(document: Document, classes: ClassStyles): void {
  for (const table of [...document.querySelectorAll("table")].reverse()) {
    if (isForLayout(table)) takeApart(table);
    else if (!table.querySelector("th")) headFirstRow(table, classes);
  }
}

function rowsOf(table: Element): Element[] {
  return [...table.querySelectorAll("tr")].filter((row) => row.closest("table") === table);
}

function isForLayout(table: Element): boolean {
  if (table.parentElement?.closest("table") || table.getAttribute("role") === "presentation") return true;
  const rows = rowsOf(table);
  return rows.reduce((cells, row) => cells + row.children.length, 0) <= 1;
}

function takeApart(table: Element): void {
  const document = table.ownerDocument;
  const pieces = rowsOf(table).flatMap((row) =>
    [...row.children].map((cell) => {
      const piece = document.createElement("div");
      piece.append(...cell.childNodes);
      return piece;
    }),
  );
  const caption = table.querySelector("caption")?.textContent?.trim();
  if (caption) {
    const piece = document.createElement("div");
    piece.textContent = caption;
    pieces.push(piece);
  }
  table.replaceWith(...pieces);
}

function isBold(cell: Element, classes: ClassStyles): boolean {
  if (emphasisOf(cell, classes).bold) return true;
  const only = [...cell.querySelectorAll("b, strong, span, font")].find(
    (inner) => inner.textContent?.trim() === cell.textContent?.trim(),
  );
  return (
    only !== undefined && (/^(b|strong)$/i.test(only.tagName) || emphasisOf(only, classes).bold === true)
  );
}

function headFirstRow(table: Element, classes: ClassStyles): void {
  const [first, second] = rowsOf(table);
  const allBold = (row: Element) => {
    const said = [...row.children].filter((cell) => cell.textContent?.trim());
    return said.length > 0 && said.every((cell) => isBold(cell, classes));
  };
  if (!first || !second || !allBold(first) || allBold(second)) return;
  for (const cell of [...first.children]) {
    const head = table.ownerDocument.createElement("th");
    for (const name of ["colspan", "rowspan"]) {
      const span = cell.getAttribute(name);
      if (span) head.setAttribute(name, span);
    }
    head.append(...cell.childNodes);
    cell.replaceWith(head);
  }
}
