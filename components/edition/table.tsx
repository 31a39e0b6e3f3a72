import type { Node as ProseMirrorNode } from "@tiptap/pm/model";
import { createElement, type ReactNode } from "react";

interface TableSlot {
  node: ProseMirrorNode;
  renderElement: (slot: { content: ProseMirrorNode; parent?: ProseMirrorNode }) => ReactNode | ReactNode[];
}

/** A sum, a share or a count, with its sign and unit: what columns of figures are made of. */
const FIGURE = /^[\s$€£¥~<>≤≥+−–-]*\d[\d.,\s]*\s?(?:[%×x]|[kKMB]|bn|m)?$/u;

const isHeader = (cell: ProseMirrorNode) => cell.type.name === "tableHeader";

/** For each column, whether everything in its body is a figure: those are set flush right, as in print. */
function figureColumns(body: readonly ProseMirrorNode[]): boolean[] {
  const width = Math.max(0, ...body.map((row) => row.childCount));
  return Array.from({ length: width }, (_, column) => {
    const cells = body.flatMap((row) => row.maybeChild(column)?.textContent.trim() || []);
    return cells.length > 0 && cells.every((text) => FIGURE.test(text));
  });
}

function span(cell: ProseMirrorNode): { colSpan?: number; rowSpan?: number } {
  const { colspan, rowspan } = cell.attrs;
  return {
    ...(typeof colspan === "number" && colspan > 1 ? { colSpan: colspan } : {}),
    ...(typeof rowspan === "number" && rowspan > 1 ? { rowSpan: rowspan } : {}),
  };
}

/** Renders tables inside a region of their own that scrolls sideways, named for those who cannot see it. */
export function scrollingTable(label: string) {
  return ({ node, renderElement }: TableSlot): ReactNode => {
    const rows = node.children;
    const headed = rows[0]?.children.every(isHeader) ?? false;
    const caption = typeof node.attrs.caption === "string" ? node.attrs.caption : null;
    const figures = figureColumns(headed ? rows.slice(1) : rows);
    const cells = (row: ProseMirrorNode, scope: "col" | "row") =>
      row.children.map((cell, column) =>
        createElement(
          isHeader(cell) ? "th" : "td",
          {
            key: String(column),
            className: figures[column] ? "figure" : undefined,
            ...(isHeader(cell) ? { scope } : {}),
            ...span(cell),
          },
          ...cell.children.map((block) => renderElement({ content: block, parent: cell })),
        ),
      );
    const body = (headed ? rows.slice(1) : rows).map((row, place) =>
      createElement("tr", { key: String(place) }, cells(row, "row")),
    );
    // What scrolls must be reachable by keyboard, or a keyboard cannot scroll it.
    const reachable = { tabIndex: 0 };
    return (
      <section className="scroll" aria-label={caption ?? label} {...reachable}>
        <table>
          {caption ? <caption>{caption}</caption> : null}
          {headed && rows[0] ? (
            <thead>
              <tr>{cells(rows[0], "col")}</tr>
            </thead>
          ) : null}
          <tbody>{body}</tbody>
        </table>
      </section>
    );
  };
}
