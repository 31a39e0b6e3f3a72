import { Fragment, type ReactNode } from "react";
import { placed, type ShownBlock, type ShownPassage } from "@/components/desk/compared-folds";
import type { Change, ComparedBlock, ComparedCell } from "@/lib/revisions/compare";
import type { Piece } from "@/lib/revisions/words";

interface ComparedTextProps {
  passages: ShownPassage[];
  /** Of the passages' headings: one below that of what they stand under. */
  level?: 2 | 3;
}

/** Two versions as one text: what came is underlined, what went is struck through, in words and shapes before colours. */
export function ComparedText({ passages, level = 3 }: ComparedTextProps) {
  const Heading = `h${level}` as const;
  return (
    <div className="mx-auto max-w-[46rem] rounded-card border border-hair bg-paper px-4 py-5 sm:px-10 sm:py-8">
      {passages.length === 0 ? <p className="text-quiet">No words yet.</p> : null}
      {passages.map(({ name, label, blocks }) => (
        <section key={name} aria-label={label} className="mb-7 last:mb-0">
          <Heading className="mb-2 text-sm font-semibold text-quiet">{label}</Heading>
          {placed(blocks).map(({ key, item }) => (
            <Shown key={key} block={item} isTitle={name === "headline" || name === "title"} />
          ))}
        </section>
      ))}
    </div>
  );
}

function Shown({ block, isTitle }: { block: ShownBlock; isTitle: boolean }) {
  if ("hidden" in block) {
    return (
      <p className="my-3 flex items-center gap-3 text-xs text-quiet before:h-px before:flex-1 before:bg-hair after:h-px after:flex-1 after:bg-hair">
        {block.hidden === 1 ? "1 paragraph unchanged" : `${block.hidden} paragraphs unchanged`}
      </p>
    );
  }
  return "rows" in block ? <Table rows={block.rows} /> : <Block block={block} isTitle={isTitle} />;
}

const SIGNS: Record<Change, { sign: string; word: string } | null> = {
  same: null,
  added: { sign: "+", word: "Added" },
  removed: { sign: "−", word: "Removed" },
  changed: { sign: "±", word: "Changed" },
};

/** In the margin, left of every list: what happened to the block. */
function Sign({ change, indent = 0 }: { change: Change; indent?: number }) {
  const said = SIGNS[change];
  if (!said) return null;
  return (
    <>
      <span
        aria-hidden
        style={indent > 0 ? { marginLeft: `${-indent * INDENT}rem` } : undefined}
        className="absolute top-[0.15em] -left-3.5 font-sans text-sm font-semibold text-line not-italic sm:-left-6"
      >
        {said.sign}
      </span>
      <span className="sr-only">{said.word}: </span>
    </>
  );
}

/** What navigating from change to change stops at. */
const stop = (change: Change) => (change === "same" ? {} : { "data-change": change, tabIndex: -1 });

/** Rem by which each list's items stand in. */
const INDENT = 1.5;

const TEXT = "font-serif text-[1.0625rem] leading-relaxed";
const KINDS: Record<string, string> = {
  heading: "font-serif text-xl font-medium",
  code: "rounded-control bg-wash px-3 py-2 font-mono text-sm",
  remark: "text-sm text-quiet",
  picture: "rounded-control border border-hair px-3 py-2 text-sm",
};

function Block({ block, isTitle }: { block: ComparedBlock; isTitle: boolean }) {
  const { change, frame, was, pieces } = block;
  const { kind, quoted, indent, marker } = frame;
  const set = isTitle ? "font-serif text-2xl leading-tight font-medium" : (KINDS[kind] ?? TEXT);
  const quote = quoted > 0 ? "border-l-2 border-edge pl-4 italic" : "";
  return (
    <div
      {...stop(change)}
      className={`relative mb-3 whitespace-pre-wrap [overflow-wrap:anywhere] ${set} ${quote}`}
      style={indent > 0 ? { marginLeft: `${indent * INDENT}rem` } : undefined}
    >
      <Sign change={change} indent={indent} />
      {marker ? (
        <span aria-hidden={marker === "•"} className="mr-2 -ml-5 inline-block min-w-3">
          {marker}
        </span>
      ) : null}
      {kind === "rule" ? <Rule change={change} /> : <Words pieces={pieces} />}
      {kind === "picture" && pieces.length === 0 ? "A picture" : null}
      {was ? <Note>{`was ${nameOf(was)}, now ${nameOf(frame)}`}</Note> : null}
    </div>
  );
}

const NAMES: Record<string, string> = { paragraph: "a paragraph", code: "code", line: "a line" };

function nameOf({ kind, level, quoted, marker, indent }: ComparedBlock["frame"]): string {
  if (marker)
    return `${marker === "•" ? "a point" : "a numbered point"}${indent > 1 ? " of an inner list" : ""}`;
  if (kind === "heading") return level === 3 ? "a heading" : "a small heading";
  if (quoted > 0) return "a quotation";
  return indent > 0 ? "within a list" : (NAMES[kind] ?? `a ${kind}`);
}

function Note({ children }: { children: ReactNode }) {
  return <span className="ml-1.5 font-sans text-xs text-quiet not-italic">[{children}]</span>;
}

function Rule({ change }: { change: Change }) {
  return (
    <span
      className={`my-4 inline-block w-16 border-t align-middle ${change === "removed" ? "border-dashed border-line" : "border-edge"}`}
    >
      <span className="sr-only">Divider</span>
    </span>
  );
}

// What replaces something keeps its distance from it.
const INS =
  "[del+&]:ml-[0.15em] bg-good/12 underline decoration-good decoration-2 underline-offset-[0.2em] before:sr-only before:content-['_added:_'] after:sr-only after:content-['_(end)_']";
const DEL =
  "bg-line/10 line-through decoration-line decoration-[1.5px] before:sr-only before:content-['_removed:_'] after:sr-only after:content-['_(end)_']";

function Words({ pieces }: { pieces: Piece[] }) {
  return placed(pieces).map(({ key, item: piece }) => {
    const words = <Styled styles={piece.styles}>{piece.text}</Styled>;
    if (piece.kind === "added")
      return (
        <ins key={key} className={INS}>
          {words}
        </ins>
      );
    if (piece.kind === "removed")
      return (
        <del key={key} className={DEL}>
          {words}
        </del>
      );
    if (piece.kind === "same") return <Fragment key={key}>{words}</Fragment>;
    return (
      <span
        key={key}
        className="underline decoration-line decoration-dotted decoration-2 underline-offset-[0.2em]"
      >
        {words}
        <Note>{piece.note}</Note>
      </span>
    );
  });
}

/** Words as they are set. A link is no way out of a comparison: it is only shown as one. */
function Styled({ styles, children }: { styles: readonly string[]; children: string }) {
  const classes = styles.flatMap((style) => {
    if (style === "bold") return "font-bold";
    if (style === "italic") return "italic";
    if (style === "code") return "font-mono text-[0.85em]";
    return style.startsWith("link ") ? "decoration-edge underline underline-offset-[0.2em]" : [];
  });
  return classes.length === 0 ? children : <span className={classes.join(" ")}>{children}</span>;
}

function Table({ rows }: { rows: ComparedBlock[] }) {
  return (
    <div className="mb-4 pl-3 sm:pl-0">
      <table className="w-full border-collapse text-sm">
        <tbody>
          {placed(rows).map(({ key, item: row }) => (
            <tr key={key} {...stop(row.change)} className="border-b border-hair align-top">
              {placed(row.cells).map(({ key: place, item: cell }) => (
                <TableCell
                  key={place}
                  cell={cell}
                  sign={place === "0" ? <Sign change={row.change} /> : null}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function TableCell({ cell, sign }: { cell: ComparedCell; sign: ReactNode }) {
  const Element = cell.isHeader ? "th" : "td";
  return (
    <Element className="relative py-1.5 pr-3 text-left whitespace-pre-wrap [overflow-wrap:anywhere]">
      {sign}
      <Words pieces={cell.pieces} />
    </Element>
  );
}
